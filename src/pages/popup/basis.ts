import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Status, Strength } from "../../domain/vocabulary.ts";
import type { ShownBasis } from "../../domain/warning.ts";
import { type Explanation, explain } from "../../engine/ruleset/law/explain.ts";
import type { Rule, RuleBook } from "../../engine/ruleset/schema/index.ts";

/** The content of "Dasar hukum" of a rule, for one day and one status. */
export interface RuleBasis {
  /** One per article, firmest first; `strength` is that of the firmest trigger that rests on it. */
  bases: readonly (ShownBasis & { strength: Strength })[];
  /** What a breach can lead to in this phase for this status; undefined if nothing is known. */
  sanction: LocalizedText | undefined;
  phase: LocalizedText;
  /** Notes on what is disputed or only advised. */
  notes: readonly LocalizedText[];
}

const STRENGTH_ORDER: readonly Strength[] = ["firm", "disputed", "advice"];

/** The legal basis of a rule: everything in force on `date` that its triggers rest on. Undefined if there is none. */
export function basisOf(law: RuleBook, rule: Rule, status: Status, date: string): RuleBasis | undefined {
  const explanations = rule.triggers.flatMap((trigger): Explanation[] => {
    const explanation = explain(
      { ...law, rules: [{ ...rule, triggers: [trigger] }] },
      {
        action: trigger.actions[0]!,
        surface: trigger.surfaces[0]!,
        status,
        date,
        spouse: true,
        ...(trigger.topic ? { topics: [trigger.topic] } : {}),
        ...(trigger.accounts?.[0] ? { account: trigger.accounts[0] } : {}),
      },
    );
    return explanation ? [explanation] : [];
  });
  explanations.sort((a, b) => STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength));
  const bases = new Map<string, RuleBasis["bases"][number]>();
  for (const { bases: shown, strength } of explanations)
    for (const { id, instrument, article, text, since, source } of shown)
      if (!bases.has(id))
        bases.set(id, { instrument: instrument.title, article, text, since, source, strength });
  const [first] = explanations;
  if (!first || bases.size === 0) return undefined;
  return {
    bases: [...bases.values()],
    sanction: first.sanction,
    phase: first.phase.name,
    notes: [...new Map(explanations.flatMap(({ note }) => (note ? [[note.id, note]] : []))).values()],
  };
}
