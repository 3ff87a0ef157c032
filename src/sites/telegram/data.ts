import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/telegram.json";
import type { SiteData } from "../adapter.ts";

export const telegramData: SiteData = { hosts, selectors, labels };
