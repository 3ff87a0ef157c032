import { SITE_HOSTS } from "../sites/hosts.ts";
import { SITE_IDS } from "../words.ts";
import { SITE_NAMES } from "./names.ts";

/** Names of the sites that this version guards. */
export const GUARDED: readonly string[] = SITE_IDS.filter((site) => SITE_HOSTS[site].length > 0).map(
  (site) => SITE_NAMES[site],
);
