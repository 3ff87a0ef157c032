/**
 * Makes text from a page or a ruleset safe to show inside our own sentences: removes control characters, bidirectional
 * controls and invisible characters (they can reorder or hide our words), collapses white space and bounds the length.
 */

// All control and format characters except U+200D, which joins emoji and moves nothing.
const UNSAFE = /(?!\u200d)[\p{Cc}\p{Cf}]/gu;

/** Removes unsafe characters and collapses white space. Keeps a blank at either end, so that pieces can be joined. */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNSAFE, "").replace(/ {2,}/g, " ");
}

/**
 * Safe text of bounded length.
 * @param max greatest length in UTF-16 units; longer text is cut at a whole character and ends in "…"
 */
export function plainText(text: string, max = 80): string {
  // Bound the work before the expressions run: a hostile name can be megabytes long.
  const safe = cleanText(text.slice(0, max * 8)).trim();
  if (safe.length <= max) return safe;
  const cut = safe.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${(splitsPair ? cut.slice(0, -1) : cut).trimEnd()}…`;
}
