import type { TrainingCase } from "../../src/domain/training-schema.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { lawFaults } from "./law-faults.ts";
import { realNames, wordFaults } from "./word-faults.ts";

/** What is wrong with each case by itself, "<id>: <fault>"; nothing of the bank as a whole. */
export function caseFaults(cases: readonly TrainingCase[], ruleset: Ruleset, day: string): string[] {
  const real = realNames(ruleset.roster);
  const seen = new Set<string>();
  return cases.flatMap((one) => {
    const twice = seen.has(one.id) ? ["the id is taken"] : [];
    seen.add(one.id);
    return [...twice, ...lawFaults(one, ruleset, day), ...wordFaults(one), ...real(one)].map(
      (fault) => `${one.id}: ${fault}`,
    );
  });
}
