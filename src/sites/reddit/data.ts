import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/reddit.json";
import type { SiteData } from "../adapter.ts";

export const redditData: SiteData = { hosts, selectors, labels };
export type RedditRole = keyof typeof selectors;
export type RedditWord = keyof typeof labels;
