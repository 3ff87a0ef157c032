/** What an address leads to, where something to like or share is to be expected there. */
export type Place = "feed" | "item" | "profile";

/**
 * A site's paths as regular expressions of its own site.json, stable for years and the same in every language. A path that
 * matches none (settings, sign-in, messages, search, grids that only lead elsewhere) is not expected to show posts and is
 * never called unread.
 */
export type Places = Partial<Record<Place, string>>;

/** What a path promises, or null where nothing is to be expected. */
export const placeOf = (places: Places = {}, path: string): Place | null =>
  (["feed", "item", "profile"] as const).find(
    (kind) => places[kind] && new RegExp(places[kind]).test(path),
  ) ?? null;

/** Words of paths that are the sites' own, for a report: everything else in a path may name somebody. */
const PATH_WORD =
  /^(?:home|watch|reels?|groups|feed|posts?|videos?|photos?|permalink|(?:home|photo|permalink|story|profile)\.php|status|p|tv|foryou|following|shorts|live|for_you|update|company|profile|in|comments|user)$/;

/** A path by its shape alone: what is not a word of the sites' is an asterisk. */
export const pathShape = (path: string): string =>
  `/${path
    .split("/")
    .filter(Boolean)
    .map((part) => (PATH_WORD.test(part) ? part : "*"))
    .join("/")}`;
