/** How the cases of each site are made from a page of it. */
import { SITE_IDS } from "../../../src/domain/sites.ts";
import { pagesOf, type SiteName, type TestPage } from "../lib/pages.ts";
import type { PageCases } from "./case.ts";
import { facebookCases } from "./facebook.ts";
import { instagramCases } from "./instagram.ts";
import { linkedinCases } from "./linkedin.ts";
import { redditCases } from "./reddit.ts";
import { rowCases } from "./rows.ts";
import { telegramCases } from "./telegram.ts";
import { threadsCases } from "./threads.ts";
import { tiktokCases } from "./tiktok.ts";
import { whatsappCases } from "./whatsapp.ts";
import { xCases } from "./x.ts";
import { youtubeCases } from "./youtube.ts";

type MakeCases = (page: TestPage) => PageCases;

/** Sites whose actions need more than a button or an editor. */
const OWN: Partial<Record<SiteName, MakeCases>> = {
  facebook: facebookCases,
  x: xCases,
  instagram: instagramCases,
  tiktok: tiktokCases,
  youtube: youtubeCases,
  threads: threadsCases,
  linkedin: linkedinCases,
  reddit: redditCases,
  whatsapp: whatsappCases,
  telegram: telegramCases,
};

/** All others say in their pages how their actions are performed. */
export const CASES = Object.fromEntries(SITE_IDS.map((id) => [id, OWN[id] ?? rowCases])) as Record<
  SiteName,
  MakeCases
>;

export const SITES: readonly SiteName[] = SITE_IDS;

/** The cases of every page there is. */
export const allPages = (): PageCases[] => SITES.flatMap((site) => pagesOf(site).map(CASES[site]));
