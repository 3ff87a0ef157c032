import { hosts, labels, selectors } from "../../../assets/rulesets/source/sites/whatsapp.json";
import type { SiteData } from "../adapter.ts";

export const whatsappData: SiteData = { hosts, selectors, labels };
