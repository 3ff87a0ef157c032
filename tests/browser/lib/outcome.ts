import type { ShownDialog } from "./types.ts";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

/**
 * What came of a press that is either held or happens: waits for the one or the other, so that neither answer hangs on
 * how fast the machine is.
 * @returns the question, or undefined where the page acted and nothing asked about it
 * @throws Error where neither came within the time
 */
export async function outcome(visit: Visit): Promise<ShownDialog | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const shown = await visit.dialog(0);
    if (shown) return shown;
    if (visit.performed.length) {
      await pause(150); // a question behind the action would come right away
      return visit.dialog(0);
    }
    await pause(50);
  }
  throw new Error("neither held nor performed");
}

export const isHeld = async (visit: Visit): Promise<boolean> => (await outcome(visit)) !== undefined;
