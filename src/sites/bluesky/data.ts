import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/bluesky.json";
import type { SiteData } from "../adapter.ts";

export const blueskyData: SiteData = { hosts, selectors, labels };
export type BlueskyRole = keyof typeof selectors;
export type BlueskyWord = keyof typeof labels;
