import { EMOJI, HAND, IN_TAG, type TokenBuffer, URL, WORD } from "../../text/token-buffer.ts";
import type { Found } from "./finding.ts";
import { isShouted } from "./shouting.ts";
import { found, type Reading } from "./text-analysis.ts";

/** Fewest and most words of a headline. */
const SHORTEST = 5;
const LONGEST = 24;
/** Share of its longer words that begin with a capital: "Gubernur Dukung Pasangan Anu, Ini Alasannya". */
const CAPITALS = 0.75;
/** Fewest longer words beside names. */
const FEWEST_LONG = 2;
/** Shorter words ("di", "dan", "yang") stay small in headlines. */
const LONG_WORD = 4;

/**
 * A text written as the press writes its headlines: most longer words begin with a capital and go on small, no
 * shouting, no pictographs, no hashtags. Such texts are never held, whatever they report.
 */
export function findHeadline(reading: Reading, out: Found[]): void {
  const { tokens } = reading;
  if ((tokens.kinds & ((1 << EMOJI) | (1 << HAND))) !== 0) return;
  // Posters are written with capitals too, and a call with a number is no headline.
  if (reading.field === "imageAlt") return;
  if (out.some((one) => one.signal === "call-with-number" || one.signal === "ticket-slogan")) return;
  let words = 0;
  let long = 0;
  let capital = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    if ((tokens.flags[i]! & IN_TAG) !== 0) return;
    if (kind === URL) continue;
    // A name counts once, however long it is, and is written with capitals everywhere.
    const masked = reading.masked[i]! > 0;
    if (reading.text.charCodeAt(tokens.end[i]!) === 33) return;
    if (masked && i > 0 && reading.masked[i - 1]! > 0) continue;
    words++;
    if (words > LONGEST) return;
    if (masked || kind !== WORD || tokens.end[i]! - tokens.start[i]! < LONG_WORD) continue;
    long++;
    if (isCapitalised(reading.text, tokens, i)) capital++;
  }
  if (words < SHORTEST || long < FEWEST_LONG || capital < long * CAPITALS) return;
  // Shouting is not a headline: older users write so.
  if (isShouted(reading.text)) return;
  out.push(found(reading, "headline", 0, tokens.count, { key: "headline" }));
}

/** "Gubernur", and abbreviations as press and poster alike write them ("KPU", at most five letters). */
function isCapitalised(text: string, tokens: TokenBuffer, index: number): boolean {
  const first = text[tokens.start[index]!]!;
  const second = text[tokens.start[index]! + 1]!;
  if (first === first.toLowerCase()) return false;
  return second !== second.toUpperCase() || tokens.end[index]! - tokens.start[index]! <= 5;
}
