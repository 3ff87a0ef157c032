import { watchChanges } from "../../dom/mutations.ts";
import { SLICE_MS } from "../../dom/scheduling.ts";
import { makeSliceTimer } from "../../dom/slice-timer.ts";
import type { Site } from "../../sites/adapter.ts";
import type { Rules } from "../decision/assessment-cache.ts";
import { makeReadingQueue } from "./reading-queue.ts";
import { makeSurfaceIndex, type SurfaceIndex } from "./surface-index.ts";

/** Changes are collected this long before they are read, in ms. */
export const GATHER_MS = 200;

/** The running scan of one page, and what it found. */
export interface Scan extends Pick<SurfaceIndex, "marked" | "page"> {
  /** Reads everything again, e.g. after the rules changed. */
  rescan(): void;
}

/**
 * Reads posts as they appear, in slices while the tab is shown; does nothing while it is hidden, and never changes the
 * page. Owns only whether there is news to report: the index owns what was read, the queue what must still be read.
 * @param onNews called when something new was found.
 * @param onRound called with the posts now on the page whenever the whole page was read.
 */
export function startScan(
  doc: Document,
  site: Site,
  rules: () => Rules | null,
  onNews: () => void,
  signal: AbortSignal,
  onRound: (posts: readonly Element[]) => void = () => {},
): Scan {
  const index = makeSurfaceIndex(site);
  const timer = makeSliceTimer(doc.defaultView!, slice, signal);
  const changes = watchChanges(doc, () => timer.schedule(GATHER_MS), signal);
  const queue = makeReadingQueue(doc, site, index, changes, onRound);
  let hasNews = false;

  function slice(): void {
    const now = rules();
    if (signal.aborted || doc.hidden || !now) return;
    const start = performance.now();
    /* Drawing the findings gets a slice of its own. */
    if (hasNews) {
      hasNews = false;
      onNews();
    } else if (queue.isEmpty()) hasNews = queue.fill(now, start);
    while (!queue.isEmpty() && performance.now() - start < SLICE_MS) {
      const post = queue.shift()!;
      if (post.isConnected && index.read(post, now)) hasNews = true;
    }
    const due = queue.dueIn();
    if (hasNews || !queue.isEmpty() || queue.hasMore()) timer.schedule(0);
    else if (changes.any()) timer.schedule(GATHER_MS);
    else if (due !== null) timer.schedule(due);
  }

  timer.schedule(0);
  doc.addEventListener("visibilitychange", () => timer.schedule(GATHER_MS), { signal });
  return {
    marked: index.marked,
    page: index.page,
    rescan() {
      queue.reset();
      index.clear();
      timer.schedule(0);
    },
  };
}
