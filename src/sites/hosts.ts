/** Host names of the sites guarded from the start; the manifest's hosts are made from these. */
export const SITE_HOSTS = {
  facebook: ["facebook.com", "www.facebook.com", "web.facebook.com", "m.facebook.com"],
  x: ["x.com", "mobile.x.com", "twitter.com", "mobile.twitter.com"],
} as const;

export type GuardedSiteId = keyof typeof SITE_HOSTS;

/** Which guarded site a host name belongs to, or null. */
export function siteIdOf(host: string): GuardedSiteId | null {
  for (const [id, hosts] of Object.entries(SITE_HOSTS))
    if ((hosts as readonly string[]).includes(host)) return id as GuardedSiteId;
  return null;
}

/** Match patterns of a site, for manifest and permissions. */
export const patternsOf = (id: GuardedSiteId): string[] => SITE_HOSTS[id].map((host) => `https://${host}/*`);

/** All of them, in the order of the manifest. */
export const ALL_PATTERNS: readonly string[] = [...patternsOf("facebook"), ...patternsOf("x")];
