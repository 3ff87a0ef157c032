import type { Assessment, Sentence } from "../domain/assessment.ts";

/** A reason as a sentence, with the recognised words for a sentence of a newer ruleset. */
export interface Reason {
  say: Sentence;
  words: string;
}

/** Sentences about the situation: more of them would hide the reasons. */
const MAX_SITUATION_SENTENCES = 2;

/**
 * The reasons in the order a person can check them: what was recognised (at most `most`), then the situation, then the
 * text model's word, which nobody can check. The weights stay out: a figure would look like proof.
 */
export function reasonsOf(
  { evidence, situation = [] }: Pick<Assessment, "evidence" | "situation">,
  most: number,
): Reason[] {
  const found = evidence.filter((one) => one.weight > 0);
  const reason = ({ say, text }: (typeof found)[number]): Reason => ({ say, words: text });
  const checkable = found.filter((one) => one.kind !== "model").slice(0, most);
  const model = found.filter((one) => one.kind === "model").slice(0, 1);
  return [
    ...checkable.map(reason),
    ...situation.slice(0, MAX_SITUATION_SENTENCES).map((say) => ({ say, words: "" })),
    ...model.map(reason),
  ];
}
