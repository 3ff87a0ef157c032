import { type Card, createEmptyCard, fsrs, type Grade, Rating, State } from "ts-fsrs";
import { PRACTICE_LIMITS, type PracticeProgress, type PractisedRule } from "../../domain/practice-schema.ts";
import type { TrainingCase } from "../../domain/training-schema.ts";

/**
 * What is remembered of each rule, by FSRS (ts-fsrs): a rule comes back when it would be known with a probability of 0.85.
 * One memory a rule, not a case: what is practised is the rule, and every time other cases ask for it. Days, never hours
 * ("long-term" scheduling), because nobody practises twice a day; the shortest interval is one day.
 */
const scheduler = fsrs({
  request_retention: 0.85,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: false,
});

export type Answer = TrainingCase["answer"];

/** Noon, so that a day in UTC is that day. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000));

/**
 * How well an answer shows that the rule is known: allowed taken for forbidden, or the reverse, is a lapse; caution taken
 * for a prohibition is close.
 */
function gradeOf(given: Answer, key: Answer): Grade {
  if (given === key) return Rating.Good;
  return given === "fine" || key === "fine" ? Rating.Again : Rating.Hard;
}

function cardOf(rule: PractisedRule): Card {
  return {
    ...createEmptyCard(noon(rule.last)),
    due: noon(rule.due),
    stability: rule.stability,
    difficulty: rule.difficulty,
    scheduled_days: daysBetween(rule.last, rule.due),
    reps: rule.reps,
    lapses: rule.lapses,
    state: State.Review,
    last_review: noon(rule.last),
  };
}

const withNewest = (list: readonly string[], newest: string, max: number): string[] =>
  [...list.filter((one) => one !== newest), newest].slice(-max);

/** The progress after one answer. A day before the last one (the clock was set back) counts as the last one. */
export function afterAnswer(
  before: PracticeProgress,
  { id, rule, answer: key }: Pick<TrainingCase, "id" | "rule" | "answer">,
  given: Answer,
  today: string,
): PracticeProgress {
  const known = before.rules[rule];
  const day = known && known.last > today ? known.last : today;
  const { card } = scheduler.next(
    known ? cardOf(known) : createEmptyCard(noon(day)),
    noon(day),
    gradeOf(given, key),
  );
  const others = known?.missed.filter((one) => one !== id) ?? [];
  const next: PractisedRule = {
    last: day,
    due: dayOf(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    seen: withNewest(known?.seen ?? [], id, PRACTICE_LIMITS.seen),
    missed: given === key ? others : withNewest(others, id, PRACTICE_LIMITS.missed),
  };
  return { rules: { ...before.rules, [rule]: next } };
}

/** The probability that a rule is still known, 0 to 1; 0 for one that was never practised. */
export function knownness(rule: PractisedRule | undefined, today: string): number {
  if (!rule) return 0;
  const day = rule.last > today ? rule.last : today;
  return scheduler.get_retrievability(cardOf(rule), noon(day), false);
}

/** Whether a rule is to be asked today. */
export const isDue = (rule: PractisedRule | undefined, today: string): boolean => !rule || rule.due <= today;
