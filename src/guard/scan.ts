import type { Assessment, Surface } from "../detect/types.ts";
import type { Site } from "../sites/types.ts";
import { addedBy, around, changedBy, changedIn, watchChanges } from "./changes.ts";
import { LATEST_MS, newPace } from "./pace.ts";
import { contentKey, type Rules } from "./rules.ts";

/** One slice of reading never takes longer, in ms: the page gets most of each frame of 16. */
export const SLICE_MS = 4;
/** Changes are gathered this long before they are read, in ms. */
export const GATHER_MS = 200;
/** Where what came is found without it, looking through the whole page takes one part in so many of the time … */
const LOOK_PART = 1_000;
/** … and is done all the same after this long, in ms; a page that was just opened is looked through more often. */
export const LATEST_LOOK_MS = 4_000;

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
 *
 * The whole page is looked through at first, when its address changes, and then the less often the longer that takes;
 * in between only what came or changed is looked at. So a timeline does not cost more the longer it grows.
 */
export function startScan(
  doc: Document,
  site: Site,
  rules: () => Rules | null,
  tell: () => void,
  signal: AbortSignal,
  /** Called with the posts now on the page whenever the whole page was looked through. */
  round: (posts: readonly Element[]) => void = () => {},
): Scan {
  const view = doc.defaultView!;
  const known = new Map<Element, Seen>();
  /** Posts that said nothing: only their content is kept, to see whether it changed. */
  let quiet = new WeakMap<Element, Surface>();
  let opened = 0;
  /* What a page's own header says of following is only seen by looking through the page. */
  const latest = () => (header || performance.now() - opened < LATEST_LOOK_MS ? LATEST_MS : LATEST_LOOK_MS);
  const pace = site.postsIn ? newPace(LOOK_PART, latest) : newPace();
  let header: { surface: Surface; assessment: Assessment } | null = null;
  let headerKey = "";
  /** The posts on the page, as far as they were found. */
  let list = new Set<Element>();
  let queue: Element[] = [];
  /** Changes that were taken and not yet looked at. */
  let records: MutationRecord[] = [];
  /** Every post has to be read again. */
  let full = true;
  /** Something changed since the whole page was looked through. */
  let stale = false;
  /** Something new was found that was not told yet. */
  let news = false;
  let path = "";
  let timer: number | undefined;
  let due = 0;

  const isNew = (post: Element): boolean => !known.has(post) && !quiet.has(post);

  function read(post: Element, with_: Rules): boolean {
    const surface = site.readPost(post);
    const before = known.get(post)?.surface ?? quiet.get(post);
    if (before && (before === surface || contentKey(before) === contentKey(surface))) return false;
    const assessment = with_.assess(surface);
    if (assessment.level === "clear") {
      quiet.set(post, surface);
      return known.delete(post);
    }
    quiet.delete(post);
    known.set(post, { post, surface, key: contentKey(surface), assessment });
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
  function look(with_: Rules): void {
    const from = performance.now();
    if (path !== doc.location.pathname) opened = from;
    path = doc.location.pathname;
    if (readHeader(with_)) news = true;
    for (const post of known.keys()) if (!post.isConnected && known.delete(post)) news = true;
    const posts = site.posts();
    round(posts);
    list = new Set(posts);
    const { records: more, all } = changes.take();
    const touched = full || all ? list : postsOf(records.concat(more));
    records = [];
    queue = posts.filter((post) => touched.has(post) || isNew(post));
    full = stale = false;
    pace.spent(from);
  }

  /** Looks at what came or changed only, for the rest of a slice. */
  function glance(start: number): void {
    if (records.length === 0) records = changes.take().records;
    const wanted = new Set<Element>();
    /** Within a post that is known: nothing else comes there. */
    const inside = new Set<Element>();
    let at = 0;
    for (; at < records.length && (at % 16 || performance.now() - start < SLICE_MS); at++) {
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
              if (isNew(one)) wanted.add(one);
            }
    }
    const seen = records.slice(0, at);
    records = records.slice(at);
    if (!site.postAt) for (const post of around(changedIn(seen), list)) wanted.add(post);
    queue = [...wanted];
    stale = true;
  }

  function slice(): void {
    timer = undefined;
    const with_ = rules();
    if (signal.aborted || doc.hidden || !with_) return;
    const start = performance.now();
    /* Drawing what was found is a slice like any other. */
    if (news) {
      news = false;
      tell();
    } else if (queue.length === 0) {
      if (full || changes.lost() || doc.location.pathname !== path || pace.wait() === 0) look(with_);
      else glance(start);
    }
    while (queue.length && performance.now() - start < SLICE_MS) {
      const post = queue.shift()!;
      if (post.isConnected && read(post, with_)) news = true;
    }
    if (news || queue.length || records.length) schedule(0);
    else if (changes.any()) schedule(GATHER_MS);
    else if (stale) schedule(pace.wait());
  }

  function schedule(after: number): void {
    const at = performance.now() + after;
    if (timer !== undefined && due <= at) return;
    view.clearTimeout(timer);
    due = at;
    timer = view.setTimeout(slice, after) as unknown as number;
  }

  const changes = watchChanges(doc, () => schedule(GATHER_MS), signal);
  schedule(0);
  doc.addEventListener("visibilitychange", () => schedule(GATHER_MS), { signal });
  signal.addEventListener("abort", () => view.clearTimeout(timer));

  return {
    marked: () => [...known.values()],
    page: () => header,
    again: () => {
      full = true;
      headerKey = "\u0000";
      queue = [];
      known.clear();
      quiet = new WeakMap();
      schedule(0);
    },
  };
}
