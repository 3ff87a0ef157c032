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

/** The role with the exceptions of a role ends in this. */
const EXCEPTIONS = "Not";

/**
 * The roles come from the site's own data, so that a missing one does not compile. What matches `<role>Not` as well is
 * no match of the role: so data can take back single elements without repeating the whole list.
 */
export function rolesOf<S extends string, L extends string>({
  selectors: data,
  labels: words,
}: SiteData): Roles<S, L> {
  const entriesOf = (role: string): readonly string[] => {
    const list = data[role] ?? [];
    const except = data[role + EXCEPTIONS]?.join(",");
    return except ? list.map((one) => `:is(${one}):not(${except})`) : list;
  };
  const selectors = new Map(Object.keys(data).map((role) => [role, entriesOf(role).join(",")]));
  const labels = new Map(Object.entries(words).map(([role, list]) => [role, new Set(list)]));
  return {
    selectorOf: (role) => selectors.get(role) ?? "",
    selectorsOf: (role) => entriesOf(role),
    isLabel: (role, label) => labels.get(role)?.has(label) ?? false,
    labelsOf: (role) => words[role] ?? [],
  };
}
