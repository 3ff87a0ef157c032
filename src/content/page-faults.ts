import type { PageState } from "../guard/types.ts";

type Faults = PageState["faults"];

const inShort = (error: unknown): string => String(error).slice(0, 300);

/** Owns what does not work in this page, apart from what storage itself says. */
export interface PageFaults {
  all(): Faults;
  /** The rules, or a layer's change of this site's data, could not be used; null: they could. */
  rules(fault: { code: "rules" | "ruleset"; error: unknown } | null): void;
  /** What the user answered could not be stored: it holds for this page only. */
  notStored(error: unknown): void;
}

export function makePageFaults(): PageFaults {
  let rules: Faults = [];
  let storage: Faults = [];
  return {
    all: () => [...rules, ...storage],
    rules(fault) {
      rules = fault ? [{ code: fault.code, detail: inShort(fault.error) }] : [];
    },
    notStored(error) {
      storage = [{ code: "storage", detail: inShort(error) }];
    },
  };
}
