import type { EvidenceField } from "../../../domain/assessment.ts";
import { type Engine, wordsOfTicket } from "../../ruleset/compile/engine.ts";
import { PAYLOAD, PLACES } from "../../ruleset/compile/format.ts";
import { Matches } from "../../text/matcher.ts";
import { textLogit } from "../../text/model.ts";
import { IN_TAG, TokenBuffer } from "../../text/token-buffer.ts";
import { tokenise } from "../../text/tokenise.ts";
import type { Finding } from "./finding.ts";

/** One text split, matched and weighed by the model. Shared and refilled: read it before the next `read`. */
export interface TextAnalysis {
  text: string;
  field: EvidenceField;
  site: string;
  /** The engine's: set by every `read`. */
  lists: Engine["lists"];
  readonly tokens: TokenBuffer;
  readonly matches: Matches;
  /** 1 where a token belongs to a known name: the model sees "a name", never whose. */
  readonly masked: Uint8Array;
  /** Log-odds of the text model; 0 without one. */
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

/** Fills `reading` with one text. */
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
  for (let i = first; i < last; i++) masked[i] = (tokens.flags[i]! & IN_TAG) !== 0 ? 2 : 1;
}

/**
 * A name is known by some of its words ("Fahmi-Dida"); the words beside them that are the same ticket's ("Achmad",
 * "Sembada") are hidden as well, so that the model's word does not depend on whose name it is.
 */
function maskRestOfName(engine: Engine, analysis: TextAnalysis, match: number, kind: number): void {
  const { tokens, matches } = analysis;
  const index = matches.payload[match]! >>> 4;
  const words = wordsOfTicket(engine, kind === PAYLOAD.pair ? index : Math.floor(index / PLACES));
  /* No further than the name is long: a text may repeat it without end. */
  const from = Math.max(0, matches.first[match]! - words.size);
  const until = Math.min(tokens.count, matches.last[match]! + words.size);
  let first = matches.first[match]!;
  while (first > from && words.has(tokens, first - 1)) first--;
  let last = matches.last[match]!;
  while (last < until && words.has(tokens, last)) last++;
  maskTokens(analysis, first, last);
}

/** A signal at tokens `first … last − 1`. */
export function findingAt(
  analysis: TextAnalysis,
  signal: Finding["signal"],
  first: number,
  last: number,
  more: Pick<Finding, "key"> & Partial<Finding>,
): Finding {
  const start = analysis.tokens.start[first]!;
  const end = Math.max(start, analysis.tokens.end[last - 1]!);
  const text = analysis.text.slice(start, end);
  // Every finding has the same shape, so that what reads them stays quick.
  return {
    signal,
    field: analysis.field,
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
  };
}

/** A signal that is no reason of its own and points at no words. */
export function silentFinding(signal: Finding["signal"], field: EvidenceField, share = 0): Finding {
  return {
    signal,
    field,
    start: 0,
    end: 0,
    text: "",
    share,
    strong: false,
    key: "model",
    values: NO_VALUES,
    ref: undefined,
    ticket: undefined,
    topic: undefined,
    anchor: false,
  };
}

const NO_VALUES: Finding["values"] = {};

/** True for payloads that are somebody's name and nothing else: these are hidden from the text model. */
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
