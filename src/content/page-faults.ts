import type { PageState } from "../domain/warning.ts";

type Faults = PageState["faults"];

const shorten = (error: unknown): string => String(error).slice(0, 300);

/** The faults of this page, apart from those found while reading the storage. */
export interface PageFaults {
  all(): Faults;
  /** Sets why the rules, or the layers' change of this site's data, cannot be used; null if they can. */
  rules(fault: { code: "rules" | "ruleset"; error: unknown } | null): void;
  /** Our own code threw while it handled an action of the user, which was then not asked about. */
  threw(error: unknown): void;
  /** This answer is not stored yet: it applies in this page only. */
  notStored(answer: object, error: unknown): void;
  /** This answer is stored now. */
  stored(answer: object): void;
}

export function makePageFaults(): PageFaults {
  let rules: Faults = [];
  let thrown: Faults = [];
  const pending = new Map<object, Faults[number]>();
  return {
    /* One is enough: the others are not stored for the same reason. */
    all: () => [...rules, ...thrown, ...[...pending.values()].slice(0, 1)],
    rules(fault) {
      rules = fault ? [{ code: fault.code, detail: shorten(fault.error) }] : [];
    },
    threw(error) {
      thrown = [{ code: "unchecked", detail: shorten(error) }];
    },
    notStored(answer, error) {
      pending.set(answer, { code: "storage", detail: shorten(error) });
    },
    stored(answer) {
      pending.delete(answer);
    },
  };
}
