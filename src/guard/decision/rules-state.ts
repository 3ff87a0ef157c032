import { cachedRules, type Rules } from "./assessment-cache.ts";

/** Owns whether the rules are there: null while they are loaded, "failed" when they cannot be had. */
export interface RulesState {
  current(): Rules | null | "failed";
  /** The rules, where there are any to ask. */
  usable(): Rules | null;
  /** Resolves when `current()` is no longer null. */
  ready: Promise<void>;
  /** The rules arrived or changed: answers given before are forgotten with them. */
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
