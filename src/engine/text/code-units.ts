import { EMOJI_FIRST, EMOJI_LAST, fold, MANY } from "./fold.ts";

/**
 * The code point at `at`, which lies inside the text. Not `codePointAt`: compiled by V8 13.6 that reads past the end
 * of a text cut out of a longer one, between the halves of a pair.
 */
export function codePoint(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return unit;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? (unit - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : unit;
}

/** Is there a letter or digit at `at`, after folding? */
export function isLetterOrDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const value = fold(codePoint(text, at));
  return value >= 48 && !(value >= EMOJI_FIRST && value <= EMOJI_LAST) ? true : value === MANY;
}

/** Blanks of any kind, line breaks too. */
export function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000;
}

/** Reads "http://…", "https://…" or "www.…" at `at`; returns its end, or `at` where there is none. */
export function addressEnd(text: string, at: number, limit: number): number {
  if (
    !startsWith(text, at, "www.") &&
    !startsWith(text, at, "http://") &&
    !startsWith(text, at, "https://")
  ) {
    return at;
  }
  let end = at;
  while (end < limit && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** `start` is in lower case; the text need not be. */
function startsWith(text: string, at: number, start: string): boolean {
  for (let i = 0; i < start.length; i++) {
    const unit = text.charCodeAt(at + i);
    if ((unit >= 65 && unit <= 90 ? unit | 32 : unit) !== start.charCodeAt(i)) return false;
  }
  return true;
}
