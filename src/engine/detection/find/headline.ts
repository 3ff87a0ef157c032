import { EMOJI, endsSentence, HAND, isInTag, type TokenBuffer, URL, WORD } from "../../text/token-buffer.ts";
import type { Finding } from "./finding.ts";
import { isShouted } from "./shouting.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Minimum and maximum number of words of a headline. */
const MIN_HEADLINE_WORDS = 5;
const MAX_HEADLINE_WORDS = 24;
/** Minimum share of longer words with an initial capital: "Gubernur Dukung Pasangan Anu, Ini Alasannya". */
const MIN_CAPITAL_SHARE = 0.75;
/** Minimum number of longer words besides names. */
const MIN_LONG_WORDS = 2;
/** Minimum length of a longer word; shorter ones ("di", "dan", "yang") stay lower-case in headlines. */
const MIN_LONG_LENGTH = 4;

/**
 * Detects headline style: most longer words start with a capital and continue in lower case, without shouting,
 * pictographs or hashtags. Such texts are never held, whatever they report.
 */
export function findHeadline(analysis: TextAnalysis, out: Finding[]): void {
  const { tokens } = analysis;
  if ((tokens.kinds & ((1 << EMOJI) | (1 << HAND))) !== 0) return;
  // Posters use capitals too, and a call with a number is no headline.
  if (analysis.field === "imageAlt") return;
  if (out.some((one) => one.signal === "call-with-number" || one.signal === "ticket-slogan")) return;
  let words = 0;
  let long = 0;
  let capital = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    if (isInTag(tokens, i)) return;
    if (kind === URL) continue;
    // A name counts as one word, whatever its length, and has capitals everywhere.
    const masked = analysis.masked[i]! > 0;
    if (analysis.text.charCodeAt(tokens.end[i]!) === 33) return;
    if (masked && i > 0 && analysis.masked[i - 1]! > 0) continue;
    words++;
    if (words > MAX_HEADLINE_WORDS) return;
    if (masked || kind !== WORD || tokens.end[i]! - tokens.start[i]! < MIN_LONG_LENGTH) continue;
    // After a full stop a capital is grammar, not style.
    if (i > 0 && endsSentence(tokens, i - 1)) continue;
    long++;
    if (isCapitalised(analysis.text, tokens, i)) capital++;
  }
  if (words < MIN_HEADLINE_WORDS || long < MIN_LONG_WORDS || capital < long * MIN_CAPITAL_SHARE) return;
  // Texts in capitals are not headlines; older users write like this.
  if (isShouted(analysis.text)) return;
  out.push(findingAt(analysis, "headline", 0, tokens.count, { key: "headline" }));
}

/**
 * True for an initial capital ("Gubernur") and for abbreviations of up to five letters ("KPU"), which press and posters
 * share.
 */
function isCapitalised(text: string, tokens: TokenBuffer, index: number): boolean {
  const first = text[tokens.start[index]!]!;
  const second = text[tokens.start[index]! + 1]!;
  if (first === first.toLowerCase()) return false;
  return second !== second.toUpperCase() || tokens.end[index]! - tokens.start[index]! <= 5;
}
