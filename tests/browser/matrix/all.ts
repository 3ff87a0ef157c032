/** Makes the cases of each site from its pages. */
import { pagesOf, type SiteName, type TestPage } from "../lib/pages.ts";
import { blueskyCases } from "./bluesky.ts";
import type { PageCases } from "./case.ts";
import { facebookCases } from "./facebook.ts";
import { instagramCases } from "./instagram.ts";
import { linkedinCases } from "./linkedin.ts";
import { redditCases } from "./reddit.ts";
import { telegramCases } from "./telegram.ts";
import { threadsCases } from "./threads.ts";
import { tiktokCases } from "./tiktok.ts";
import { whatsappCases } from "./whatsapp.ts";
import { xCases } from "./x.ts";
import { youtubeCases } from "./youtube.ts";

export const CASES: Record<SiteName, (page: TestPage) => PageCases> = {
  facebook: facebookCases,
  x: xCases,
  instagram: instagramCases,
  tiktok: tiktokCases,
  youtube: youtubeCases,
  threads: threadsCases,
  linkedin: linkedinCases,
  bluesky: blueskyCases,
  reddit: redditCases,
  whatsapp: whatsappCases,
  telegram: telegramCases,
};

export const SITES = Object.keys(CASES) as SiteName[];

/** The cases of all pages. */
export const allPages = (): PageCases[] => SITES.flatMap((site) => pagesOf(site).map(CASES[site]));
