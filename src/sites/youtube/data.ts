import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/youtube.json";
import type { SiteData } from "../adapter.ts";

export const youtubeData: SiteData = { hosts, selectors, labels };
export type YoutubeRole = keyof typeof selectors;
export type YoutubeWord = keyof typeof labels;
