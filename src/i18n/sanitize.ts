/**
 * Text from a page or a ruleset, made fit to stand inside our own sentences: controls, bidirectional controls and
 * invisible characters out (they can reorder or hide our words), white space to single blanks, length bounded.
 */

// All controls and format characters but U+200D, which joins emoji and moves nothing.
const UNSAFE = /(?!\u200d)[\p{Cc}\p{Cf}]/gu;

/** Without unfit characters, white space as single blanks; ends are kept, so that pieces can be put together. */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNSAFE, "").replace(/ {2,}/g, " ");
}

/** @param max greatest length in UTF-16 units; longer text is cut at a whole character and ends in "…". */
export function plainText(text: string, max = 80): string {
  // Bound the work before the expressions run: a hostile name may be megabytes long.
  const fit = cleanText(text.slice(0, max * 8)).trim();
  if (fit.length <= max) return fit;
  const cut = fit.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const half = last >= 0xd800 && last <= 0xdbff;
  return `${(half ? cut.slice(0, -1) : cut).trimEnd()}…`;
}
