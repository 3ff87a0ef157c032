import { endsSentence, HAND, NUMBER, type TokenBuffer } from "../../text/token-buffer.ts";
import type { Finding } from "./finding.ts";
import type { Names } from "./names.ts";
import type { TermMatch } from "./terms.ts";
import { findingAt, type TextAnalysis } from "./text-analysis.ts";

/** Largest ballot number; the law allows 24 parties, roster files may have more tickets. */
const MAX_NUMBER = 30;
/** Maximum number of words between a call and its number or name ("coblos pada 27 November nomor urut 2"). */
const MAX_NUMBER_GAP = 5;
/** Minimum weight of a call that counts with a figure; weaker ones ("ayo", "dukung") need more. */
const MIN_CALL_WEIGHT = 0.6;
/** Minimum weight of a call that only elections use ("coblos", "nyoblos"). */
const MIN_SURE_WEIGHT = 0.9;

const MAX_REPORT_GAP = 4;

function isReported({ tokens, lists }: TextAnalysis, call: number): boolean {
  for (let i = call - 1; i >= 0 && call - i <= MAX_REPORT_GAP; i--)
    if (lists.reported.has(tokens, i)) return true;
  return false;
}

const isFigure = ({ kind }: TokenBuffer, index: number): boolean =>
  kind[index] === NUMBER || kind[index] === HAND;

function numberAt({ tokens, lists }: TextAnalysis, index: number): number {
  if (index >= tokens.count) return -1;
  if (isFigure(tokens, index)) {
    const value = tokens.value[index]!;
    return value >= 1 && value <= MAX_NUMBER ? value : -1;
  }
  return Number(lists.said.valueAfter(tokens, index) ?? -1);
}

/** False for "nomor 2 tahun 2020", which is a decree, and "nomor 2.500", which is a sum. */
function isBallotNumber({ tokens, lists }: TextAnalysis, first: number, at: number): boolean {
  if (first > 0 && lists.notBallot.has(tokens, first - 1)) return false;
  const next = at + 1;
  if (next >= tokens.count) return true;
  if (tokens.kind[next] === NUMBER && tokens.start[next]! - tokens.end[at]! <= 1) {
    return endsSentence(tokens, at);
  }
  return !lists.measure.has(tokens, next);
}

/** Combines calls to vote with the numbers and names near them. */
export function findNumbers(
  analysis: TextAnalysis,
  terms: readonly TermMatch[],
  names: Names,
  out: Finding[],
): void {
  if (!terms.some(({ term }) => term.role === "call-to-vote" || term.role === "ballot-number")) return;
  const { tokens } = analysis;
  const calls = terms.filter(({ term }) => term.role === "call-to-vote");
  const numbers: { first: number; last: number; value: number; calls: boolean }[] = [];
  for (const { term, first, last } of terms) {
    if (term.role !== "ballot-number") continue;
    if (numbers.some((one) => one.first <= first && last <= one.last)) continue;
    const value = numberAt(analysis, last);
    if (value < 0 || !isBallotNumber(analysis, first, last)) continue;
    numbers.push({ first, last: last + 1, value, calls: term.calls });
  }
  for (const { term, first, last } of calls) {
    if (numbers.some((one) => one.first <= first && first < one.last)) continue;
    const value = numberAt(analysis, last);
    // "Pilih satu" may refer to fruit; with a plain call only a figure or a hand counts.
    const figure = last < tokens.count && isFigure(tokens, last);
    if (
      value > 0 &&
      isBallotNumber(analysis, first, last) &&
      (figure ? term.weight >= MIN_CALL_WEIGHT : term.weight >= MIN_SURE_WEIGHT)
    ) {
      numbers.push({ first, last: last + 1, value, calls: true });
    }
  }
  const joinedCalls = new Set<TermMatch>();
  for (const number of numbers) {
    const call = calls.find(
      (one) =>
        one.first <= number.last && number.first - one.last <= MAX_NUMBER_GAP && number.last > one.first - 3,
    );
    const values = { number: number.value };
    if (call === undefined && !number.calls) {
      out.push(findingAt(analysis, "number", number.first, number.last, { key: "ballot-number", values }));
      continue;
    }
    if (call !== undefined) joinedCalls.add(call);
    const first = Math.min(call?.first ?? number.first, number.first);
    const last = Math.max(call?.last ?? number.last, number.last);
    const more = { key: "call-to-vote", values, strong: true, anchor: true };
    out.push(findingAt(analysis, "call-with-number", first, last, more));
  }
  for (const call of calls) {
    if (joinedCalls.has(call)) continue;
    const name = names.spans.find((one) => one.first >= call.last && one.first - call.last <= 3);
    if (name?.sure) {
      const more = {
        key: "call-to-vote",
        strong: !isReported(analysis, call.first),
        ticket: name.ticket,
        anchor: true,
      };
      out.push(findingAt(analysis, "call-with-name", call.first, name.last, more));
    } else {
      out.push(
        findingAt(analysis, "call", call.first, call.last, { key: "call-to-vote", share: call.term.weight }),
      );
    }
  }
}
