/** The kind of page at a path on which posts are expected. */
export type RouteKind = "feed" | "item" | "profile";

/**
 * A site's paths as regular expressions (`places` in its site.json), stable for years and the same in every language. A
 * path that matches none (settings, sign-in, messages, search, grids of links) is not expected to show posts and never
 * counts as unrecognised.
 */
export type Routes = Partial<Record<RouteKind, string>>;

/** The kind of page at this path; null if no posts are expected there. */
export const routeKindOf = (places: Routes = {}, path: string): RouteKind | null =>
  (["feed", "item", "profile"] as const).find(
    (kind) => places[kind] && new RegExp(places[kind]).test(path),
  ) ?? null;

/** Path segments that the sites define. Every other segment may name somebody, so a report leaves it out. */
const PATH_WORD =
  /^(?:home|watch|reels?|groups|feed|posts?|videos?|photos?|permalink|(?:home|photo|permalink|story|profile)\.php|status|p|tv|foryou|following|shorts|live|for_you|update|company|profile|in|comments|user)$/;

/** The shape of a path: every segment that the sites do not define becomes an asterisk. */
export const pathShape = (path: string): string =>
  `/${path
    .split("/")
    .filter(Boolean)
    .map((part) => (PATH_WORD.test(part) ? part : "*"))
    .join("/")}`;
