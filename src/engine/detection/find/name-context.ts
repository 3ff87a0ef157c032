import { URL } from "../../text/token-buffer.ts";
import type { Signal } from "../score/signals.ts";
import type { Finding } from "./finding.ts";
import type { TermMatch } from "./terms.ts";
import { silentFinding, type TextAnalysis } from "./text-analysis.ts";

const NAME_SIGNALS: ReadonlySet<Signal> = new Set([
  "pair",
  "full-name",
  "single-name",
  "part-name",
  "tagged-name",
]);
const CUE_SIGNALS: ReadonlySet<Signal> = new Set([
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
/** Minimum weight of names of election bodies and offices; press words ("harian") weigh less and occur in any talk. */
const MIN_BODY_WEIGHT = 0.5;
const PRESS_SIGNALS: ReadonlySet<Signal> = new Set(["news", "headline"]);

/**
 * Classifies the context of a named candidate: beside a campaign word (of kinds that mean little alone), and in talk,
 * that is without a link, press words or an election body. Adds at most one finding of each per text.
 */
export function findNameContext(analysis: TextAnalysis, terms: readonly TermMatch[], out: Finding[]): void {
  const name = out.find((one) => NAME_SIGNALS.has(one.signal) && one.field === analysis.field && one.strong);
  if (name === undefined) return;
  const { tokens } = analysis;
  const talk =
    (tokens.kinds & (1 << URL)) === 0 &&
    !out.some((one) => PRESS_SIGNALS.has(one.signal)) &&
    !terms.some(({ term }) => term.role === "neutral-name" && term.weight >= MIN_BODY_WEIGHT);
  const volunteers = terms.some(({ term }) => term.role === "volunteer-name");
  const cue = out.find((one) => CUE_SIGNALS.has(one.signal) && one.field === analysis.field);
  if (cue !== undefined || volunteers) out.push(silentFinding("named-with-cue", analysis.field, 1));
  // "Menang" beside a named candidate in talk was right in 36 of 36 texts that were read (docs/model-card.md).
  if (talk) for (const one of out) if (one.signal === "victory") one.strong = true;
  if (talk) out.push(silentFinding("named-in-talk", analysis.field, 1));
}
