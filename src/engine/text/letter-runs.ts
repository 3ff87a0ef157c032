import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep } from "./hash.ts";
import { CAPITAL, IN_TAG, NUMBER, TAG_FIRST, type TokenBuffer, WORD } from "./token-buffer.ts";

/** Adjacent letters and digits of the original text. */
export interface Run {
  length: number;
  units: Uint16Array;
  positions: Int32Array;
  ends: Int32Array;
  upper: Uint8Array;
  letters: number;
  digits: number;
}

/** Each original unit folds to at most three units. */
const CAPACITY = 15_016;

export function newRun(): Run {
  return {
    length: 0,
    units: new Uint16Array(CAPACITY),
    positions: new Int32Array(CAPACITY),
    ends: new Int32Array(CAPACITY),
    upper: new Uint8Array(CAPACITY),
    letters: 0,
    digits: 0,
  };
}

export function clearRun(run: Run): void {
  run.length = 0;
  run.letters = 0;
  run.digits = 0;
}

export function pushUnit(run: Run, unit: number, at: number, end: number, upper: boolean): void {
  const index = run.length++;
  run.units[index] = unit;
  run.positions[index] = at;
  run.ends[index] = end;
  run.upper[index] = upper ? 1 : 0;
  if (isDigit(unit)) run.digits++;
  else run.letters++;
}

/** True for 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Letters that digits stand for. Omitted are 2, which means doubling ("teman2"), and 6, which is too rare. */
const LEET: readonly number[] = [111, 105, 0, 101, 97, 115, 0, 116, 98, 103];

function letterForDigit(unit: number): number {
  return isDigit(unit) ? LEET[unit - 48]! : unit;
}

/** Adds the tokens of one run: words, numbers, parts of a hashtag, words written with digits. */
export function addRun(into: TokenBuffer, run: Run, end: number, flags: number, tag: boolean): void {
  if (run.digits === 0 && !tag) addWord(into, run, 0, run.length, flags);
  else if (run.letters === 0) addNumber(into, run, 0, run.length, flags);
  else if (!tag && hasInnerDigitsOnly(run)) {
    for (let i = 0; i < run.length; i++) run.units[i] = letterForDigit(run.units[i]!);
    addWord(into, run, 0, run.length, flags);
  } else splitRun(into, run, flags, tag);
  into.end[into.count - 1] = Math.min(into.end[into.count - 1]!, end);
}

/** True for "m3nang" and "c0bl0s": digits stand only between letters, and each stands for a letter. */
function hasInnerDigitsOnly(run: Run): boolean {
  const { units, length } = run;
  if (isDigit(units[0]!) || isDigit(units[length - 1]!)) return false;
  for (let i = 0; i < length; i++) if (letterForDigit(units[i]!) === 0) return false;
  return run.digits <= run.letters;
}

function addWord(into: TokenBuffer, run: Run, from: number, to: number, flags: number): void {
  const start = run.positions[from]!;
  const alone = to - from === 1;
  continueOrFlushSingles(into, start, alone);
  const index = into.open(WORD, flags | (run.upper[from] === 1 ? CAPITAL : 0), start);
  into.closeWord(index, run.units, run.positions, from, to, run.ends[to - 1]!);
  if (alone) countSingle(into);
  else if (index > 0 && start - into.end[index - 1]! === 1 && source.charCodeAt(start - 1) !== 32) {
    joinWithPrevious(into, index);
  }
}

function addNumber(into: TokenBuffer, run: Run, from: number, to: number, flags: number): void {
  const start = run.positions[from]!;
  const alone = to - from === 1;
  continueOrFlushSingles(into, start, alone);
  const index = into.open(NUMBER, flags, start);
  into.closeNumber(index, run.units, run.positions, from, to, run.ends[to - 1]!);
  if (alone) countSingle(into);
}

/** Splits between letters and digits and, in hashtags, before a capital that starts a word. */
function splitRun(into: TokenBuffer, run: Run, flags: number, tag: boolean): void {
  const first = into.count;
  const { units, upper, length } = run;
  let from = 0;
  for (let i = 1; i <= length; i++) {
    const digit = isDigit(units[i - 1]!);
    let cut = i === length || isDigit(units[i]!) !== digit;
    if (!cut && tag && upper[i] === 1) {
      cut = upper[i - 1] === 0 || (i + 1 < length && upper[i + 1] === 0 && !isDigit(units[i + 1]!));
    }
    if (!cut) continue;
    const tokenFlags = from === 0 ? flags : flags & IN_TAG;
    if (digit) addNumber(into, run, from, i, tokenFlags);
    else addWord(into, run, from, i, tokenFlags);
    from = i;
  }
  const span = into.count - first;
  if (span < 2 || span > 15) return;
  if (!tag) setAlternative(into, run, first, span, run.length);
  else {
    let words = 0;
    while (words < span && into.kind[first + words] === WORD) words++;
    if (words > 1) setAlternative(into, run, first, words, into.to[first + words - 1]! - into.from[first]!);
  }
}

