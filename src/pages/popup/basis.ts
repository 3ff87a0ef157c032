import type { LocalizedText } from "../../domain/localized-text.ts";
import type { Action, Status, Strength } from "../../domain/vocabulary.ts";
import type { ShownBasis } from "../../domain/warning.ts";
import { type Explanation, explain, sanctionFor } from "../../engine/ruleset/law/explain.ts";
import { phaseOf } from "../../engine/ruleset/law/phase.ts";
import type { ContestStage } from "../../engine/ruleset/law/stages.ts";
import { articleStrength } from "../../engine/ruleset/law/strength.ts";
import type { Rule, RuleBook } from "../../engine/ruleset/schema/index.ts";

/** For which deeds an article is how firm. */
interface DeedStrength {
  strength: Strength;
  actions: readonly Action[];
}

/** The content of "Dasar hukum" of a rule, for one day and one status. */
export interface RuleBasis {
  /** One per article, firmest first. Strength belongs to an article and a deed, never to an article alone. */
  bases: readonly (ShownBasis & { deeds: readonly DeedStrength[] })[];
  /** What a breach can lead to today for this status: once for each stage that runs, or once where none does. */
  outcomes: readonly {
    /** Undefined where no stage runs. */
    stage: ContestStage | undefined;
    /** Undefined if nothing is known. */
    sanction: LocalizedText | undefined;
  }[];
  /** Notes on what is disputed or only advised. */
  notes: readonly LocalizedText[];
}

const STRENGTH_ORDER: readonly Strength[] = ["firm", "disputed", "advice"];
const byStrength = (a: { strength: Strength }, b: { strength: Strength }) =>
  STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength);

/**
 * The legal basis of a rule: everything in force on `date` that its triggers rest on. Undefined if there is none.
 * @param stages what runs and comes for the user (`stagesFor`)
 */
export function basisOf(
  law: RuleBook,
  rule: Rule,
  status: Status,
  date: string,
  stages: readonly ContestStage[],
): RuleBasis | undefined {
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
  const articles = new Map<string, ShownBasis & { deeds: DeedStrength[] }>();
  for (const { bases, trigger } of explanations.toSorted(byStrength))
    for (const { id, instrument, article, text, since, source } of bases) {
      const shown = articles.get(id) ?? {
        instrument: instrument.title,
        article,
        text,
        since,
        source,
        deeds: [],
      };
      addDeed(shown.deeds, articleStrength(trigger, instrument), trigger.actions);
      articles.set(id, shown);
    }
  if (articles.size === 0) return undefined;
  const sanctionIn = (phase: string) => sanctionFor(law, rule.id, phase, status)?.text;
  const running = stages.filter(({ now }) => now);
  return {
    bases: [...articles.values()].sort((a, b) => byStrength(a.deeds[0]!, b.deeds[0]!)),
    outcomes:
      running.length > 0
        ? running.map((stage) => ({ stage, sanction: sanctionIn(stage.phase.id) }))
        : [{ stage: undefined, sanction: sanctionIn(phaseOf(law, date).id) }],
    notes: [...new Map(explanations.flatMap(({ note }) => (note ? [[note.id, note]] : []))).values()],
  };
}

/** Adds deeds to those of the same strength; a deed that is there already keeps its firmer strength. */
function addDeed(deeds: DeedStrength[], strength: Strength, actions: readonly Action[]): void {
  const fresh = actions.filter((action) => !deeds.some((one) => one.actions.includes(action)));
  if (fresh.length === 0) return;
  const at = deeds.findIndex((one) => one.strength === strength);
  if (at < 0) deeds.push({ strength, actions: fresh });
  else deeds[at] = { strength, actions: [...deeds[at]!.actions, ...fresh] };
  deeds.sort(byStrength);
}
