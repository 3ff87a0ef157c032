import { mergeSite } from "../../engine/ruleset/layers/site-overrides.ts";
import type { SiteChange, SiteData } from "../../engine/ruleset/schema/index.ts";

/**
 * A site's bundled data with the layers' change of them as stored.
 * @returns the reason if the change cannot be used
 */
export const changedData = (doc: Document, bundled: SiteData, change: unknown): SiteData | string =>
  faultIn(doc, change) ?? mergeSite(bundled, change as SiteChange);

/** Why stored data cannot be used: a wrong shape, or a selector that this browser does not know. */
function faultIn(doc: Document, change: unknown): string | null {
  if (typeof change !== "object" || change === null) return "object";
  const { selectors = {}, labels = {} } = change as Record<string, unknown>;
  for (const [name, roles] of Object.entries({ selectors, labels }))
    for (const [role, list] of Object.entries(roles ?? {}))
      if (!Array.isArray(list) || !list.every((one) => typeof one === "string"))
        return `${name}.${role}: list of texts`;
  const empty = doc.createDocumentFragment();
  for (const [role, list] of Object.entries(selectors ?? {}))
    try {
      if ((list as string[]).length) empty.querySelector((list as string[]).join(","));
    } catch {
      return `selectors.${role}`;
    }
  return null;
}
