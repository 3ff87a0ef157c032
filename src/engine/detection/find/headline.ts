import { EMOJI, HAND, IN_TAG, type TokenBuffer, URL, WORD } from "../../text/token-buffer.ts";
import type { Finding } from "./finding.ts";
import { isShouted } from "./shouting.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Fewest and most words of a headline. */
const MIN_HEADLINE_WORDS = 5;
const MAX_HEADLINE_WORDS = 24;
/** Share of its longer words that begin with a capital: "Gubernur Dukung Pasangan Anu, Ini Alasannya". */
const MIN_CAPITAL_SHARE = 0.75;
/** Fewest longer words beside names. */
const MIN_LONG_WORDS = 2;
/** Shorter words ("di", "dan", "yang") stay small in headlines. */
const MIN_LONG_LENGTH = 4;

/**
 * A text written as the press writes its headlines: most longer words begin with a capital and go on small, no
 * shouting, no pictographs, no hashtags. Such texts are never held, whatever they report.
 */
export function findHeadline(analysis: TextAnalysis, out: Finding[]): void {
  const { tokens } = analysis;
  if ((tokens.kinds & ((1 << EMOJI) | (1 << HAND))) !== 0) return;
  // Posters are written with capitals too, and a call with a number is no headline.
  if (analysis.field === "imageAlt") return;
  if (out.some((one) => one.signal === "call-with-number" || one.signal === "ticket-slogan")) return;
  let words = 0;
  let long = 0;
  let capital = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    if ((tokens.flags[i]! & IN_TAG) !== 0) return;
    if (kind === URL) continue;
    // A name counts once, however long it is, and is written with capitals everywhere.
    const masked = analysis.masked[i]! > 0;
    if (analysis.text.charCodeAt(tokens.end[i]!) === 33) return;
    if (masked && i > 0 && analysis.masked[i - 1]! > 0) continue;
    words++;
    if (words > MAX_HEADLINE_WORDS) return;
    if (masked || kind !== WORD || tokens.end[i]! - tokens.start[i]! < MIN_LONG_LENGTH) continue;
    long++;
    if (isCapitalised(analysis.text, tokens, i)) capital++;
  }
  if (words < MIN_HEADLINE_WORDS || long < MIN_LONG_WORDS || capital < long * MIN_CAPITAL_SHARE) return;
  // Shouting is not a headline: older users write so.
  if (isShouted(analysis.text)) return;
  out.push(findingAt(analysis, "headline", 0, tokens.count, { key: "headline" }));
}

/** "Gubernur", and abbreviations as press and poster alike write them ("KPU", at most five letters). */
function isCapitalised(text: string, tokens: TokenBuffer, index: number): boolean {
  const first = text[tokens.start[index]!]!;
  const second = text[tokens.start[index]! + 1]!;
  if (first === first.toLowerCase()) return false;
  return second !== second.toUpperCase() || tokens.end[index]! - tokens.start[index]! <= 5;
}
