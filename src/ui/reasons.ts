import type { Assessment, Sentence } from "../domain/assessment.ts";

/** A reason as a sentence. `words` is shown instead if a newer ruleset has a sentence that this version does not know. */
export interface Reason {
  say: Sentence;
  words: string;
}

/** Most sentences about the situation: more would hide the evidence. */
const MAX_SITUATION_SENTENCES = 2;

/**
 * The reasons, those that a person can check first: at most `limit` pieces of evidence, then the situation, then the
 * text model, which nobody can check. Weights are left out: a number would look like proof.
 */
export function reasonsOf(
  { evidence, situation = [] }: Pick<Assessment, "evidence" | "situation">,
  limit: number,
): Reason[] {
  const supporting = evidence.filter((one) => one.weight > 0);
  const reason = ({ say, text }: (typeof supporting)[number]): Reason => ({ say, words: text });
  const checkable = supporting.filter((one) => one.kind !== "model").slice(0, limit);
  const model = supporting.filter((one) => one.kind === "model").slice(0, 1);
  return [
    ...checkable.map(reason),
    ...situation.slice(0, MAX_SITUATION_SENTENCES).map((say) => ({ say, words: "" })),
    ...model.map(reason),
  ];
}
