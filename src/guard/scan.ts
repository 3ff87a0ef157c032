import type { Assessment, Surface } from "../detect/types.ts";
import type { Site } from "../sites/types.ts";
import { contentKey, type Rules } from "./rules.ts";

/** One slice of reading never takes longer, in ms (issue D: slices of at most 4 ms that really yield). */
export const SLICE_MS = 4;
/** Changes are gathered this long before they are read, in ms. */
export const GATHER_MS = 200;

/** A post that was read, with what it was found to be. */
export interface Seen {
  post: Element;
  surface: Surface;
  key: string;
  assessment: Assessment;
}

export interface Scan {
  /** Posts on the page with any sign, in the order they were found. */
  marked(): Seen[];
  /** The page's own header, where it has one. */
  page(): { surface: Surface; assessment: Assessment } | null;
  /** Reads everything again, e.g. after the rules changed. */
  again(): void;
}

/**
 * Reads posts as they appear and keeps what was found by element and content. Works in slices while the tab is shown,
 * does nothing while it is hidden, and never changes the page.
 */
export function startScan(
  doc: Document,
  site: Site,
  rules: () => Rules | null,
  changed: () => void,
  signal: AbortSignal,
  /** Called at every round with the posts now on the page, in a tab that is shown. */
  round: (posts: readonly Element[]) => void = () => {},
): Scan {
  const view = doc.defaultView!;
  const known = new Map<Element, Seen>();
  /** Posts that said nothing: only their content is kept, to see whether it changed. */
  const quiet = new WeakMap<Element, string>();
  const dirty = new Set<Element>();
  let header: { surface: Surface; assessment: Assessment } | null = null;
  let headerKey = "";
  let full = true;
  let timer: number | undefined;
  let queue: Element[] = [];

  function read(post: Element, with_: Rules): boolean {
    const surface = site.readPost(post);
    const key = contentKey(surface);
    if (known.get(post)?.key === key || quiet.get(post) === key) return false;
    const assessment = with_.assess(surface);
    const before = known.has(post);
    if (assessment.level === "clear") {
      known.delete(post);
      quiet.set(post, key);
      return before;
    }
    quiet.delete(post);
    known.set(post, { post, surface, key, assessment });
    return true;
  }

  function readHeader(with_: Rules): boolean {
    const surface = site.page();
    const key = surface ? contentKey(surface) : "";
    if (key === headerKey) return false;
    headerKey = key;
    const assessment = surface && with_.assess(surface);
    header = surface && assessment && assessment.level !== "clear" ? { surface, assessment } : null;
    return true;
  }

  function slice(): void {
    timer = undefined;
    const with_ = rules();
    if (signal.aborted || doc.hidden || !with_) return;
    const start = performance.now();
    let news = false;
    if (queue.length === 0) {
      news = readHeader(with_);
      for (const post of known.keys())
        if (!post.isConnected) {
          known.delete(post);
          news = true;
        }
      const posts = site.posts();
      round(posts);
      const touched = full ? null : around(dirty, new Set(posts));
      queue = touched ? posts.filter((p) => touched.has(p) || (!known.has(p) && !quiet.has(p))) : posts;
      full = false;
      dirty.clear();
    }
    while (queue.length && performance.now() - start < SLICE_MS) {
      const post = queue.shift()!;
      if (post.isConnected) news = read(post, with_) || news;
    }
    if (news) changed();
    if (queue.length || dirty.size) schedule(0);
  }

  function schedule(after: number): void {
    if (timer !== undefined) return;
    timer = view.setTimeout(slice, after) as unknown as number;
  }

  const observer = new view.MutationObserver((records) => {
    for (const { target } of records) {
      const el = target.nodeType === 1 ? (target as Element) : target.parentElement;
      if (el && dirty.size < 300) dirty.add(el);
    }
    if (dirty.size >= 300) full = true;
    schedule(GATHER_MS);
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  schedule(0);
  doc.addEventListener("visibilitychange", () => schedule(GATHER_MS), { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });

  return {
    marked: () => [...known.values()],
    page: () => header,
    again: () => {
      full = true;
      headerKey = "\u0000";
      queue = [];
      known.clear();
      schedule(0);
    },
  };
}

/** Those of `posts` that one of the changed elements lies in; found by climbing, which a long page does not slow. */
function around(changed: ReadonlySet<Element>, posts: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  for (const element of changed)
    for (let at: Element | null = element; at; at = at.parentElement) if (posts.has(at)) found.add(at);
  return found;
}
