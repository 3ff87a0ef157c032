import {
  CAPITAL,
  EMOJI,
  HAND,
  HEAD_UNITS,
  IN_TAG,
  LINE_FIRST,
  MAX_UNITS,
  MENTION,
  QUESTION_AFTER,
  SHOUT_AFTER,
  STOP_AFTER,
  TAG_FIRST,
  TAIL_UNITS,
  type TokenBuffer,
  URL,
  WORD,
} from "./buffer.ts";
import { DROPPED, EMOJI_FIRST, EMOJI_LAST, fold, foldMany, MANY, SEPARATOR } from "./fold.ts";
import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep } from "./hash.ts";
import {
  addRun,
  clearRun,
  flushSingles,
  joinWithPrevious,
  newRun,
  noSingles,
  push,
  type Run,
  useSource,
} from "./runs.ts";
import { addressEnd, isLetterOrDigit, isSpace } from "./units.ts";

/** Hands that show a number. 🤘 and 🤟 stand for three ("salam metal"), 👌 too. */
const HANDS: ReadonlyMap<number, number> = new Map([
  [0x261d, 1],
  [0x1f446, 1],
  [0x270c, 2],
  [0x1f918, 3],
  [0x1f91f, 3],
  [0x1f44c, 3],
  [0x1f596, 4],
  [0x1f590, 5],
  [0x270b, 5],
]);

/** Folded unit of every mention, address and hand; pictographs never fold here. */
const MENTION_UNIT = 0xf801;
const URL_UNIT = 0xf802;
const HAND_UNIT = 0xf810;

const run: Run = newRun();

/** ASCII letters in lower case, 0 for everything else. */
const LETTER = new Uint8Array(128);
for (let unit = 97; unit <= 122; unit++) {
  LETTER[unit] = unit;
  LETTER[unit - 32] = unit;
}

/** ASCII marks: 1 ends a word and means nothing more, 2 ends a word and is looked at by `scan`. */
const MARK = new Uint8Array(128);
for (const char of ' ,;:()"/[]{}<>=+%&^~|-_\\\t') MARK[char.charCodeAt(0)] = 1;
for (const char of ".?\n\r#") MARK[char.charCodeAt(0)] = 2;

/**
 * The plain case, which is most words: two or more ASCII letters, no letter twice in a row, a plain mark behind.
 * Returns where the word ends, or `at` where the general way must read it. Gives what the general way would.
 */
function plainWord(text: string, at: number, limit: number, into: TokenBuffer): number {
  const { units, map } = into;
  const from = into.length > 0 ? into.length + 1 : 0;
  let to = from;
  let hash = HASH_SEED;
  let check = CHECK_SEED;
  let previous = 0;
  let end = at;
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end);
    if (unit > 127) return at;
    const letter = LETTER[unit]!;
    if (letter === 0) {
      if (MARK[unit] === 0) return at;
      break;
    }
    if (letter === previous) return at;
    units[to] = letter;
    map[to] = end;
    to++;
    hash = hashStep(hash, letter);
    check = checkStep(check, letter);
    previous = letter;
  }
  if (end - at < 2) return at;
  if (previous === 112 && text.charCodeAt(end) === 58) return at; // "http:"
  if (to - from === 3 && units[from] === 119 && units[from + 1] === 119) return at; // "www."
  if (from > 0) {
    units[from - 1] = 32;
    map[from - 1] = at;
  }
  const index = into.count++;
  into.length = to;
  into.kind[index] = WORD;
  into.flags[index] = (lineFirst ? LINE_FIRST : 0) | (text.charCodeAt(at) < 97 ? CAPITAL : 0);
  into.from[index] = from;
  into.to[index] = to;
  into.start[index] = at;
  into.end[index] = end;
  into.value[index] = -1;
  into.altSpan[index] = 0;
  into.hash[index] = finishHash(hash);
  into.check[index] = finishCheck(check);
  lineFirst = false;
  if (index > 0 && into.end[index - 1] === at - 1 && text.charCodeAt(at - 1) !== 32)
    joinWithPrevious(into, index);
  return end;
}

/**
 * Splits a text into folded words, numbers, hands, pictographs, mentions and addresses; fills `into`.
 * Linear in the text; texts above 5,000 units are read as their first 4,000 and last 1,000.
 */
export function tokenise(text: string, into: TokenBuffer): void {
  into.clear();
  if (text.length <= MAX_UNITS) scan(text, 0, text.length, into);
  else {
    scan(text, 0, HEAD_UNITS, into);
    scan(text, text.length - TAIL_UNITS, text.length, into);
  }
}

/** What stands between words, collected until the next word opens. */
let lineFirst = true;
let tag = false;

function markStop(into: TokenBuffer, unit: number): void {
  if (into.count === 0) return;
  const last = into.count - 1;
  if (unit === 63) into.flags[last]! |= QUESTION_AFTER | STOP_AFTER;
  else if (unit === 33) into.flags[last]! |= SHOUT_AFTER | STOP_AFTER;
  else into.flags[last]! |= STOP_AFTER;
}

