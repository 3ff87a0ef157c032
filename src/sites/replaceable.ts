import { mergeSite } from "../ruleset/sites.ts";
import type { SiteChange, SiteData } from "../ruleset/types.ts";
import type { MakeSite, Site } from "./types.ts";

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
  const site: Site = {
    id: now.id,
    places: now.places,
    press: (target) => now.press(target),
    key: (key, target) => now.key(key, target),
    ...(now.twice && { twice: (target) => now.twice?.(target) ?? null }),
    ...(now.touch && { touch: (target) => now.touch?.(target) }),
    ...(now.early && { early: true }),
    remember: (target, how) => now.remember(target, how),
    posts: () => now.posts(),
    ...(now.postsIn && { postsIn: (el) => now.postsIn?.(el) ?? [] }),
    ...(now.postAt && { postAt: (el) => now.postAt?.(el) ?? null }),
    readPost: (post) => now.readPost(post),
    page: () => now.page(),
    heading: () => now.heading(),
    ...(now.banner && { banner: () => now.banner?.() ?? null }),
    ...(now.roots && { roots: () => now.roots?.() ?? [doc] }),
    actionBar: (post) => now.actionBar(post),
    pickerOpen: () => now.pickerOpen(),
    again: (intent) => now.again(intent),
    ...(now.done && { done: (intent) => now.done?.(intent) }),
    ...(now.taken && { taken: (post) => now.taken?.(post) ?? {} }),
  };
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
