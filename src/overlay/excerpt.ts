import type { Evidence } from "../domain/assessment.ts";
import { cleanText, plainText } from "../i18n/sanitize.ts";

/** A piece of the excerpt; `hit` marks recognised words. */
export interface Piece {
  text: string;
  hit: boolean;
}

type Range = [start: number, end: number];

/** How much text around the first recognised words is read, in UTF-16 units. */
const CONTEXT_LENGTH = 300;
/** Greatest length of one piece: a page may contain 10,000 letters without a blank. */
const MAX_PIECE_LENGTH = 160;

function recognisedRanges(text: string, evidence: readonly Evidence[]): Range[] {
  const merged: Range[] = [];
  const sorted = evidence
    .filter(
      (e) => (e.field === "text" || e.field === "draft") && e.weight > 0 && e.end > e.start && e.start >= 0,
    )
    .map((e): Range => [Math.min(e.start, text.length), Math.min(e.end, text.length)])
    .sort((a, b) => a[0] - b[0]);
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

/**
 * At most `words` words of the text around the first recognised ones, in pieces. Empty if nothing in the text was
 * recognised or if fewer than three words fit.
 */
export function excerpt(text: string, evidence: readonly Evidence[], words: number): Piece[] {
  const marks = recognisedRanges(text, evidence);
  const first = marks[0];
  if (!first || words < 3) return [];
  const base = Math.max(0, first[0] - CONTEXT_LENGTH);
  const all = [
    ...text.slice(base, Math.min(first[1], first[0] + CONTEXT_LENGTH) + CONTEXT_LENGTH).matchAll(/\S+/g),
  ].map((m): Range => [base + m.index, base + m.index + m[0].length]);
  let from = all.findIndex(([, end]) => end > first[0]);
  if (from < 0) return [];
  let to = from;
  const fits = () => to - from + 1 < words;
  while (fits() && all[to + 1] && all[to + 1]![0] < first[1]) to++;
  // Then add words around them while they fit, after and before in turn.
  for (let moved = true; moved; ) {
    moved = false;
    if (fits() && all[to + 1]) moved = Boolean(++to);
    if (fits() && from > 0) moved = Boolean(from--) || moved;
  }
  const start = all[from]![0];
  const end = all[to]![1];
  const pieces = splitAtMarks(text, start, end, marks);
  if (start > 0) pieces.unshift({ text: "… ", hit: false });
  if (text.slice(end, end + CONTEXT_LENGTH).trim()) pieces.push({ text: " …", hit: false });
  return pieces;
}

function splitAtMarks(text: string, start: number, end: number, marks: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (a: number, b: number, hit: boolean) => {
    const raw = cleanText(text.slice(a, Math.min(b, a + 8 * MAX_PIECE_LENGTH)));
    const fit = raw.length > MAX_PIECE_LENGTH ? plainText(raw, MAX_PIECE_LENGTH) : raw;
    if (fit) pieces.push({ text: fit, hit });
  };
  let at = start;
  for (const [a, b] of marks) {
    if (b <= at || a >= end) continue;
    if (a > at) add(at, a, false);
    add(Math.max(a, at), Math.min(b, end), true);
    at = Math.min(b, end);
  }
  if (at < end) add(at, end, false);
  return pieces;
}
