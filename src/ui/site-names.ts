import type { SiteId } from "../domain/vocabulary.ts";

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
