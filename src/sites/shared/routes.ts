/** What an address leads to, where something to like or share is to be expected there. */
export type Place = "feed" | "item" | "profile";

/**
 * A site's paths, as they have been for years and in every language. What none of them fits (settings, sign-in, messages,
 * search, grids that only lead elsewhere) promises no posts and is never called unread. One constant a site: a site's
 * script carries its own only.
 */
export type Places = Partial<Record<Place, { test(path: string): boolean }>>;

/** First segments of Facebook's paths that name no account. */
const FACEBOOK_OWN =
  /^(?:ads|bookmarks|business|checkpoint|directory|events|find-friends|friends|games|gaming|groups|hashtag|help|home|l|legal|login|marketplace|memories|messages|notifications|pages|permalink|photos?|plugins|policies|privacy|professional_dashboard|recover|reels?|saved|search|settings|sharer?|stories|story|watch)(?:\.php)?$/;
export const isFacebookOwn = (first: string): boolean => FACEBOOK_OWN.test(first);

export const FACEBOOK_PLACES: Places = {
  feed: /^(?:\/(?:home\.php|watch|reel|groups\/[^/]+))?\/?$/,
  item: /^\/(?:[^/]+\/(?:posts|videos|photos)\/.|groups\/[^/]+\/(?:posts|permalink)\/.|reel\/.|(?:photo(?:\.php)?|(?:permalink|story)\.php)\/?$)/,
  /* A name of its own, none of the site's. */
  profile: {
    test(path) {
      const [name, ...rest] = path.split("/").filter(Boolean);
      return !!name && !rest.length && !isFacebookOwn(name);
    },
  },
};
export const X_PLACES: Places = {
  feed: /^\/home\/?$/,
  item: /^\/[^/]+\/status\/\d/,
  profile:
    /^\/(?!(?:i|settings|login|logout|signup|messages|notifications|search|explore|compose|jobs|premium|tos|privacy|about|hashtag|download|bookmarks)(?:$|\/))\w{1,20}\/?$/,
};
export const INSTAGRAM_PLACES: Places = { feed: /^\/?$/, item: /^\/(?:[^/]+\/)?(?:p|reels?|tv)\/./ };
export const TIKTOK_PLACES: Places = {
  feed: /^(?:\/[a-z]{2}(?:-[A-Z]{2})?)?(?:\/(?:foryou|following)?)?\/?$/,
  item: /^\/@[^/]+\/(?:video|photo)\/./,
};
export const YOUTUBE_PLACES: Places = { item: /^\/(?:watch\/?$|(?:shorts|live|post)\/.)/ };
export const THREADS_PLACES: Places = {
  feed: /^\/(?:for_you|following)?\/?$/,
  item: /^\/@[^/]+\/post\/./,
  profile: /^\/@[^/]+\/?$/,
};
export const LINKEDIN_PLACES: Places = {
  feed: /^\/feed\/?$/,
  item: /^\/(?:feed\/update|posts)\/./,
  profile: /^\/company\/[^/]+\/posts\/?$/,
};
export const BLUESKY_PLACES: Places = {
  feed: /^\/(?:profile\/[^/]+\/feed\/[^/]+)?\/?$/,
  item: /^\/profile\/[^/]+\/post\/./,
  profile: /^\/profile\/[^/]+\/?$/,
};

/** The new layout and that of old.reddit.com, whose paths are the same. */
export const REDDIT_PLACES: Places = {
  feed: /^\/(?:r\/[^/]+\/?)?(?:(?:best|hot|new|top|rising)\/?)?$/,
  item: /^\/(?:r|user|u)\/[^/]+\/comments\/./,
  profile: /^\/(?:user|u)\/[^/]+\/?$/,
};

/** What a path promises, or null where nothing is to be expected. */
export const placeOf = (places: Places | undefined, path: string): Place | null =>
  (["feed", "item", "profile"] as const).find((kind) => places?.[kind]?.test(path)) ?? null;

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
