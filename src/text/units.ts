import { EMOJI_FIRST, EMOJI_LAST, fold, MANY } from "./fold.ts";

/** Is there a letter or digit at `at`, after folding? */
export function isLetterOrDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const value = fold(text.codePointAt(at)!);
  return value >= 48 && !(value >= EMOJI_FIRST && value <= EMOJI_LAST) ? true : value === MANY;
}

/** Blanks of any kind, line breaks too. */
export function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000;
}

/** Reads "http://…", "https://…" or "www.…" at `at`; returns its end, or `at` where there is none. */
export function addressEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at) | 32;
  if ((text.charCodeAt(at + 1) | 32) !== (first === 104 ? 116 : 119)) return at;
  if (first === 104) {
    if (!/^https?:\/\//i.test(text.slice(at, at + 8))) return at;
  } else if (first !== 119 || text.slice(at, at + 4).toLowerCase() !== "www.") return at;
  let end = at;
  while (end < limit && !isSpace(text.charCodeAt(end))) end++;
  return end;
}
