import { addedBy, around, changedBy, changedIn, type Watch } from "../../dom/mutations.ts";
import { LATEST_MS, newPace } from "../../dom/pacing.ts";
import { SLICE_MS } from "../../dom/scheduling.ts";
import type { Site } from "../../sites/adapter.ts";
import type { Rules } from "../decision/assessment-cache.ts";
import type { SurfaceIndex } from "./surface-index.ts";

/** Where what came is found without it, looking through the whole page takes one part in so many of the time … */
const LOOK_PART = 1_000;
/** … and is done all the same after this long, in ms; a page that was just opened is looked through more often. */
export const LATEST_LOOK_MS = 4_000;
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
  hasRest(): boolean;
  /** ms until the whole page is to be looked through, where something changed since; else null. */
  due(): number | null;
  /** Every post is to be read again. */
  all(): void;
}

/** @param round called with the posts now on the page whenever the whole page was looked through. */
export function makeReadingQueue(
  doc: Document,
  site: Site,
  index: SurfaceIndex,
  changes: Watch,
  round: (posts: readonly Element[]) => void,
): ReadingQueue {
  /** The posts on the page, as far as they were found. */
  let list = new Set<Element>();
  let queue: Element[] = [];
  /** Changes that were taken and not yet looked at. */
  let records: MutationRecord[] = [];
  /** Every post has to be read again. */
  let full = true;
  /** Something changed since the whole page was looked through. */
  let stale = false;
  let path = "";
  let opened = 0;
  /* What a page's own header says of following is only seen by looking through the page. */
  const latest = () =>
    index.page() || performance.now() - opened < LATEST_LOOK_MS ? LATEST_MS : LATEST_LOOK_MS;
  const pace = site.postsIn ? newPace(LOOK_PART, latest) : newPace();

  /** The posts that these changes lie in. A site that names the post around an element is quicker than climbing. */
  function postsOf(changed: readonly MutationRecord[]): Set<Element> {
    const elements = changedIn(changed);
    if (!site.postAt) return around(elements, list);
    const found = new Set<Element>();
    for (const el of elements) {
      const post = site.postAt(el);
      if (post) found.add(post);
    }
    return found;
  }

  /** Looks through the whole page. */
  function look(rules: Rules): boolean {
    const from = performance.now();
    if (path !== doc.location.pathname) opened = from;
    path = doc.location.pathname;
    const isHeaderNews = index.readHeader(rules);
    const isNews = index.dropGone() || isHeaderNews;
    const posts = site.posts();
    round(posts);
    list = new Set(posts);
    const { records: more, all } = changes.take();
    const touched = full || all ? list : postsOf(records.concat(more));
    records = [];
    queue = posts.filter((post) => touched.has(post) || index.isNew(post));
    full = stale = false;
    pace.spent(from);
    return isNews;
  }

  /** Looks at what came or changed only, for the rest of a slice. */
  function glance(start: number): void {
    if (records.length === 0) records = changes.take().records;
    const wanted = new Set<Element>();
    /** Within a post that is known: nothing else comes there. */
    const inside = new Set<Element>();
    let at = 0;
    for (; at < records.length && (at % CLOCK_EVERY || performance.now() - start < SLICE_MS); at++) {
      const record = records[at]!;
      const el = changedBy(record);
      if (!el || inside.has(el)) continue;
      const post = site.postAt?.(el);
      if (post && list.has(post)) {
        inside.add(el);
        wanted.add(post);
      } else
        for (const added of addedBy(record))
          if (site.postsIn && added.isConnected)
            for (const one of site.postsIn(added)) {
              list.add(one);
              if (index.isNew(one)) wanted.add(one);
            }
    }
    const seen = records.slice(0, at);
    records = records.slice(at);
    if (!site.postAt) for (const post of around(changedIn(seen), list)) wanted.add(post);
    queue = [...wanted];
    stale = true;
  }

  return {
    isEmpty: () => queue.length === 0,
    shift: () => queue.shift(),
    fill(rules, sliceStart) {
      if (full || changes.lost() || doc.location.pathname !== path || pace.wait() === 0) return look(rules);
      glance(sliceStart);
      return false;
    },
    hasRest: () => records.length > 0,
    due: () => (stale ? pace.wait() : null),
    all() {
      full = true;
      queue = [];
    },
  };
}
