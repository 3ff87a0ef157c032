import { cachedRules, type Rules } from "./assessment-cache.ts";

/** Owns the loaded rules: null while they load, "failed" if they cannot be loaded. */
export interface RulesState {
  current(): Rules | null | "failed";
  /** The rules, or null if none are loaded. */
  usable(): Rules | null;
  /** Resolves when `current()` is no longer null. */
  ready: Promise<void>;
  /** Takes new rules; assessments cached from the old ones are dropped. */
  use(next: Rules | "failed"): void;
}

export function makeRulesState(): RulesState {
  let rules: Rules | null | "failed" = null;
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  return {
    current: () => rules,
    usable: () => (rules === "failed" ? null : rules),
    ready,
    use(next) {
      rules = next === "failed" ? next : cachedRules(next);
      resolve();
    },
  };
}
