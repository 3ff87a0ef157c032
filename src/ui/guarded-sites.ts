import { SITE_NAMES } from "../domain/sites.ts";
import { GUARDED_SITES } from "../sites/hosts.ts";

/** Names of the sites that this version guards from the start. */
export const GUARDED: readonly string[] = GUARDED_SITES.map((site) => SITE_NAMES[site]);
