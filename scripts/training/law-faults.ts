import type { TrainingCase } from "../../src/domain/training-schema.ts";
import { isInForce } from "../../src/engine/ruleset/law/explain.ts";
import type { Basis, Instrument, Phase, Rule, RuleBook } from "../../src/engine/ruleset/schema/index.ts";

/** What the ruleset knows of a case; a fault says what it does not know. */
interface Law {
  rule: Rule | undefined;
  phase: Phase | undefined;
  /** The first one decides. */
  bases: { id: string; basis: Basis | undefined; instrument: Instrument | undefined }[];
}

function lawOf(one: TrainingCase, ruleset: RuleBook): Law {
  return {
    rule: ruleset.rules.find(({ id }) => id === one.rule),
    phase: ruleset.phases.kinds.find(({ id }) => id === one.phase),
    bases: one.bases.map((id) => {
      const basis = ruleset.bases.find((other) => other.id === id);
      return { id, basis, instrument: ruleset.instruments.find((other) => other.id === basis?.instrument) };
    }),
  };
}

/** Faults of a case against the law of the ruleset as it stands on that day; its words are judged elsewhere. */
export function lawFaults(one: TrainingCase, ruleset: RuleBook, day: string): string[] {
  const law = lawOf(one, ruleset);
  return [
    ...ruleFaults(one, law),
    ...law.bases.flatMap((named) => basisFaults(one, law, named, day)),
    ...keyFaults(one, law),
  ];
}

function ruleFaults(one: TrainingCase, { rule, phase, bases }: Law): string[] {
  const faults: string[] = [];
  if (phase === undefined) faults.push(`no phase ${one.phase}`);
  if (rule === undefined) return [...faults, `no rule ${one.rule}`];
  if (!rule.binds.includes(one.status)) faults.push(`${rule.id} does not bind ${one.status}`);
  if ((rule.only === "spouse") !== (one.spouse === true))
    faults.push(`${rule.id} and “spouse” do not go together`);
  const backing = new Set(rule.triggers.flatMap((trigger) => trigger.bases));
  if (!backing.has(one.bases[0]!)) faults.push(`${one.bases[0]} decides, but does not back ${rule.id}`);
  if (new Set(one.bases).size < one.bases.length) faults.push("a basis twice");
  return [...faults, ...(bases.length === 0 ? ["no basis"] : [])];
}

function basisFaults(
  one: TrainingCase,
  { phase }: Law,
  { id, basis, instrument }: Law["bases"][number],
  day: string,
): string[] {
  if (basis === undefined || instrument === undefined) return [`no basis ${id}`];
  const faults: string[] = [];
  if (!isInForce(basis, instrument, day) || ["superseded", "historical"].includes(instrument.status))
    faults.push(`${id} is not in force on ${day}`);
  if (basis.binds && !basis.binds.includes(one.status)) faults.push(`${id} does not bind ${one.status}`);
  const stands = phase?.object === "terpilih" ? "calon" : phase?.object;
  if (basis.object !== undefined && stands !== "none" && basis.object !== stands)
    faults.push(`${id} speaks of ${basis.object}, in this phase it is ${stands}`);
  return faults;
}

/** How answer, strength and deciding basis go together; docs/training.md says why. */
function keyFaults(one: TrainingCase, { rule, bases }: Law): string[] {
  const faults: string[] = [];
  const status = bases[0]?.instrument?.status;
  if ((one.answer === "no") !== (one.strength === "firm" && one.answer !== "fine"))
    faults.push(`“${one.answer}” by a ${one.strength} basis`);
  if (one.strength === "disputed" && one.answer === "fine") faults.push("disputed, and yet “fine”");
  if (one.strength === "firm" && status !== "current") faults.push(`firm, but what decides is ${status}`);
  /* PP 94/2021 reaches CPNS, PPPK and PPNPN through an instrument of their own. */
  const bound = new Set(rule?.triggers.flatMap((trigger) => trigger.bases));
  const named = bases.some(({ basis }) => basis?.binds?.includes(one.status));
  if (one.status !== "PNS" && bound.size > 0 && !named)
    faults.push(`names no basis through which the rule binds ${one.status}`);
  return faults;
}
