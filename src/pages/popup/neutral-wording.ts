import type { Assessment, Evidence } from "../../domain/assessment.ts";

/** Reasons that stand in a sentence of their own and can be left out with it. */
const REMOVABLE: ReadonlySet<Evidence["kind"]> = new Set([
  "call-to-vote",
  "slogan",
  "hashtag",
  "ballot-number",
  "event-invitation",
]);
/** Below so many words nothing is left that anybody would post. */
const MIN_WORDS = 4;

const SENTENCE = /[^.!?\n]+[.!?]*\s*/gu;

/** Assesses a text as a draft. */
export type AssessDraft = (text: string) => Assessment;

/**
 * The draft without the sentences that call for a vote or quote the campaign, if what is left says something and the
 * same rules find nothing in it. Undefined where leaving out does not make it neutral: then it is not offered.
 */
export function neutralWording(text: string, found: Assessment, check: AssessDraft): string | undefined {
  const marked = found.evidence.filter((e) => REMOVABLE.has(e.kind) && e.weight > 0);
  if (marked.length === 0) return undefined;
  const left = [...text.matchAll(SENTENCE)]
    .filter(({ index, 0: sentence }) => {
      const end = index + sentence.length;
      return !marked.some((e) => e.start < end && e.end > index);
    })
    .map((sentence) => sentence[0])
    .join("")
    .trim();
  if (left === text.trim() || (left.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < MIN_WORDS) return undefined;
  return check(left).level === "clear" ? left : undefined;
}
