import { mergeSite } from "../../engine/ruleset/layers/site-overrides.ts";
import type { SiteChange, SiteData } from "../../engine/ruleset/schema/index.ts";
import type { MakeSite, Site } from "../adapter.ts";

/** A site whose data can be replaced while the page is open. */
export interface Replaceable {
  site: Site;
  /** The data that hold now. */
  data(): SiteData;
  /**
   * Takes what the layers changed, as stored; null: nothing, the bundled data hold.
   * @returns whether the site reads anew from now on, or in words why the change was refused (the old data hold).
   */
  use(change: unknown): boolean | string;
}

export function replaceable(doc: Document, make: MakeSite, bundled: SiteData): Replaceable {
  let data = bundled;
  let now = make(doc, data);
  let last = "null";
  let wrong: string | null = null;
  /* Every call goes to the site as it is made by then; one that the new data have no gesture for answers nothing. */
  const calls = Object.entries(now).map(([name, value]) => [
    name,
    typeof value === "function"
      ? (...parts: unknown[]) => (now as unknown as Record<string, typeof value>)[name]?.(...parts)
      : value,
  ]);
  const site = Object.fromEntries(calls) as Site;
  return {
    site,
    data: () => data,
    use(change) {
      const text = JSON.stringify(change ?? null);
      if (text === last) return wrong ?? false;
      last = text;
      wrong = change ? fault(doc, change) : null;
      if (wrong) return wrong;
      data = change ? mergeSite(bundled, change as SiteChange) : bundled;
      now = make(doc, data);
      return true;
    },
  };
}

/** Why stored data cannot be used: their shape, or a selector that this browser does not know. */
function fault(doc: Document, change: unknown): string | null {
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
