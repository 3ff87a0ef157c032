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

/** Where what came is found without it, looking through the whole page takes one part in so many of the time … */
const LOOK_COST_FACTOR = 1_000;
/** … and is done all the same after this long, in ms; a page that was just opened is looked through more often. */
export const MAX_LOOK_INTERVAL_MS = 4_000;
/** The clock is asked once in so many changes. */
const CLOCK_EVERY = 16;

/**
 * Owns which posts the page has and which of them are still to be read. The whole page is looked through at first, when
 * its address changes, and then the less often the longer that takes; in between only what came or changed is looked at.
 * So a timeline does not cost more the longer it grows.
 */
export interface ReadingQueue {
  isEmpty(): boolean;
  /** The next post to read. */
  shift(): Element | undefined;
  /** Finds what is to be read next. @returns whether header or gone posts are news already */
  fill(rules: Rules, sliceStart: number): boolean;
  /** Are there changes that were taken and not yet looked at? */
  hasPendingChanges(): boolean;
  /** ms until the whole page is to be looked through, where something changed since; else null. */
  msUntilLook(): number | null;
  /** Every post is to be read again. */
  requeueAll(): void;
}

/** @param onRound called with the posts now on the page whenever the whole page was looked through. */
export function makeReadingQueue(
  doc: Document,
  site: Site,
  index: SurfaceIndex,
  changes: ChangeWatch,
  onRound: (posts: readonly Element[]) => void,
): ReadingQueue {
  /** The posts on the page, as far as they were found. */
  let known = new Set<Element>();
  let queue: Element[] = [];
  /** Changes that were taken and not yet looked at. */
  let records: MutationRecord[] = [];
  /** Every post has to be read again. */
  let isFull = true;
  /** Something changed since the whole page was looked through. */
  let isStale = false;
  let path = "";
  let openedAt = 0;
  /* What a page's own header says of following is only seen by looking through the page. */
  const maxInterval = () =>
    index.page() || performance.now() - openedAt < MAX_LOOK_INTERVAL_MS
      ? MAX_INTERVAL_MS
      : MAX_LOOK_INTERVAL_MS;
  const pace = site.postsIn ? makePace(LOOK_COST_FACTOR, maxInterval) : makePace();

  /** The posts that these changes lie in. A site that names the post around an element is quicker than climbing. */
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

  /** Looks through the whole page. */
  function readWholePage(rules: Rules): boolean {
    const from = performance.now();
    if (path !== doc.location.pathname) openedAt = from;
    path = doc.location.pathname;
    const isHeaderNews = index.readHeader(rules);
    const isNews = index.dropRemoved() || isHeaderNews;
    const posts = site.posts();
    onRound(posts);
    known = new Set(posts);
    const { records: more, all } = changes.take();
    const touched = isFull || all ? known : postsOf(records.concat(more));
    records = [];
    queue = posts.filter((post) => touched.has(post) || index.isNew(post));
    isFull = isStale = false;
    pace.record(from);
    return isNews;
  }

  /** Looks at what came or changed only, for the rest of a slice. */
  function readChanges(start: number): void {
    if (records.length === 0) records = changes.take().records;
    const wanted = new Set<Element>();
    /** Within a post that is known: nothing else comes there. */
    const inside = new Set<Element>();
    let at = 0;
    for (; at < records.length && (at % CLOCK_EVERY || performance.now() - start < SLICE_MS); at++) {
      const record = records[at]!;
      const el = changedElement(record);
      if (!el || inside.has(el)) continue;
      const post = site.postAt?.(el);
      if (post && known.has(post)) {
        inside.add(el);
        wanted.add(post);
      } else
        for (const added of addedElements(record))
          if (site.postsIn && added.isConnected)
            for (const one of site.postsIn(added)) {
              known.add(one);
              if (index.isNew(one)) wanted.add(one);
            }
    }
    const seen = records.slice(0, at);
    records = records.slice(at);
    if (!site.postAt) for (const post of containersOf(changedElements(seen), known)) wanted.add(post);
    queue = [...wanted];
    isStale = true;
  }

  return {
    isEmpty: () => queue.length === 0,
    shift: () => queue.shift(),
    fill(rules, sliceStart) {
      if (isFull || changes.hasOverflowed() || doc.location.pathname !== path || pace.remaining() === 0)
        return readWholePage(rules);
      readChanges(sliceStart);
      return false;
    },
    hasPendingChanges: () => records.length > 0,
    msUntilLook: () => (isStale ? pace.remaining() : null),
    requeueAll() {
      isFull = true;
      queue = [];
    },
  };
}
