import type { EvidenceField } from "../../../domain/assessment.ts";
import { type Engine, wordsOfTicket } from "../../ruleset/compile/engine.ts";
import { PAYLOAD, PLACES } from "../../ruleset/compile/format.ts";
import { Matches } from "../../text/matcher.ts";
import { textLogit } from "../../text/model.ts";
import { isInTag, TokenBuffer } from "../../text/token-buffer.ts";
import { tokenise } from "../../text/tokenise.ts";
import type { Finding } from "./finding.ts";

/** One text, tokenised, matched and scored by the model. Shared: valid until the next `analyseText`. */
export interface TextAnalysis {
  text: string;
  field: EvidenceField;
  site: string;
  /** Word lists of the engine; set by every `analyseText`. */
  lists: Engine["lists"];
  readonly tokens: TokenBuffer;
  readonly matches: Matches;
  /** Greater than 0 for tokens of known names (2 in hashtags): the model sees that there is a name, never whose. */
  readonly masked: Uint8Array;
  /** Log-odds of the text model; 0 without a model. */
  logit: number;
}

export function newTextAnalysis(): TextAnalysis {
  return {
    text: "",
    field: "text",
    site: "unknown",
    lists: {} as Engine["lists"],
    tokens: new TokenBuffer(),
    matches: new Matches(),
    masked: new Uint8Array(16_000),
    logit: 0,
  };
}

/** Fills `analysis` with one text. */
export function analyseText(
  engine: Engine,
  analysis: TextAnalysis,
  text: string,
  field: EvidenceField,
): void {
  const { tokens, matches, masked } = analysis;
  analysis.text = text;
  analysis.field = field;
  analysis.lists = engine.lists;
  tokenise(text, tokens);
  engine.matcher.find(tokens, matches);
  masked.fill(0, 0, tokens.count);
  for (let m = 0; m < matches.count; m++) {
    const kind = matches.payload[m]! & 15;
    if (kind === PAYLOAD.term || !isNamePayload(kind)) continue;
    maskTokens(analysis, matches.first[m]!, matches.last[m]!);
    if (kind !== PAYLOAD.party && kind !== PAYLOAD.partner) maskRestOfName(engine, analysis, m, kind);
  }
  analysis.logit = 0;
  if (engine.model !== undefined && tokens.count > 0) {
    analysis.logit = textLogit(engine.model, tokens, masked);
  }
}

function maskTokens({ tokens, masked }: TextAnalysis, first: number, last: number): void {
  for (let i = first; i < last; i++) masked[i] = isInTag(tokens, i) ? 2 : 1;
}

/**
 * Extends the mask over the other words of a name. A match may cover only part of it ("Fahmi-Dida"); adjacent words of
 * the same ticket ("Achmad", "Sembada") are masked too, so that the model's score does not depend on whose name it is.
 */
function maskRestOfName(engine: Engine, analysis: TextAnalysis, match: number, kind: number): void {
  const { tokens, matches } = analysis;
  const index = matches.payload[match]! >>> 4;
  const words = wordsOfTicket(engine, kind === PAYLOAD.pair ? index : Math.floor(index / PLACES));
  /* Limited by the length of the name, because a text may repeat it endlessly. */
  const from = Math.max(0, matches.first[match]! - words.size);
  const until = Math.min(tokens.count, matches.last[match]! + words.size);
  let first = matches.first[match]!;
  while (first > from && words.has(tokens, first - 1)) first--;
  let last = matches.last[match]!;
  while (last < until && words.has(tokens, last)) last++;
  maskTokens(analysis, first, last);
}

/** Creates a finding at tokens `first … last − 1`. */
export function findingAt(
  { text, field, tokens }: TextAnalysis,
  signal: Finding["signal"],
  first: number,
  last: number,
  more: Pick<Finding, "key"> & Partial<Finding>,
): Finding {
  const start = tokens.start[first]!;
  const end = Math.max(start, tokens.end[last - 1]!);
  return newFinding(signal, field, start, end, text.slice(start, end), more);
}

/** All findings share one object shape, so that code reading them stays fast. */
export const newFinding = (
  signal: Finding["signal"],
  field: EvidenceField,
  start: number,
  end: number,
  text: string,
  more: Pick<Finding, "key"> & Partial<Finding>,
): Finding => ({
  signal,
  field,
  start,
  end,
  text,
  share: more.share ?? 1,
  strong: more.strong ?? false,
  key: more.key,
  values: more.values ?? NO_VALUES,
  ref: more.ref,
  ticket: more.ticket,
  topic: more.topic,
  anchor: more.anchor ?? false,
});

/** Creates a finding that counts as a signal but is never shown as a reason. */
export const silentFinding = (signal: Finding["signal"], field: EvidenceField, share = 0): Finding =>
  newFinding(signal, field, 0, 0, "", { key: "model", share });

const NO_VALUES: Finding["values"] = {};

/** True for payloads that are only a name; the text model does not see these. */
function isNamePayload(kind: number): boolean {
  return (
    kind === PAYLOAD.pair ||
    kind === PAYLOAD.part ||
    kind === PAYLOAD.candidate ||
    kind === PAYLOAD.single ||
    kind === PAYLOAD.partner ||
    kind === PAYLOAD.party
  );
}
