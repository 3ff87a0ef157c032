import { SITE_NAMES } from "../domain/sites.ts";
import { GUARDED_SITES } from "../sites/hosts.ts";

/** Names of the sites that are guarded without being switched on first. */
export const GUARDED_SITE_NAMES: readonly string[] = GUARDED_SITES.map((site) => SITE_NAMES[site]);
