import type { Page, PageKind, Surface } from "../../domain/assessment.ts";
import type { Intent, Site } from "../adapter.ts";

/**
 * What a site hands over beside the words of a post: the page it stands on and the post it answers. Read once for all
 * posts of a turn and shared by them, so that a timeline costs no more than before.
 */

/** The answer is kept for one turn of the event loop: nothing on the page changes meanwhile but by its own scripts. */
function perTurn<T>(find: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    if (!known) {
      known = { value: find() };
      queueMicrotask(() => {
        known = null;
      });
    }
    return known.value;
  };
}

type Around = Pick<Surface, "page" | "parent">;

/** Adds what stands around a surface; the same object again while nothing of it changed, so its key is made once. */
function adder(): (surface: Surface, around: Around) => Surface {
  const made = new WeakMap<Surface, { around: Around; value: Surface }>();
  return (surface, around) => {
    const before = made.get(surface);
    if (before && before.around.page === around.page && before.around.parent === around.parent)
      return before.value;
    const value = { ...surface, ...around };
    made.set(surface, { around, value });
    return value;
  };
}

/** Surfaces that are a page themselves. */
const PAGES: ReadonlySet<Surface["kind"]> = new Set(["profile", "group", "event"]);

/** A page as what stands on it tells it; undefined where only a heading and no account, group or event is known. */
export function pageOf(shown: Surface | null, profile: PageKind = "profile"): Page | undefined {
  const who = shown?.author;
  if (!who?.handle && !who?.id) return undefined;
  const kind = shown!.kind === "group" || shown!.kind === "event" ? shown!.kind : profile;
  return { ...who, kind };
}

const whoIs = ({ handle, id }: Page): string => (handle ?? id ?? "").toLowerCase();

const isSame = (a: Page | undefined, b: Page | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A site whose posts and comments know the page they stand on, and whose drafts know what they answer.
 * @param profile what an account's page is called on this site.
 */
export function situated(site: Site, profile: PageKind = "profile"): Site {
  const add = adder();
  let last: Page | undefined;
  const page = perTurn(() => {
    const now = pageOf(site.page(), profile);
    if (!isSame(now, last)) last = now;
    return last;
  });

  /** A post that names its group itself knows no more of it than that: where the group's own head is shown, that tells. */
  function placed(surface: Surface): Surface {
    if (PAGES.has(surface.kind)) return surface;
    const { page: named = surface.parent?.page, parent } = surface;
    const shown = page();
    const on = named && (!shown || whoIs(named) !== whoIs(shown)) ? named : shown;
    return on && on !== surface.page ? add(surface, { page: on, parent }) : surface;
  }

  function inPlace(intent: Intent | null | undefined): Intent | null {
    if (!intent) return null;
    const surfaces = intent.surfaces.map(placed);
    const about = surfaces.find(({ kind }) => kind !== "composer");
    if (!about) return { ...intent, surfaces };
    const around = PAGES.has(about.kind) ? { page: pageOf(about, profile) } : { parent: about };
    return {
      ...intent,
      surfaces: surfaces.map((one) => (one.kind === "composer" ? { ...one, ...around } : one)),
    };
  }

  const { twice } = site;
  return {
    ...site,
    press: (target) => inPlace(site.press(target)),
    key: (key, target) => inPlace(site.key(key, target)),
    ...(twice && { twice: (target: Element) => inPlace(twice(target)) }),
    readPost: (post) => placed(site.readPost(post)),
  };
}

/** The page of a single post: all that it shows in order, and which of it the address names. */
interface Thread {
  shown: Element;
  posts: readonly Element[];
}

/** Reads posts that, on the page of a single one, stand below the post they answer; what that one answers stands above. */
export function answering(
  read: (post: Element) => Surface,
  thread: () => Thread | null,
): (post: Element) => Surface {
  const add = adder();
  const now = perTurn(thread);
  return (post) => {
    const surface = read(post);
    const at = now();
    const place = at && !surface.sponsored ? at.posts.indexOf(post) : -1;
    if (!at || place < 0) return surface;
    const first = at.posts.indexOf(at.shown);
    const answered = place > first ? at.shown : at.posts[place - 1];
    return answered ? add(surface, { parent: read(answered), page: surface.page }) : surface;
  };
}

/** An instant or day as markup writes it; an instant without its zone could be one of two days. */
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
/** Nothing on these sites is older; zero on a clock is. */
const OLDEST = "2003-01-01";

/** The local day of a machine-readable time; undefined where it is none, is wrong or lies ahead. */
export function localDay(written: string | null | undefined, now = Date.now()): string | undefined {
  const [, year, month, day, time, seconds = "00", zone] = INSTANT.exec(written?.trim() ?? "") ?? [];
  if (!year) return undefined;
  const date = `${year}-${month}-${day}`;
  const start = Date.parse(`${date}T00:00:00Z`);
  /* What rolls over (30 February) is no day. */
  if (Number.isNaN(start) || !new Date(start).toISOString().startsWith(date)) return undefined;
  const at = time ? Date.parse(`${date}T${time}:${seconds}${colon(zone!)}`) : Number.NaN;
  if (time && Number.isNaN(at)) return undefined;
  const found = time ? isoDay(new Date(at)) : date;
  return found > isoDay(new Date(now)) || found < OLDEST ? undefined : found;
}

const colon = (zone: string): string => zone.replace(/^(.\d\d)(\d\d)$/, "$1:$2");

const two = (part: number): string => String(part).padStart(2, "0");
const isoDay = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The local day of an element that bears a time (`<time datetime>`); undefined where there is none. */
export const dayOf = (el: Element | null | undefined, attribute = "datetime"): string | undefined =>
  el ? localDay(el.getAttribute(attribute)) : undefined;
