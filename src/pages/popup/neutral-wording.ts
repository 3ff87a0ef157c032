import type { Assessment, Evidence } from "../../domain/assessment.ts";

/** Evidence that is usually a sentence of its own, which can be left out. */
const REMOVABLE: ReadonlySet<Evidence["kind"]> = new Set([
  "call-to-vote",
  "slogan",
  "hashtag",
  "ballot-number",
  "event-invitation",
]);
/** With fewer words left, there is nothing that anybody would post. */
const MIN_WORDS = 4;

const SENTENCE = /[^.!?\n]+[.!?]*\s*/gu;

/** Assesses a text as a draft would be. */
export type AssessDraft = (text: string) => Assessment;

/**
 * The draft without the sentences that call to vote or quote the campaign. Undefined if what is left says too little or
 * is not clear by the same rules: then no neutral wording is offered.
 */
export function neutralWording(
  text: string,
  assessment: Assessment,
  assess: AssessDraft,
): string | undefined {
  const removable = assessment.evidence.filter((e) => REMOVABLE.has(e.kind) && e.weight > 0);
  if (removable.length === 0) return undefined;
  const rest = [...text.matchAll(SENTENCE)]
    .filter(({ index, 0: sentence }) => {
      const end = index + sentence.length;
      return !removable.some((e) => e.start < end && e.end > index);
    })
    .map((sentence) => sentence[0])
    .join("")
    .trim();
  if (rest === text.trim() || (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < MIN_WORDS) return undefined;
  return assess(rest).level === "clear" ? rest : undefined;
}