/** Adds the alternative of a split run as one word: "4nies"; "#KhofifahEmil02" as "khofifahemil". */
function setAlternative(into: TokenBuffer, run: Run, first: number, span: number, length: number): void {
  let hash = HASH_SEED | 0;
  let check = CHECK_SEED | 0;
  let previous = 0;
  for (let i = 0; i < length; i++) {
    const unit = letterForDigit(run.units[i]!);
    if (unit === 0) return;
    if (unit === previous) continue;
    previous = unit;
    hash = hashStep(hash, unit);
    check = checkStep(check, unit);
  }
  into.altSpan[first] = span;
  into.altHash[first] = finishHash(hash);
  into.altCheck[first] = finishCheck(check);
}

/** Marks that people put inside a word to hide it: . - _ · / ~ */
const GAP_MARKS = new Uint8Array(128);
for (const char of ".-_/~|") GAP_MARKS[char.charCodeAt(0)] = 1;

function isGapMark(unit: number): boolean {
  return unit < 128 ? GAP_MARKS[unit] === 1 : unit === 0xb7 || unit === 0x2022;
}

let singles = 0;
let singlesGap = 0;
let source = "";

/** True while fewer than three single letters are pending, which is too few to form a word. */
export function fewSingles(): boolean {
  return singles < 3;
}

/** Called after a word of several letters: the few pending letters are separate words. */
export function dropSingles(): void {
  singles = 0;
}

/** Joins the word at `index`, which starts one unit after the previous one, if a gap mark stands between them. */
export function joinAcrossMark(into: TokenBuffer, index: number): void {
  if (isGapMark(source.charCodeAt(into.start[index]! - 1))) joinWithPrevious(into, index);
}

/** Sets the text that the positions belong to; the gaps between words are looked up there. */
export function setSource(text: string): void {
  source = text;
  singles = 0;
}

/** Adds "cob-los" and "men.ang" as alternatives: two to four words with one mark between them may be one word. */
function joinWithPrevious(into: TokenBuffer, index: number): void {
  let first = index;
  while (first > 0 && index - first < 3 && markBetween(into, first - 1)) first--;
  for (let from = first; from < index; from++) {
    if (into.altSpan[from]! > index - from + 1) continue;
    let hash = HASH_SEED | 0;
    let check = CHECK_SEED | 0;
    let previous = 0;
    for (let part = from; part <= index; part++) {
      for (let i = into.from[part]!; i < into.to[part]!; i++) {
        const unit = into.units[i]!;
        if (unit === previous) continue;
        previous = unit;
        hash = hashStep(hash, unit);
        check = checkStep(check, unit);
      }
    }
    into.altSpan[from] = index - from + 1;
    into.altHash[from] = finishHash(hash);
    into.altCheck[from] = finishCheck(check);
  }
}

function markBetween(into: TokenBuffer, left: number): boolean {
  const end = into.end[left]!;
  return (
    into.kind[left] === WORD &&
    into.start[left + 1]! - end === 1 &&
    isGapMark(source.charCodeAt(end)) &&
    (into.flags[left]! & TAG_FIRST) === 0
  );
}

function continueOrFlushSingles(into: TokenBuffer, start: number, alone: boolean): void {
  if (singles === 0) return;
  const end = into.end[into.count - 1]!;
  const gap = start - end === 1 ? source.charCodeAt(end) : 0;
  const continues = alone && gap !== 0 && gap !== 10 && (singles === 1 || gap === singlesGap);
  if (continues) singlesGap = gap;
  else flushSingles(into);
}

function countSingle(into: TokenBuffer): void {
  if ((into.flags[into.count - 1]! & IN_TAG) === 0) singles++;
}

const joined = newRun();

/** Joins "c o b l o s" and "P.D.I.P": single letters separated by the same mark become one word. */
export function flushSingles(into: TokenBuffer): void {
  const count = singles;
  singles = 0;
  if (count < 3) return;
  let first = into.count - count;
  let last = into.count - 1;
  while (first <= last && into.kind[first] === NUMBER) first++;
  while (last >= first && into.kind[last] === NUMBER) last--;
  const length = last - first + 1;
  if (length < (singlesGap === 32 ? 4 : 3)) return;
  clearRun(joined);
  for (let i = first; i <= last; i++) {
    const unit = letterForDigit(into.units[into.from[i]!]!);
    if (unit === 0) return;
    pushUnit(joined, unit, into.start[i]!, into.end[i]!, false);
  }
  replaceByJoined(into, first, last);
}

/** Replaces tokens `first…last` by the joined word and restores the numbers after it. */
function replaceByJoined(into: TokenBuffer, first: number, last: number): void {
  const after: [number, number, number][] = [];
  for (let i = last + 1; i < into.count; i++) {
    after.push([into.units[into.from[i]!]!, into.start[i]!, into.end[i]!]);
  }
  const flags = into.flags[first]!;
  const stops = into.flags[last]!;
  into.length = into.from[first]!;
  into.truncate(first);
  const word = into.open(WORD, flags | (stops & ~CAPITAL), joined.positions[0]!);
  into.closeWord(word, joined.units, joined.positions, 0, joined.length, joined.ends[joined.length - 1]!);
  for (const [unit, start, end] of after) {
    const index = into.open(NUMBER, 0, start);
    into.closeNumber(index, Uint16Array.of(unit), Int32Array.of(start), 0, 1, end);
  }
}
