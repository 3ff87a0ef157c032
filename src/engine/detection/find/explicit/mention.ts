import { URL } from "../../../text/token-buffer.ts";
import type { TextAnalysis } from "../text-analysis.ts";
import { type Cue, type Cues, isSameSentence } from "./cues.ts";

/** Maximum number of words between a prohibition, report or exam question and the call it speaks of. */
const MAX_MENTION_GAP = 32;

/**
 * True if the call is mentioned, not made: prohibitions, reports, exam questions, quotations. The author does not
 * matter; this audience's feeds are full of colleagues sharing neutrality reminders.
 */
export function isMentioned(analysis: TextAnalysis, cues: Cues, call: Pick<Cue, "first" | "last">): boolean {
  for (const cue of cues.all) {
    if (cue.role !== "mention") continue;
    // "Bukan timses" takes the call inside it back; in "kata kunci" and the like the word is part of the call.
    const covers =
      cue.first <= call.first && call.last <= cue.last && cue.last - cue.first > call.last - call.first;
    if (cue.first < call.last && call.first < cue.last && !covers) continue;
    const gap = cue.first >= call.last ? cue.first - call.last : call.first - cue.last;
    if (cue.weight >= 1 && gap <= MAX_MENTION_GAP) return true;
    if (covers) continue;
    // Image descriptions quote posters like this: "Gambar … dan teks yang menyatakan 'COBLOS 1'".
    if (analysis.field === "imageAlt") continue;
    if (cue.first < call.first && isSameSentence(analysis.tokens, cue.first, call.first)) return true;
  }
  return isQuoted(analysis, call) || isSharedNews(analysis);
}

/**
 * True for news passed on: a link, and nobody is addressed ("Ribuan advokat deklarasikan dukungan untuk … https://…").
 */
function isSharedNews({ tokens, text, lists }: TextAnalysis): boolean {
  if ((tokens.kinds & (1 << URL)) === 0 || text.includes("!")) return false;
  for (let i = 0; i < tokens.count; i++)
    if (lists.toSomebody.has(tokens, i) && text[tokens.start[i]!] === text[tokens.start[i]!]!.toLowerCase())
      return false;
  return true;
}

const QUOTATION = /["“«„][^"”»“]*["”»“]/g;
/** Minimum number of words outside the quotation marks for a quotation of somebody else. */
const MIN_WORDS_OUTSIDE = 4;

/**
 * True if the call stands in quotation marks inside a longer text. Not in image texts, where descriptions quote
 * posters.
 */
export function isQuoted({ text, tokens, field }: TextAnalysis, call: Pick<Cue, "first" | "last">): boolean {
  if (field === "imageAlt") return false;
  const from = tokens.start[call.first]!;
  const to = tokens.end[call.last - 1]!;
  for (const { 0: quotation, index: open } of text.matchAll(QUOTATION)) {
    const close = open + quotation.length - 1;
    if (open >= from || to > close) continue;
    let outside = 0;
    for (let k = 0; k < tokens.count; k++) if (tokens.end[k]! <= open || tokens.start[k]! >= close) outside++;
    return outside >= MIN_WORDS_OUTSIDE;
  }
  return false;
}

/**
 * True if the text is clearly about the past. While the contest runs, only words about a choice made count ("nyesel
 * milih").
 */
export const isAboutPast = (cues: Cues, running: boolean): boolean =>
  cues.all.some((cue) => cue.role === "past" && (!running || cue.weight >= 1));
