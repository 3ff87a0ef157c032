/* Made by npm run lists; do not edit here. */
import type { SiteId } from "./sites.ts";

/** Host names of every site. */
export const SITE_HOSTS: Readonly<Record<SiteId, readonly string[]>> = {
  facebook: ["facebook.com", "www.facebook.com", "web.facebook.com", "m.facebook.com", "id-id.facebook.com"],
  x: [
    "x.com",
    "mobile.x.com",
    "pro.x.com",
    "twitter.com",
    "mobile.twitter.com",
    "platform.twitter.com",
    "platform.x.com",
  ],
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
