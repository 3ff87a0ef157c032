import {
  addedElements,
  type ChangeWatch,
  changedElement,
  changedElements,
  containersOf,
} from "../../dom/mutations.ts";
import { MAX_INTERVAL_MS, makePace } from "../../dom/pacing.ts";
import { SLICE_MS } from "../../dom/scheduling.ts";
import type { Site } from "../../sites/adapter.ts";
import type { Rules } from "../decision/assessment-cache.ts";
import type { SurfaceIndex } from "./surface-index.ts";

/** Reading the whole page may take one part in this many of the time, on sites where new posts are found without it … */
const LOOK_COST_FACTOR = 1_000;
/** … and happens after this long in any case, in ms; more often on a page that was just opened. */
export const MAX_LOOK_INTERVAL_MS = 4_000;
/** The clock is read once per this many changes. */
const CLOCK_EVERY = 16;

/**
 * Owns which posts the page has and which of them must still be read. Reads the whole page at first, when its address
 * changes, and then less often the longer that takes; in between it reads only what was added or changed. So a timeline
 * does not cost more the longer it grows.
 */
export interface ReadingQueue {
  isEmpty(): boolean;
  /** The next post to read. */
  shift(): Element | undefined;
  /** Finds the posts to read next. @returns true if the header or removed posts are news already */
  fill(rules: Rules, sliceStart: number): boolean;
  /** True while some changes were taken but not processed. */
  hasMore(): boolean;
  /** ms until the whole page must be read, if something changed since the last time; else null. */
  dueIn(): number | null;
  /** Makes the next `fill` read every post again. */
  reset(): void;
}

/** @param onRound called with the posts now on the page whenever the whole page was read. */
export function makeReadingQueue(
  doc: Document,
  site: Site,
  index: SurfaceIndex,
  changes: ChangeWatch,
  onRound: (posts: readonly Element[]) => void,
): ReadingQueue {
  /** The posts found on the page so far. */
  let known = new Set<Element>();
  let queue: Element[] = [];
  /** Changes that were taken but not processed. */
  let records: MutationRecord[] = [];
  /** Every post must be read again. */
  let isFull = true;
  /** Something changed since the whole page was read. */
  let isStale = false;
  let path = "";
  let openedAt = 0;
  /* Whether the header's account is followed shows only when the whole page is read. */
  const maxInterval = () =>
    index.page() || performance.now() - openedAt < MAX_LOOK_INTERVAL_MS
      ? MAX_INTERVAL_MS
      : MAX_LOOK_INTERVAL_MS;
  const pace = site.postsIn ? makePace(LOOK_COST_FACTOR, maxInterval) : makePace();

  /** The posts that contain these changes. Asking the site for the post around an element is faster than climbing. */
  function postsOf(changed: readonly MutationRecord[]): Set<Element> {
    const elements = changedElements(changed);
    if (!site.postAt) return containersOf(elements, known);
    const found = new Set<Element>();
    for (const el of elements) {
      const post = site.postAt(el);
      if (post) found.add(post);
    }
    return found;
  }

  /** Reads the whole page's list of posts. */
  function readWholePage(rules: Rules): boolean {
    const from = performance.now();
    if (path !== doc.location.pathname) openedAt = from;
    path = doc.location.pathname;
    const isHeaderNews = index.readHeader(rules);
    const isNews = index.prune() || isHeaderNews;
    const posts = site.posts();
    onRound(posts);
    known = new Set(posts);
    const { records: more, all } = changes.take();
    const changedPosts = isFull || all ? known : postsOf(records.concat(more));
    records = [];
    queue = posts.filter((post) => changedPosts.has(post) || index.isNew(post));
    isFull = isStale = false;
    pace.record(from);
    return isNews;
  }

  /** Processes only what was added or changed, for the rest of a slice. */
  function readChanges(start: number): void {
    if (records.length === 0) records = changes.take().records;
    const toRead = new Set<Element>();
    /** Elements within a known post: no new posts appear there. */
    const inside = new Set<Element>();
    let at = 0;
    for (; at < records.length && (at % CLOCK_EVERY || performance.now() - start < SLICE_MS); at++) {
      const record = records[at]!;
      const el = changedElement(record);
      if (!el || inside.has(el)) continue;
      const post = site.postAt?.(el);
      if (post && known.has(post)) {
        inside.add(el);
        toRead.add(post);
      } else
        for (const added of addedElements(record))
          if (site.postsIn && added.isConnected)
            for (const one of site.postsIn(added)) {
              known.add(one);
              if (index.isNew(one)) toRead.add(one);
            }
    }
    const seen = records.slice(0, at);
    records = records.slice(at);
    if (!site.postAt) for (const post of containersOf(changedElements(seen), known)) toRead.add(post);
    queue = [...toRead];
    isStale = true;
  }

  return {
    isEmpty: () => queue.length === 0,
    shift: () => queue.shift(),
    fill(rules, sliceStart) {
      if (isFull || changes.isFull() || doc.location.pathname !== path || pace.wait() === 0)
        return readWholePage(rules);
      readChanges(sliceStart);
      return false;
    },
    hasMore: () => records.length > 0,
    dueIn: () => (isStale ? pace.wait() : null),
    reset() {
      isFull = true;
      queue = [];
    },
  };
}
