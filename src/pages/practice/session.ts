import type { PracticeProgress, PractisedRule } from "../../domain/practice-schema.ts";
import type { TrainingCase } from "../../domain/training-schema.ts";
import type { Status } from "../../domain/vocabulary.ts";
import { isDue, knownness } from "./memory.ts";

/** Cases of one session: three minutes at reading speed. */
export const SESSION_CASES = 8;
/** Most cases of one rule, while others have any left. */
const OF_ONE_RULE = 2;
/** At least so many whose answer is "fine", and so many whose answer is not: neither "always no" nor "always yes" is right. */
const OF_EACH_SIDE = 2;

/** Who practises, as the settings say. */
export interface Learner {
  status: Status | null;
  spouse: boolean;
}

/** A random number from 0 to below 1. */
export type Random = () => number;

/**
 * The cases of a session: weak rules first (due ones before others, the least known first), of each rule those that were
 * answered otherwise than the key, then new ones, those of the learner's own status first, then the one shown longest
 * ago.
 */
export function chooseSession<Case extends TrainingCase>(
  cases: readonly Case[],
  progress: PracticeProgress,
  learner: Learner,
  today: string,
  random: Random,
  size = SESSION_CASES,
): Case[] {
  const byRule = Map.groupBy(cases, ({ rule }) => rule);
  const weakFirst = shuffled([...byRule.keys()], random)
    .map((rule) => ({ rule, known: progress.rules[rule] }))
    .map(({ rule, known }) => ({ rule, isDue: isDue(known, today), knownness: knownness(known, today) }))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue) || a.knownness - b.knownness);
  const queues = weakFirst.map(({ rule }) =>
    ordered(shuffled(byRule.get(rule)!, random), progress.rules[rule], learner),
  );
  const rounds: Case[][] = [];
  for (let round = 0; queues.some((queue) => queue.length > round); round++)
    rounds.push(queues.flatMap((queue) => queue[round] ?? []));
  /* Two of the weakest rule, two of the next; what would be a third one waits until every rule had two. */
  const inOrder = [
    ...queues.flatMap((queue) => queue.slice(0, OF_ONE_RULE)),
    ...rounds.slice(OF_ONE_RULE).flat(),
  ];
  return shuffled(balanced(inOrder, Math.min(size, cases.length)), random);
}

/** The first `size`, with the last ones exchanged where all would be answered alike. */
function balanced<Case extends TrainingCase>(inOrder: readonly Case[], size: number): Case[] {
  const chosen = inOrder.slice(0, size);
  for (const isFine of [true, false]) {
    const isOnSide = (one: Case) => (one.answer === "fine") === isFine;
    for (const spare of inOrder.slice(size).filter(isOnSide)) {
      if (chosen.filter(isOnSide).length >= Math.min(OF_EACH_SIDE, size / 2)) break;
      chosen[chosen.findLastIndex((one) => !isOnSide(one))] = spare;
    }
  }
  return chosen;
}

function ordered<Case extends TrainingCase>(
  cases: readonly Case[],
  known: PractisedRule | undefined,
  { status, spouse }: Learner,
): Case[] {
  const rank = (one: Case): number => {
    if (known?.missed.includes(one.id)) return 0;
    const at = known?.seen.indexOf(one.id) ?? -1;
    if (at >= 0) return 10 + at;
    const isOwn = (status === null || one.status === status) && (one.spouse !== true || spouse);
    return isOwn ? 1 : 2;
  };
  return cases.toSorted((a, b) => rank(a) - rank(b));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
