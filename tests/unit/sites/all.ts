/** Every guarded site's reader and data, for tests that go over all of them. */

import type { Site } from "../../../src/sites/adapter.ts";
import { bluesky } from "../../../src/sites/bluesky/adapter.ts";
import { blueskyData } from "../../../src/sites/bluesky/data.ts";
import { facebook } from "../../../src/sites/facebook/adapter.ts";
import { facebookData } from "../../../src/sites/facebook/data.ts";
import { instagram } from "../../../src/sites/instagram/adapter.ts";
import { instagramData } from "../../../src/sites/instagram/data.ts";
import { linkedin } from "../../../src/sites/linkedin/adapter.ts";
import { linkedinData } from "../../../src/sites/linkedin/data.ts";
import { reddit } from "../../../src/sites/reddit/adapter.ts";
import { redditData } from "../../../src/sites/reddit/data.ts";
import { threads } from "../../../src/sites/threads/adapter.ts";
import { threadsData } from "../../../src/sites/threads/data.ts";
import { tiktok } from "../../../src/sites/tiktok/adapter.ts";
import { tiktokData } from "../../../src/sites/tiktok/data.ts";
import { x } from "../../../src/sites/x/adapter.ts";
import { xData } from "../../../src/sites/x/data.ts";
import { youtube } from "../../../src/sites/youtube/adapter.ts";
import { youtubeData } from "../../../src/sites/youtube/data.ts";

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
