/* Made by npm run lists; do not edit here. */
/** The data of all sites that shared code needs; src/sites/<site>/site.json has the rest, and only its site reads it. */

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

/** Sites that are off until the user turns them on: private messengers, for whose hosts the browser then asks. */
export const OPTIONAL_SITES = ["whatsapp", "telegram"] as const satisfies readonly SiteId[];
export type OptionalSite = (typeof OPTIONAL_SITES)[number];

/** Names of the sites, the same in every language. */
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
