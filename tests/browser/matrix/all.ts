/** Makes the cases of each site from its pages. */
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

/** The pages of all other sites list their actions themselves. */
export const CASES = Object.fromEntries(SITE_IDS.map((id) => [id, OWN[id] ?? rowCases])) as Record<
  SiteName,
  MakeCases
>;

export const SITES: readonly SiteName[] = SITE_IDS;

/** The cases of all pages. */
export const allPages = (): PageCases[] => SITES.flatMap((site) => pagesOf(site).map(CASES[site]));
