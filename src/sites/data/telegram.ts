import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/telegram.json";
import type { SiteData } from "../types.ts";

export const telegramData: SiteData = { hosts, selectors, labels };
