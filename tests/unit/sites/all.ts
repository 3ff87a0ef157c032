/** Every guarded site's reader and data, for tests that go over all of them. */
import { bluesky } from "../../../src/sites/bluesky.ts";
import { blueskyData } from "../../../src/sites/data/bluesky.ts";
import { facebookData } from "../../../src/sites/data/facebook.ts";
import { instagramData } from "../../../src/sites/data/instagram.ts";
import { linkedinData } from "../../../src/sites/data/linkedin.ts";
import { redditData } from "../../../src/sites/data/reddit.ts";
import { threadsData } from "../../../src/sites/data/threads.ts";
import { tiktokData } from "../../../src/sites/data/tiktok.ts";
import { xData } from "../../../src/sites/data/x.ts";
import { youtubeData } from "../../../src/sites/data/youtube.ts";
import { facebook } from "../../../src/sites/facebook.ts";
import { instagram } from "../../../src/sites/instagram.ts";
import { linkedin } from "../../../src/sites/linkedin.ts";
import { reddit } from "../../../src/sites/reddit.ts";
import { threads } from "../../../src/sites/threads.ts";
import { tiktok } from "../../../src/sites/tiktok.ts";
import type { Site } from "../../../src/sites/types.ts";
import { x } from "../../../src/sites/x.ts";
import { youtube } from "../../../src/sites/youtube.ts";

export const SITES_DATA = {
  facebook: facebookData,
  x: xData,
  instagram: instagramData,
  tiktok: tiktokData,
  youtube: youtubeData,
  threads: threadsData,
  linkedin: linkedinData,
  bluesky: blueskyData,
  reddit: redditData,
};
const MAKE = { facebook, x, instagram, tiktok, youtube, threads, linkedin, bluesky, reddit };

export const makeSite = (site: keyof typeof SITES_DATA, doc: Document): Site => MAKE[site](doc);
