import { SITE_HOSTS } from "../domain/site-hosts.ts";
import { OPTIONAL_SITES, type OptionalSite, SITE_IDS, type SiteId } from "../domain/sites.ts";

/** Which guarded site a host name belongs to, or null. */
export const siteIdOf = (host: string): SiteId | null =>
  SITE_IDS.find((id) => SITE_HOSTS[id].includes(host)) ?? null;

/** Match patterns of hosts, for manifest and permissions. */
export const patterns = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}/*`);

/** Is the site off until the user switches it on? */
export const isOptional = (id: SiteId): id is OptionalSite => OPTIONAL_SITES.some((asked) => asked === id);

/** Sites that are guarded from the start, in the order of the words. */
/* Marked pure, so that a page's script, which needs neither, does not carry every site's hosts. */
export const GUARDED_SITES: readonly SiteId[] = /* @__PURE__ */ SITE_IDS.filter((id) => !isOptional(id));

/** Hosts of all of these, in the order of the manifest. */
export const ALL_PATTERNS: readonly string[] = /* @__PURE__ */ GUARDED_SITES.flatMap((id) =>
  patterns(SITE_HOSTS[id]),
);
