import type { Page, PageKind, Surface } from "../../domain/assessment.ts";
import type { Intent, Site } from "../adapter.ts";

/**
 * Adds the context of a post: the page that contains it and the post it answers. The context is read once per turn of
 * the event loop and shared by all posts, so that a timeline stays cheap.
 */

/** Caches a result for one turn of the event loop, in which only the page's own scripts could change the page. */
export function perTurn<T>(find: () => T): () => T {
  let cached: { value: T } | null = null;
  return () => {
    if (!cached) {
      cached = { value: find() };
      queueMicrotask(() => {
        cached = null;
      });
    }
    return cached.value;
  };
}

type Context = Pick<Surface, "page" | "parent">;

/** Adds context to a surface. Unchanged input gives the same object, so that its cache key is computed once. */
export function makeContextAdder(): (surface: Surface, context: Context) => Surface {
  const cache = new WeakMap<Surface, { context: Context; value: Surface }>();
  return (surface, context) => {
    const cached = cache.get(surface);
    if (cached && cached.context.page === context.page && cached.context.parent === context.parent)
      return cached.value;
    const value = { ...surface, ...context };
    cache.set(surface, { context, value });
    return value;
  };
}

/** Kinds of surfaces that are pages themselves. */
const PAGE_KINDS: ReadonlySet<Surface["kind"]> = new Set(["profile", "group", "event"]);

/** The page of a surface; undefined if it has a heading only and no known account, group or event. */
export function pageOf(surface: Surface | null, profile: PageKind = "profile"): Page | undefined {
  const who = surface?.author;
  if (!who?.handle && !who?.id) return undefined;
  const kind = surface!.kind === "group" || surface!.kind === "event" ? surface!.kind : profile;
  return { ...who, kind };
}

const accountKey = ({ handle, id }: Page): string => (handle ?? id ?? "").toLowerCase();

const isSame = (a: Page | undefined, b: Page | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes an adapter add the page to its posts and comments, and to drafts the post they answer.
 * @param profile the kind of an account's page on this site
 */
export function withPostContext(site: Site, profile: PageKind = "profile"): Site {
  const add = makeContextAdder();
  let last: Page | undefined;
  const page = perTurn(() => {
    const now = pageOf(site.page(), profile);
    if (!isSame(now, last)) last = now;
    return last;
  });

  /** A post names its group at most; the heading of the same group knows more and takes precedence. */
  function withPage(surface: Surface): Surface {
    if (PAGE_KINDS.has(surface.kind)) return surface;
    const { page: named = surface.parent?.page, parent } = surface;
    const shown = page();
    const on = named && (!shown || accountKey(named) !== accountKey(shown)) ? named : shown;
    return on && on !== surface.page ? add(surface, { page: on, parent }) : surface;
  }

  function addContext(intent: Intent | null | undefined): Intent | null {
    if (!intent) return null;
    const surfaces = intent.surfaces.map(withPage);
    const about = surfaces.find(({ kind }) => kind !== "composer");
    if (!about) return { ...intent, surfaces };
    const context = PAGE_KINDS.has(about.kind) ? { page: pageOf(about, profile) } : { parent: about };
    return {
      ...intent,
      surfaces: surfaces.map((one) => (one.kind === "composer" ? { ...one, ...context } : one)),
    };
  }

  const { doubleTap } = site;
  return {
    ...site,
    press: (target) => addContext(site.press(target)),
    key: (key, target) => addContext(site.key(key, target)),
    ...(doubleTap && { doubleTap: (target: Element) => addContext(doubleTap(target)) }),
    readPost: (post) => withPage(site.readPost(post)),
  };
}
