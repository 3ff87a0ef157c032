import type { SiteData } from "../../engine/ruleset/schema/index.ts";

/** A site's data as its adapter asks for it. */
export interface Roles<S extends string, L extends string> {
  /** The selector of a role, all entries as one list; "" where there are none. */
  s(role: S): string;
  /** Every entry by itself, in order of preference. */
  each(role: S): readonly string[];
  /** Is this one of the words of the role? */
  is(role: L, label: string): boolean;
  words(role: L): readonly string[];
}

/** The roles are those of the site's own data, so a forgotten one does not compile. */
export function rolesOf<S extends string, L extends string>(data: SiteData): Roles<S, L> {
  const joined = new Map(Object.entries(data.selectors).map(([role, list]) => [role, list.join(",")]));
  const said = new Map(Object.entries(data.labels).map(([role, list]) => [role, new Set(list)]));
  return {
    s: (role) => joined.get(role) ?? "",
    each: (role) => data.selectors[role] ?? [],
    is: (role, label) => said.get(role)?.has(label) ?? false,
    words: (role) => data.labels[role] ?? [],
  };
}
