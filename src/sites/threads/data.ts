import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/threads.json";
import type { SiteData } from "../adapter.ts";

export const threadsData: SiteData = { hosts, selectors, labels };
export type ThreadsRole = keyof typeof selectors;
export type ThreadsWord = keyof typeof labels;
