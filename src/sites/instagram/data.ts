import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/instagram.json";
import type { SiteData } from "../adapter.ts";

export const instagramData: SiteData = { hosts, selectors, labels };
export type InstagramRole = keyof typeof selectors;
export type InstagramWord = keyof typeof labels;
