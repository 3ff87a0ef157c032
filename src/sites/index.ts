import { facebookData } from "./data/facebook.ts";
import { xData } from "./data/x.ts";
import { facebook } from "./facebook.ts";
import type { Site } from "./types.ts";
import { x } from "./x.ts";

/** The sites guarded from the start. */
export type GuardedSiteId = "facebook" | "x";

const SITES: Record<GuardedSiteId, { hosts: readonly string[]; make: (doc: Document) => Site }> = {
  facebook: { hosts: facebookData.hosts, make: (doc) => facebook(doc) },
  x: { hosts: xData.hosts, make: (doc) => x(doc) },
};

/** Which site a host name belongs to, or null. */
export function siteIdOf(host: string): GuardedSiteId | null {
  for (const [id, site] of Object.entries(SITES)) if (site.hosts.includes(host)) return id as GuardedSiteId;
  return null;
}

/** The reader for this document, or null on any other host. */
export function siteOf(doc: Document): Site | null {
  const id = siteIdOf(doc.location.hostname);
  return id ? SITES[id].make(doc) : null;
}
