/** The question is put back on top at most this often within `REMOUNT_WINDOW_MS`: a page could fight for ever. */
export const REMOUNTS = 5;
const REMOUNT_WINDOW_MS = 5_000;

/** Counts how often a question was put back. @returns takes one more try; false if none is left */
export function makeRemountLimit(now: () => number): () => boolean {
  let remounts: number[] = [];
  return () => {
    remounts = remounts.filter((t) => now() - t < REMOUNT_WINDOW_MS);
    if (remounts.length >= REMOUNTS) return false;
    remounts.push(now());
    return true;
  };
}
