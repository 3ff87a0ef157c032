import { type Trees, treesLogit } from "../../text/decision-trees.ts";
import { EMOJI, HAND, IN_TAG, MENTION, NUMBER, URL, WORD } from "../../text/token-buffer.ts";
import type { Finding } from "../find/finding.ts";
import type { TextAnalysis } from "../find/text-analysis.ts";
import type { Signal } from "./signals.ts";

/**
 * What the trees look at: the text model's word, what was found in the text, and the form of the text. How a name is
 * built (one word or three) is one value, so that no ticket is told from another.
 */
const STACKED_SIGNALS = [
  "model",
  "pair",
  "full-name",
  "common-name",
  "tagged-name",
  "named-with-cue",
  "named-in-talk",
  "party",
  "mention",
  "call",
  "call-with-number",
  "call-with-name",
  "number",
  "slogan",
  "victory",
  "programme",
  "event",
  "attribute",
  "hand",
  "news",
  "headline",
] as const satisfies readonly Signal[];

/** The form of a text: how many words (a name counts once), and how it is set. */
const FORM_FEATURES = [
  "words",
  "exclamations",
  "questions",
  "hashtags",
  "pictographs",
  "figures",
  "links",
  "mentions",
  "capitals",
] as const;

export const STACK_FEATURES: readonly string[] = [...STACKED_SIGNALS, ...FORM_FEATURES];

const COLUMN = new Map<Signal, number>(STACKED_SIGNALS.map((signal, i) => [signal, i]));
for (const signal of ["single-name", "part-name"] as const) COLUMN.set(signal, COLUMN.get("full-name")!);

/** True where the trees weigh this signal; others are added by their own weight. */
export const isStacked = (signal: Signal): boolean => COLUMN.has(signal);

const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** Marks beyond so many say no more. */
const MAX_MARKS = 50;

function countMark(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count < MAX_MARKS; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** The form of a text that was just read. */
export function textForm(analysis: TextAnalysis): number[] {
  const { tokens, masked, text } = analysis;
  let words = 0;
  let tags = 0;
  let pictographs = 0;
  let figures = 0;
  let links = 0;
  let mentions = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    const tag = (tokens.flags[i]! & IN_TAG) !== 0;
    if (tag && (i === 0 || (tokens.flags[i - 1]! & IN_TAG) === 0)) tags++;
    if (masked[i]! > 0 && i > 0 && masked[i - 1]! > 0) continue;
    if (kind === EMOJI || kind === HAND) pictographs++;
    else if (kind === URL) links++;
    else if (kind === MENTION) mentions++;
    else {
      words++;
      if (kind === WORD && masked[i] === 0 && isCapital(text.charCodeAt(tokens.start[i]!))) capitals++;
      if (kind === NUMBER && masked[i] === 0) figures++;
    }
  }
  const exclamations = countMark(text, "!");
  const questions = countMark(text, "?");
  return [
    words,
    exclamations,
    questions,
    tags,
    pictographs,
    figures,
    links,
    mentions,
    words > 0 ? capitals / words : 0,
  ];
}

const row = new Float32Array(STACK_FEATURES.length);

/** Fills a row from findings: of each signal its strongest share; the form of the field most like a campaign. */
export function stackRow(findings: readonly Finding[], into: Float32Array): boolean {
  into.fill(0);
  let best: Finding | undefined;
  for (const one of findings) {
    const at = COLUMN.get(one.signal);
    if (at === undefined) continue;
    if (one.signal === "model") {
      if (best === undefined || one.share > best.share) best = one;
    } else if (one.share > into[at]!) into[at] = one.share;
  }
  if (best?.form === undefined) return false;
  into[0] = best.share;
  into.set(best.form, STACKED_SIGNALS.length);
  return true;
}

/** Log-odds that what was found campaigns, by the trees; undefined where no text was read. */
export function stackLogit(trees: Trees, findings: readonly Finding[]): number | undefined {
  return stackRow(findings, row) ? treesLogit(trees, row) : undefined;
}
