import { URL } from "../../text/token-buffer.ts";
import type { Signal } from "../score/signals.ts";
import type { Found } from "./finding.ts";
import type { TermAt } from "./terms.ts";
import { type Reading, silent } from "./text-analysis.ts";

const NAMES: ReadonlySet<Signal> = new Set(["pair", "full-name", "single-name", "part-name", "tagged-name"]);
const CUES: ReadonlySet<Signal> = new Set([
  "call",
  "call-with-name",
  "number",
  "slogan",
  "victory",
  "programme",
  "event",
  "charity",
  "attribute",
  "hand",
]);
/** Names of election bodies and offices weigh this much; words of the press trade ("harian") stand in any talk. */
const BODY = 0.5;
const PRESS: ReadonlySet<Signal> = new Set(["news", "headline"]);

/**
 * How the named candidate stands in the text: beside a word campaigns use (of kinds that say little alone), and in
 * talk, that is without a link, press words, or an election body. At most one of each a text.
 */
export function findStandingOfNames(reading: Reading, terms: readonly TermAt[], out: Found[]): void {
  const name = out.find((one) => NAMES.has(one.signal) && one.field === reading.field && one.strong);
  if (name === undefined) return;
  const { tokens } = reading;
  const talk =
    (tokens.kinds & (1 << URL)) === 0 &&
    !out.some((one) => PRESS.has(one.signal)) &&
    !terms.some(({ term }) => term.role === "neutral-name" && term.weight >= BODY);
  const volunteers = terms.some(({ term }) => term.role === "volunteer-name");
  const cue = out.find((one) => CUES.has(one.signal) && one.field === reading.field);
  if (cue !== undefined || volunteers) out.push(silent("named-with-cue", reading.field, 1));
  // "Menang" beside a named candidate in talk: right in 36 of 36 texts that were read (docs/model-card.md).
  if (talk) for (const one of out) if (one.signal === "victory") one.strong = true;
  if (talk) out.push(silent("named-in-talk", reading.field, 1));
}
