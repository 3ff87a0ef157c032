import {
  formatError,
  type ValidationError,
  type ValidationErrorCode,
} from "../../engine/ruleset/validate/errors.ts";
import { placeInWords } from "../../engine/ruleset/validate/place.ts";
import type { Sentences } from "../../engine/ruleset/validate/sentences.ts";
import type { FeedProblem } from "../../storage/feed-problem.ts";
import { SENTENCES } from "./sentences.ts";

/** What a network or a login page in between brings about: the next look may go well, nobody has to mend a file. */
const PASSING: readonly ValidationErrorCode[] = ["no-answer", "http-status", "not-json"];
/** How many faults are said; the others are only counted. */
const MAX_ERRORS = 3;

/** Names of values that an administrator wrote, and would look for. */
const namedByPolicy = (path: string): string => (/^ruleset[A-Z]\w*$/.test(path) ? path : "");

function inWords(errors: readonly ValidationError[], sentences?: Sentences): string {
  const said = errors.slice(0, MAX_ERRORS).map((error) => {
    const place = namedByPolicy(error.path) || placeInWords(error.path, sentences);
    return `${place ? `${place}: ` : ""}${formatError(error, sentences)}`;
  });
  const more = errors.length - MAX_ERRORS;
  return said.join("; ") + (more > 0 ? ` (+${more})` : "");
}

/** Faults as they are stored for popup and settings. */
export const problemOf = (errors: readonly ValidationError[], from: FeedProblem["from"]): FeedProblem => ({
  text: { id: inWords(errors), en: inWords(errors, SENTENCES.en) },
  refused: from === "policy" || errors.some(({ code }) => !PASSING.includes(code)),
  from,
});
