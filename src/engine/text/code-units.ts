import { EMOJI_FIRST, EMOJI_LAST, fold, MANY } from "./fold.ts";

/**
 * The code point at `at`, which must lie inside the text. Does not use `codePointAt`: V8 13.6's compiled code reads
 * past the end of a substring that was cut between the halves of a surrogate pair.
 */
export function codePoint(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return unit;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? (unit - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : unit;
}

/** True if a letter or digit stands at `at` after folding. */
export function isLetterOrDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const value = fold(codePoint(text, at));
  return value >= 48 && !(value >= EMOJI_FIRST && value <= EMOJI_LAST) ? true : value === MANY;
}

/** True for any kind of white space, including line breaks. */
export function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000;
}

/** Reads "http://…", "https://…" or "www.…" at `at`; returns its end, or `at` if there is none. */
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

/** `start` is in lower case; the case of the text does not matter. */
function startsWith(text: string, at: number, prefix: string): boolean {
  for (let i = 0; i < prefix.length; i++) {
    const unit = text.charCodeAt(at + i);
    if ((unit >= 65 && unit <= 90 ? unit | 32 : unit) !== prefix.charCodeAt(i)) return false;
  }
  return true;
}
