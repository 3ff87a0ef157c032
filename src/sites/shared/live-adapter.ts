import { mergeSite } from "../../engine/ruleset/layers/site-overrides.ts";
import type { SiteChange, SiteData } from "../../engine/ruleset/schema/index.ts";
import type { MakeSite, Site } from "../adapter.ts";

/** An adapter whose data can be replaced while the page is open. */
export interface LiveAdapter {
  site: Site;
  /** The data in force. */
  data(): SiteData;
  /**
   * Applies the layers' changes as stored; null restores the bundled data.
   * @returns true if the adapter changed, or the reason why the change was refused, in which case nothing changes
   */
  applyOverrides(change: unknown): boolean | string;
}

export function makeLiveAdapter(doc: Document, make: MakeSite, bundled: SiteData): LiveAdapter {
  let data = bundled;
  let current = make(doc, data);
  let lastChange = "null";
  let refusal: string | null = null;
  /* Every call goes to the current adapter; a method that the new data do without returns undefined. */
  const members = Object.entries(current).map(([name, value]) => [
    name,
    typeof value === "function"
      ? (...args: unknown[]) => (current as unknown as Record<string, typeof value>)[name]?.(...args)
      : value,
  ]);
  const site = Object.fromEntries(members) as Site;
  return {
    site,
    data: () => data,
    applyOverrides(change) {
      const text = JSON.stringify(change ?? null);
      if (text === lastChange) return refusal ?? false;
      lastChange = text;
      refusal = change ? faultIn(doc, change) : null;
      if (refusal) return refusal;
      data = change ? mergeSite(bundled, change as SiteChange) : bundled;
      current = make(doc, data);
      return true;
    },
  };
}

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
