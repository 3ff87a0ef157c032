import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/facebook.json";
import type { SiteData } from "../adapter.ts";

/** Only what a page needs: the evidence beside it in the file is left out of the script. */
export const facebookData: SiteData = { hosts, selectors, labels };
export type FacebookRole = keyof typeof selectors;
export type FacebookWord = keyof typeof labels;
