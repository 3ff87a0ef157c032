import { GUARDED_SITES } from "../sites/hosts.ts";
import { SITE_NAMES } from "./site-names.ts";

/** Names of the sites that are guarded without being switched on first. */
export const GUARDED_SITE_NAMES: readonly string[] = GUARDED_SITES.map((site) => SITE_NAMES[site]);
