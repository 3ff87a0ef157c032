import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/tiktok.json";
import type { SiteData } from "../adapter.ts";

export const tiktokData: SiteData = { hosts, selectors, labels };
export type TiktokRole = keyof typeof selectors;
export type TiktokWord = keyof typeof labels;
