import type { TrainingLaw } from "../../../domain/training-bank.ts";
import type { TrainingCase } from "../../../domain/training-schema.ts";
import type { RuleBook } from "../schema/index.ts";

/** The names of all rules and phases, and of the articles that these cases rest on. */
export function trainingLaw(
  { rules, bases, instruments, phases }: RuleBook,
  cases: readonly Pick<TrainingCase, "bases">[],
): TrainingLaw {
  const used = new Set(cases.flatMap((one) => one.bases));
  const titles = new Map(instruments.map(({ id, title }) => [id, title]));
  return {
    rules: Object.fromEntries(rules.map(({ id, number, title }) => [id, { number, title }])),
    bases: Object.fromEntries(
      bases
        .filter(({ id }) => used.has(id))
        .map(({ id, instrument, article, text }) => [
          id,
          { instrument: titles.get(instrument) ?? { id: instrument }, article, text },
        ]),
    ),
    phases: Object.fromEntries(phases.kinds.map(({ id, name }) => [id, name])),
  };
}
