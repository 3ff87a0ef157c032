import type { TrainingCase } from "../../../domain/training-schema.ts";
import { isInForce } from "../law/explain.ts";
import type { RuleBook } from "../schema/index.ts";
import { type ValidationError, validationError } from "./errors.ts";

/**
 * Checks a layer's cases to practise with as the project checks its own: unique ids, rule, phase and bases of the ruleset
 * that the layer makes, each basis in force on the day, and a disputed answer that neither allows nor forbids.
 * @param date ISO day
 */
export function checkTraining(
  ruleset: RuleBook,
  cases: readonly TrainingCase[],
  date: string,
): ValidationError[] {
  const faults: ValidationError[] = [];
  const rules = new Set(ruleset.rules.map(({ id }) => id));
  const phases = new Set(ruleset.phases.kinds.map(({ id }) => id));
  const bases = new Map(ruleset.bases.map((one) => [one.id, one]));
  const instruments = new Map(ruleset.instruments.map((one) => [one.id, one]));
  const seen = new Set<string>();
  cases.forEach((one, at) => {
    const path = ["training", at];
    if (seen.has(one.id)) faults.push(validationError([...path, "id"], "twice", [one.id]));
    seen.add(one.id);
    if (!rules.has(one.rule))
      faults.push(validationError([...path, "rule"], "no-such", ["Aturan", one.rule]));
    if (!phases.has(one.phase))
      faults.push(validationError([...path, "phase"], "no-such", ["Tahapan", one.phase]));
    one.bases.forEach((id, on) => {
      const basis = bases.get(id);
      const instrument = basis && instruments.get(basis.instrument);
      if (!basis || !instrument)
        faults.push(validationError([...path, "bases", on], "no-such", ["Dasar", id]));
      else if (!isInForce(basis, instrument, date))
        faults.push(validationError([...path, "bases", on], "basis-not-in-force", [id, date]));
    });
    if (one.strength === "disputed" && one.answer !== "better-not")
      faults.push(validationError([...path, "answer"], "disputed-answer", [one.answer]));
  });
  return faults.slice(0, 50);
}
