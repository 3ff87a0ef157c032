import type { SiteId } from "../../../domain/vocabulary.ts";
import type { Ruleset, SiteChange, SiteData } from "../schema/index.ts";

type Roles = Readonly<Record<string, readonly string[]>>;

/** Merges site data: a layer's list for a role replaces the one below; roles and hosts that it omits stay. */
export function mergeSite(below: SiteData | undefined, change: SiteChange): SiteData {
  return {
    hosts: change.hosts ?? below?.hosts ?? [],
    selectors: { ...below?.selectors, ...change.selectors },
    labels: { ...below?.labels, ...change.labels },
  };
}

/** The roles that differ between two sets of site data, with the new lists; null if none does. */
function siteChange(bundled: SiteData | undefined, now: SiteData | undefined): SiteChange | null {
  if (!now) return null;
  const change = {
    selectors: changedRoles(bundled?.selectors ?? {}, now.selectors),
    labels: changedRoles(bundled?.labels ?? {}, now.labels),
  };
  return Object.keys({ ...change.selectors, ...change.labels }).length ? change : null;
}

const changedRoles = (before: Roles, now: Roles): Roles =>
  Object.fromEntries(
    Object.entries(now).filter(([role, list]) => JSON.stringify(list) !== JSON.stringify(before[role])),
  );

/** Changes of the layers by site, which pages of that site need beyond their own script. */
export function siteChanges(bundled: Ruleset, effective: Ruleset): Map<SiteId, SiteChange> {
  const changes = new Map<SiteId, SiteChange>();
  for (const [id, now] of Object.entries(effective.sites ?? {}) as [SiteId, SiteData][]) {
    const change = siteChange(bundled.sites?.[id], now);
    if (change) changes.set(id, change);
  }
  return changes;
}

/** Key in `storage.local` of the layers' changes to a site. */
export const siteChangeKey = (site: SiteId): string => `site.${site}`;
