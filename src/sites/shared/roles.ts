import type { SiteData } from "../../engine/ruleset/schema/index.ts";

/** Looks up a site's data by role. */
export interface Roles<S extends string, L extends string> {
  /** All entries of a role as one selector list; an empty string if there are none. */
  selectorOf(role: S): string;
  /** The single entries, in order of preference. */
  selectorsOf(role: S): readonly string[];
  /** True if this is one of the role's labels. */
  isLabel(role: L, label: string): boolean;
  labelsOf(role: L): readonly string[];
}

/** The roles come from the site's own data, so that a missing one does not compile. */
export function rolesOf<S extends string, L extends string>(data: SiteData): Roles<S, L> {
  const selectors = new Map(Object.entries(data.selectors).map(([role, list]) => [role, list.join(",")]));
  const labels = new Map(Object.entries(data.labels).map(([role, list]) => [role, new Set(list)]));
  return {
    selectorOf: (role) => selectors.get(role) ?? "",
    selectorsOf: (role) => data.selectors[role] ?? [],
    isLabel: (role, label) => labels.get(role)?.has(label) ?? false,
    labelsOf: (role) => data.labels[role] ?? [],
  };
}
