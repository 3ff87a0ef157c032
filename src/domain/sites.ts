/* Made by npm run lists; do not edit here. */
/** What code has to know of every site; all else stands in src/sites/<site>/site.json and is read by that site alone. */

/** One social network: how its pages are read and how its users act. */
export const SITE_IDS = [
  "facebook",
  "x",
  "instagram",
  "tiktok",
  "youtube",
  "threads",
  "linkedin",
  "bluesky",
  "reddit",
  "whatsapp",
  "telegram",
] as const;
export type SiteId = (typeof SITE_IDS)[number];

/** Sites that are off until the user switches them on: private talk, whose hosts the browser asks for then. */
export const ASKED_SITES = ["whatsapp", "telegram"] as const satisfies readonly SiteId[];
export type AskedSite = (typeof ASKED_SITES)[number];

/** Proper names, the same in every language. */
export const SITE_NAMES: Readonly<Record<SiteId, string>> = {
  facebook: "Facebook",
  x: "X",
  instagram: "Instagram",
  tiktok: "TikTok",
  youtube: "YouTube",
  threads: "Threads",
  linkedin: "LinkedIn",
  bluesky: "Bluesky",
  reddit: "Reddit",
  whatsapp: "WhatsApp",
  telegram: "Telegram",
};

/** Host names of every site. */
export const SITE_HOSTS: Readonly<Record<SiteId, readonly string[]>> = {
  facebook: ["facebook.com", "www.facebook.com", "web.facebook.com", "m.facebook.com"],
  x: ["x.com", "mobile.x.com", "twitter.com", "mobile.twitter.com", "platform.twitter.com", "platform.x.com"],
  instagram: ["instagram.com", "www.instagram.com"],
  tiktok: ["tiktok.com", "www.tiktok.com", "m.tiktok.com"],
  youtube: ["youtube.com", "www.youtube.com", "m.youtube.com"],
  threads: ["threads.com", "www.threads.com", "threads.net", "www.threads.net"],
  linkedin: ["linkedin.com", "www.linkedin.com"],
  bluesky: ["bsky.app"],
  reddit: ["reddit.com", "www.reddit.com", "old.reddit.com"],
  whatsapp: ["web.whatsapp.com"],
  telegram: ["web.telegram.org"],
};
