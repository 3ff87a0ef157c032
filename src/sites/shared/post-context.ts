import type { Page, PageKind, Surface } from "../../domain/assessment.ts";
import type { Intent, Site } from "../adapter.ts";

/**
 * Adds the context of a post: the page that contains it and the post it answers. The context is read once per turn of
 * the event loop and shared by all posts, so that a timeline stays cheap.
 */

/** Caches a result for one turn of the event loop, in which only the page's own scripts could change the page. */
function perTurn<T>(find: () => T): () => T {
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
function makeContextAdder(): (surface: Surface, context: Context) => Surface {
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

/** The page of a single post: the post in the address, and all posts in their order. */
interface Thread {
  mainPost: Element;
  posts: readonly Element[];
}

/**
 * Adds the parent to posts on the page of a single post: posts below the main post answer it, and each post above is
 * answered by the next.
 */
export function withParents(
  read: (post: Element) => Surface,
  thread: () => Thread | null,
): (post: Element) => Surface {
  const add = makeContextAdder();
  const currentThread = perTurn(thread);
  return (post) => {
    const surface = read(post);
    const context = currentThread();
    const index = context && !surface.sponsored ? context.posts.indexOf(post) : -1;
    if (!context || index < 0) return surface;
    const mainIndex = context.posts.indexOf(context.mainPost);
    const parent = index > mainIndex ? context.mainPost : context.posts[index - 1];
    return parent ? add(surface, { parent: read(parent), page: surface.page }) : surface;
  };
}

/** An instant or day in markup. Without a time zone an instant could mean one of two days, so it must have one. */
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
/** The sites have no older posts; an earlier day comes from a clock at zero. */
const OLDEST = "2003-01-01";

/** The local day of a machine-readable time; undefined if it is invalid, implausible or in the future. */
export function localDay(text: string | null | undefined, now = Date.now()): string | undefined {
  const [, year, month, day, time, seconds = "00", zone] = INSTANT.exec(text?.trim() ?? "") ?? [];
  if (!year) return undefined;
  const date = `${year}-${month}-${day}`;
  const start = Date.parse(`${date}T00:00:00Z`);
  /* A day that rolls over (30 February) does not exist. */
  if (Number.isNaN(start) || !new Date(start).toISOString().startsWith(date)) return undefined;
  const instant = time ? Date.parse(`${date}T${time}:${seconds}${withColon(zone!)}`) : Number.NaN;
  if (time && Number.isNaN(instant)) return undefined;
  const localDate = time ? isoDay(new Date(instant)) : date;
  return localDate > isoDay(new Date(now)) || localDate < OLDEST ? undefined : localDate;
}

const withColon = (zone: string): string => zone.replace(/^(.\d\d)(\d\d)$/, "$1:$2");

const twoDigits = (part: number): string => String(part).padStart(2, "0");
const isoDay = (at: Date): string =>
  `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

/** The local day of an element with a time (`<time datetime>`); undefined if it has none. */
export const dayOf = (el: Element | null | undefined, attribute = "datetime"): string | undefined =>
  el ? localDay(el.getAttribute(attribute)) : undefined;
