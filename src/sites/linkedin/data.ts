import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/linkedin.json";
import type { SiteData } from "../adapter.ts";

export const linkedinData: SiteData = { hosts, selectors, labels };
export type LinkedinRole = keyof typeof selectors;
export type LinkedinWord = keyof typeof labels;
