import type { Status, Strength } from "../../domain/vocabulary.ts";
import type { ShownBasis } from "../../domain/warning.ts";
import { type Explanation, explain } from "../../engine/ruleset/law/explain.ts";
import type { Rule, RuleBook, Said } from "../../engine/ruleset/schema/index.ts";

/** What "dasar hukum" of a rule unfolds to, for this day and this status. */
export interface RuleBasis {
  /** One article each, strongest rule text first; `strength` of the firmest deed that rests on it. */
  bases: readonly (ShownBasis & { strength: Strength })[];
  /** What a breach can lead to in today's phase for this status; undefined where nothing is known. */
  sanction: Said | undefined;
  phase: Said;
  /** What is disputed or only advised, in words. */
  notes: readonly Said[];
}

const STRENGTH_ORDER: readonly Strength[] = ["firm", "disputed", "advice"];

/** The law behind one rule: everything its triggers rest on that is in force today. Undefined where nothing is. */
export function basisOf(law: RuleBook, rule: Rule, status: Status, date: string): RuleBasis | undefined {
  const found = rule.triggers.flatMap((trigger): Explanation[] => {
    const one = explain(
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
    return one ? [one] : [];
  });
  found.sort((a, b) => STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength));
  const bases = new Map<string, RuleBasis["bases"][number]>();
  for (const { bases: shown, strength } of found)
    for (const { id, instrument, article, text, since, source } of shown)
      if (!bases.has(id))
        bases.set(id, { instrument: instrument.title, article, text, since, source, strength });
  const [first] = found;
  if (!first || bases.size === 0) return undefined;
  return {
    bases: [...bases.values()],
    sanction: first.sanction,
    phase: first.phase.name,
    notes: [...new Map(found.flatMap(({ note }) => (note ? [[note.id, note]] : []))).values()],
  };
}
