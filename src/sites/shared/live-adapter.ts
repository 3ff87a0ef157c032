import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import type { MakeSite, Site } from "../adapter.ts";
import type { changedData } from "./site-change.ts";

/** An adapter whose data can be replaced while the page is open. */
export interface LiveAdapter {
  site: Site;
  /** The data in force. */
  data(): SiteData;
  /**
   * Applies the layers' changes as stored; null restores the bundled data.
   * @param read how to read them: it comes with the engine, so that the guard's script does not contain it
   * @returns true if the adapter changed, or the reason why the change was refused, in which case nothing changes
   */
  applyOverrides(change: unknown, read: typeof changedData): boolean | string;
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
    applyOverrides(change, read) {
      const text = JSON.stringify(change ?? null);
      if (text === lastChange) return refusal ?? false;
      lastChange = text;
      const changed = change ? read(doc, bundled, change) : bundled;
      refusal = typeof changed === "string" ? changed : null;
      if (typeof changed === "string") return changed;
      data = changed;
      current = make(doc, data);
      return true;
    },
  };
}
