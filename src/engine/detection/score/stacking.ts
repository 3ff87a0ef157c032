import { type Trees, treesLogit } from "../../text/decision-trees.ts";
import { EMOJI, HAND, isInTag, MENTION, NUMBER, URL } from "../../text/token-buffer.ts";
import type { Finding } from "../find/finding.ts";
import type { TextAnalysis } from "../find/text-analysis.ts";
import type { Signal } from "./signals.ts";

/**
 * Signals that the trees read, besides the form of the text. The kind of name (one word or three) is one value, so that
 * the trees cannot tell tickets apart.
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

/**
 * Features of a text's form: its number of words (a name counts once) and its marks. Not its capitals: a shouted text has
 * the level of a spoken one.
 */
const FORM_FEATURES = [
  "words",
  "exclamations",
  "questions",
  "hashtags",
  "pictographs",
  "figures",
  "links",
  "mentions",
] as const;

export const STACK_FEATURES: readonly string[] = [...STACKED_SIGNALS, ...FORM_FEATURES];

const COLUMN = new Map<Signal, number>(STACKED_SIGNALS.map((signal, i) => [signal, i]));
for (const signal of ["single-name", "part-name"] as const) COLUMN.set(signal, COLUMN.get("full-name")!);

/** True if the trees weigh this signal; all others are added with their own weight. */
export const isStacked = (signal: Signal): boolean => COLUMN.has(signal);

/** More marks than this carry no information. */
const MAX_MARKS = 50;

function countMark(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count < MAX_MARKS; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** Computes the form of an analysed text. */
export function textForm(analysis: TextAnalysis): number[] {
  const { tokens, masked, text } = analysis;
  let words = 0;
  let tags = 0;
  let pictographs = 0;
  let figures = 0;
  let links = 0;
  let mentions = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    const tag = isInTag(tokens, i);
    if (tag && (i === 0 || !isInTag(tokens, i - 1))) tags++;
    if (masked[i]! > 0 && i > 0 && masked[i - 1]! > 0) continue;
    if (kind === EMOJI || kind === HAND) pictographs++;
    else if (kind === URL) links++;
    else if (kind === MENTION) mentions++;
    else {
      words++;
      if (kind === NUMBER && masked[i] === 0) figures++;
    }
  }
  const exclamations = countMark(text, "!");
  const questions = countMark(text, "?");
  return [words, exclamations, questions, tags, pictographs, figures, links, mentions];
}

const row = new Float32Array(STACK_FEATURES.length);

/** Fills a row with the strongest share of each signal and the form of the most campaign-like field. */
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

/** Log-odds of campaign material by the trees; undefined if no text was analysed. */
export function stackLogit(trees: Trees, findings: readonly Finding[]): number | undefined {
  return stackRow(findings, row) ? treesLogit(trees, row) : undefined;
}
