import { hosts as bluesky } from "../../assets/rulesets/source/sites/bluesky.json";
import { hosts as facebook } from "../../assets/rulesets/source/sites/facebook.json";
import { hosts as instagram } from "../../assets/rulesets/source/sites/instagram.json";
import { hosts as linkedin } from "../../assets/rulesets/source/sites/linkedin.json";
import { hosts as reddit } from "../../assets/rulesets/source/sites/reddit.json";
import { hosts as telegram } from "../../assets/rulesets/source/sites/telegram.json";
import { hosts as threads } from "../../assets/rulesets/source/sites/threads.json";
import { hosts as tiktok } from "../../assets/rulesets/source/sites/tiktok.json";
import { hosts as whatsapp } from "../../assets/rulesets/source/sites/whatsapp.json";
import { hosts as x } from "../../assets/rulesets/source/sites/x.json";
import { hosts as youtube } from "../../assets/rulesets/source/sites/youtube.json";
import { OPTIONAL_SITES, type OptionalSite, SITE_IDS, type SiteId } from "../domain/vocabulary.ts";

/** Host names of every site, from its data; none where the site is not guarded yet. */
export const SITE_HOSTS: Readonly<Record<SiteId, readonly string[]>> = {
  facebook,
  x,
  instagram,
  tiktok,
  youtube,
  threads,
  linkedin,
  bluesky,
  reddit,
  whatsapp,
  telegram,
};

/** Which guarded site a host name belongs to, or null. */
export const siteIdOf = (host: string): SiteId | null =>
  SITE_IDS.find((id) => SITE_HOSTS[id].includes(host)) ?? null;

/** Match patterns of hosts, for manifest and permissions. */
export const patterns = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}/*`);

/** Is the site off until the user switches it on? */
export const isOptional = (id: SiteId): id is OptionalSite => OPTIONAL_SITES.some((asked) => asked === id);

/** Sites that are guarded from the start, in the order of the words. */
/* Marked pure, so that a page's script, which needs neither, is not to carry every site's hosts. */
export const GUARDED_SITES: readonly SiteId[] = /* @__PURE__ */ SITE_IDS.filter(
  (id) => SITE_HOSTS[id].length > 0 && !isOptional(id),
);

/** Hosts of all of these, in the order of the manifest. */
export const ALL_PATTERNS: readonly string[] = /* @__PURE__ */ GUARDED_SITES.flatMap((id) =>
  patterns(SITE_HOSTS[id]),
);
