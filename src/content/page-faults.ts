import type { PageState } from "../domain/warning.ts";

type Faults = PageState["faults"];

const inShort = (error: unknown): string => String(error).slice(0, 300);

/** Owns what does not work in this page, apart from what storage itself says. */
export interface PageFaults {
  all(): Faults;
  /** The rules, or a layer's change of this site's data, could not be used; null: they could. */
  rules(fault: { code: "rules" | "ruleset"; error: unknown } | null): void;
  /** This answer could not be stored (yet): it holds for this page only. */
  notStored(answer: object, error: unknown): void;
  /** This answer is stored after all. */
  stored(answer: object): void;
}

export function makePageFaults(): PageFaults {
  let rules: Faults = [];
  const unkept = new Map<object, Faults[number]>();
  return {
    /* One is enough: what keeps one answer from being stored keeps the others. */
    all: () => [...rules, ...[...unkept.values()].slice(0, 1)],
    rules(fault) {
      rules = fault ? [{ code: fault.code, detail: inShort(fault.error) }] : [];
    },
    notStored(answer, error) {
      unkept.set(answer, { code: "storage", detail: inShort(error) });
    },
    stored(answer) {
      unkept.delete(answer);
    },
  };
}
