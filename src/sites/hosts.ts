import { SITE_HOSTS } from "../domain/site-hosts.ts";
import { OPTIONAL_SITES, type OptionalSite, SITE_IDS, type SiteId } from "../domain/sites.ts";

/** The site of a host name; null if it belongs to none. */
export const siteIdOf = (host: string): SiteId | null =>
  SITE_IDS.find((id) => SITE_HOSTS[id].includes(host)) ?? null;

/** Match patterns of hosts, for manifest and permissions. */
export const patterns = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}/*`);

/** True if the site stays unguarded until the user switches it on. */
export const isOptional = (id: SiteId): id is OptionalSite => OPTIONAL_SITES.some((asked) => asked === id);

/** Sites that are guarded from the start, in the order of `SITE_IDS`. */
/* Marked pure, so that page scripts, which need neither constant, do not contain every site's hosts. */
export const GUARDED_SITES: readonly SiteId[] = /* @__PURE__ */ SITE_IDS.filter((id) => !isOptional(id));

/** Match patterns of their hosts, in the order of the manifest. */
export const ALL_PATTERNS: readonly string[] = /* @__PURE__ */ GUARDED_SITES.flatMap((id) =>
  patterns(SITE_HOSTS[id]),
);