function closeRun(into: TokenBuffer, end: number): void {
  if (run.length > 0) {
    addRun(into, run, end, (lineFirst ? LINE_FIRST : 0) | (tag ? IN_TAG | TAG_FIRST : 0), tag);
    clearRun(run);
    lineFirst = false;
    tag = false;
  }
}

function scan(text: string, begin: number, limit: number, into: TokenBuffer): void {
  clearRun(run);
  useSource(text);
  lineFirst = true;
  tag = false;
  let at = begin;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    let next = at + 1;
    if (unit < 128) {
      if (MARK[unit] === 1 && !(tag && unit === 95)) {
        if (run.length > 0) closeRun(into, at);
        at = next;
        continue;
      }
      if (run.length === 0 && !tag && LETTER[unit] !== 0 && noSingles()) {
        const end = plainWord(text, at, limit, into);
        if (end > at) {
          at = end;
          continue;
        }
      }
    }
    let cp = unit;
    if (unit >= 0xd800 && unit < 0xdc00) {
      cp = text.codePointAt(at)!;
      if (cp > 0xffff) next = at + 2;
    }
    const value = fold(cp);
    if (value === DROPPED) {
      at = next;
      continue;
    }
    if (value >= 48 && (value < EMOJI_FIRST || value > EMOJI_LAST)) {
      const lower = unit | 32;
      if (run.length === 0 && (lower === 104 || lower === 119)) {
        const end = addressEnd(text, at, limit);
        if (end > at) {
          single(into, URL, URL_UNIT, at, end);
          at = end;
          continue;
        }
      }
      push(run, value, at, next, unit >= 65 && unit <= 90);
      at = next;
      continue;
    }
    if (value === MANY) {
      for (const piece of foldMany(cp)) push(run, piece.charCodeAt(0), at, next, false);
      at = next;
      continue;
    }
    if (run.length > 0 && value === SEPARATOR) {
      const inside = insideWord(unit, text, next);
      if (inside >= 0) {
        if (inside > 0) push(run, inside, at, next, false);
        at = next;
        continue;
      }
    }
    if (unit === 36 && run.length === 0 && isLetterOrDigit(text, next)) {
      push(run, 115, at, next, false);
      at = next;
      continue;
    }
    const inTag = tag && unit === 95;
    closeRun(into, at);
    if (inTag) tag = isLetterOrDigit(text, next);
    const hand = HANDS.get(cp);
    if (hand !== undefined) {
      single(into, HAND, HAND_UNIT + hand, at, next);
      into.value[into.count - 1] = hand;
    } else if (value !== SEPARATOR) single(into, EMOJI, value, at, next);
    else if (unit === 10 || unit === 13) {
      markStop(into, unit);
      lineFirst = true;
    } else if (unit === 35 || unit === 0xff03) tag = isLetterOrDigit(text, next);
    else if (unit === 64 && isLetterOrDigit(text, next)) {
      at = mention(text, at, limit, into);
      continue;
    } else if (unit === 46 || unit === 63 || unit === 33) {
      if (unit !== 46 || next >= limit || isSpace(text.charCodeAt(next))) markStop(into, unit);
    }
    at = next;
  }
  closeRun(into, limit);
  flushSingles(into);
}

/**
 * A mark between two letters that still belongs to the word: 0 drops it ("Ma'ruf", "c*blos"), a letter stands for
 * it ("m@nang", "$emangat", "p!lih"), −1 ends the word.
 */
function insideWord(unit: number, text: string, next: number): number {
  const drop =
    unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 96 || unit === 0x2bc || unit === 42;
  const letter = unit === 64 ? 97 : unit === 36 ? 115 : unit === 33 ? 105 : -1;
  if (!drop && letter < 0) return -1;
  if (tag || next >= text.length) return -1;
  const after = fold(text.codePointAt(next)!);
  if (after < 97 || (after >= EMOJI_FIRST && after <= EMOJI_LAST)) return -1;
  return drop ? 0 : letter;
}

function single(into: TokenBuffer, kind: number, unit: number, at: number, end: number): void {
  flushSingles(into);
  const index = into.open(kind, lineFirst ? LINE_FIRST : 0, at);
  into.closeUnit(index, unit, at, end);
  lineFirst = false;
  tag = false;
}

/** "@name": one token whose hash is that of the name in lower case, so that known accounts can be looked up. */
function mention(text: string, at: number, limit: number, into: TokenBuffer): number {
  let end = at + 1;
  let hash = HASH_SEED;
  let check = CHECK_SEED;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    const lower = unit >= 65 && unit <= 90 ? unit | 32 : unit;
    const fits = (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 46;
    if (!fits) break;
    hash = hashStep(hash, lower);
    check = checkStep(check, lower);
    end++;
  }
  if (end === at + 1) end = at + 2;
  single(into, MENTION, MENTION_UNIT, at, end);
  const index = into.count - 1;
  into.hash[index] = finishHash(hash ^ MENTION_UNIT);
  into.check[index] = finishCheck(check);
  return end;
}
