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
