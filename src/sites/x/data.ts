import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/x.json";
import type { SiteData } from "../adapter.ts";

export const xData: SiteData = { hosts, selectors, labels };
export type XRole = keyof typeof selectors;
export type XWord = keyof typeof labels;
