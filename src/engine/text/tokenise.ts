import {
  addPlainWords,
  classifyUnits,
  GAP_MARK,
  LETTER,
  MEANINGFUL_MARK,
  PLAIN_MARK,
} from "./ascii-fast-path.ts";
import { addressEnd, codePoint, isLetterOrDigit, isSpace } from "./code-units.ts";
import { DROPPED, EMOJI_FIRST, EMOJI_LAST, fold, foldMany, MANY, SEPARATOR } from "./fold.ts";
import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep } from "./hash.ts";
import {
  addRun,
  clearRun,
  dropSingles,
  fewSingles,
  flushSingles,
  newRun,
  pushUnit,
  type Run,
  setSource,
} from "./letter-runs.ts";
import {
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
} from "./token-buffer.ts";

/** Hands that show a number. 🤘, 🤟 ("salam metal") and 👌 stand for three. */
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

/** Folded units of mentions, addresses and hands; pictographs never fold to these. */
const MENTION_UNIT = 0xf801;
const URL_UNIT = 0xf802;
const HAND_UNIT = 0xf810;

const run: Run = newRun();

/**
 * Splits a text into folded words, numbers, hands, pictographs, mentions and addresses, and fills `into` with them.
 * Linear in the text; of texts above 5,000 units only the first 4,000 and last 1,000 are read.
 */
export function tokenise(text: string, into: TokenBuffer): void {
  into.clear();
  if (text.length <= MAX_UNITS) scanRange(text, 0, text.length, 0, into);
  else {
    scanRange(text, 0, HEAD_UNITS, 0, into);
    scanRange(text, text.length - TAIL_UNITS, text.length, text.length - MAX_UNITS, into);
  }
}

/** State between words, collected until the next word starts. */
let lineFirst = true;
let inTag = false;

function markStop(into: TokenBuffer, unit: number): void {
  if (into.count === 0) return;
  const last = into.count - 1;
  if (unit === 63) into.flags[last]! |= QUESTION_AFTER | STOP_AFTER;
  else if (unit === 33) into.flags[last]! |= SHOUT_AFTER | STOP_AFTER;
  else into.flags[last]! |= STOP_AFTER;
}

function closeRun(into: TokenBuffer, end: number): void {
  if (run.length > 0) {
    addRun(into, run, end, (lineFirst ? LINE_FIRST : 0) | (inTag ? IN_TAG | TAG_FIRST : 0), inTag);
    clearRun(run);
    lineFirst = false;
    inTag = false;
  }
}

/** `base` is the text index of the first of `into.units`. */
function scanRange(text: string, begin: number, limit: number, base: number, into: TokenBuffer): void {
  const { units } = into;
  classifyUnits(text, begin, limit, units, begin - base);
  clearRun(run);
  setSource(text);
  lineFirst = true;
  inTag = false;
  let at = begin;
  while (at < limit) {
    const unitClass = units[at - base]!;
    if (unitClass === PLAIN_MARK) {
      if (run.length > 0) closeRun(into, at);
      at++;
      continue;
    }
    const unit = text.charCodeAt(at);
    let next = at + 1;
    if (unitClass !== 0) {
      if (unitClass === GAP_MARK && !(inTag && unit === 95)) {
        if (run.length > 0) closeRun(into, at);
        at = next;
        continue;
      }
      if (unitClass >= LETTER && run.length === 0 && !inTag && fewSingles()) {
        const end = addPlainWords(text, at, limit, base, into, lineFirst ? LINE_FIRST : 0);
        if (end > at) {
          lineFirst = false;
          dropSingles();
          at = end;
          continue;
        }
      }
      if (unitClass === MEANINGFUL_MARK) {
        closeRun(into, at);
        if (unit === 35) inTag = isLetterOrDigit(text, next);
        else if (unit !== 46 || next >= limit || isSpace(text.charCodeAt(next))) markStop(into, unit);
        if (unit === 10 || unit === 13) lineFirst = true;
        at = next;
        continue;
      }
    }
    let cp = unit;
    if (unit >= 0xd800 && unit < 0xdc00) {
      // See `codePoint`.
      const low = next < text.length ? text.charCodeAt(next) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        cp = (unit - 0xd800) * 0x400 + low - 0xdc00 + 0x10000;
        next = at + 2;
      }
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
          addSingleUnit(into, URL, URL_UNIT, at, end);
          at = end;
          continue;
        }
      }
      pushUnit(run, value, at, next, unit >= 65 && unit <= 90);
      at = next;
      continue;
    }
    if (value === MANY) {
      for (const piece of foldMany(cp)) pushUnit(run, piece.charCodeAt(0), at, next, false);
      at = next;
      continue;
    }
    if (run.length > 0 && value === SEPARATOR) {
      const inside = letterInsideWord(unit, text, next);
      if (inside >= 0) {
        if (inside > 0) pushUnit(run, inside, at, next, false);
        at = next;
        continue;
      }
    }
    if (unit === 36 && run.length === 0 && isLetterOrDigit(text, next)) {
      pushUnit(run, 115, at, next, false);
      at = next;
      continue;
    }
    const joinsTag = inTag && unit === 95;
    closeRun(into, at);
    if (joinsTag) inTag = isLetterOrDigit(text, next);
    const hand = value === SEPARATOR ? undefined : HANDS.get(cp);
    if (hand !== undefined) {
      addSingleUnit(into, HAND, HAND_UNIT + hand, at, next);
      into.value[into.count - 1] = hand;
    } else if (value !== SEPARATOR) addSingleUnit(into, EMOJI, value, at, next);
    else if (unit === 0xff03) inTag = isLetterOrDigit(text, next);
    else if (unit === 64 && isLetterOrDigit(text, next)) {
      at = addMention(text, at, limit, into);
      continue;
    } else if (unit === 33) markStop(into, unit);
    at = next;
  }
  closeRun(into, limit);
  flushSingles(into);
}

/**
 * Reads a mark between two letters. Returns 0 if the word continues without it ("Ma'ruf", "c*blos"), the letter it
 * stands for ("m@nang", "$emangat", "p!lih"), or −1 if it ends the word.
 */
function letterInsideWord(unit: number, text: string, next: number): number {
  const drop =
    unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 96 || unit === 0x2bc || unit === 42;
  const letter = unit === 64 ? 97 : unit === 36 ? 115 : unit === 33 ? 105 : -1;
  if (!drop && letter < 0) return -1;
  if (inTag || next >= text.length) return -1;
  const after = fold(codePoint(text, next));
  if (after < 97 || (after >= EMOJI_FIRST && after <= EMOJI_LAST)) return -1;
  return drop ? 0 : letter;
}

function addSingleUnit(into: TokenBuffer, kind: number, unit: number, at: number, end: number): void {
  flushSingles(into);
  const index = into.open(kind, lineFirst ? LINE_FIRST : 0, at);
  into.closeUnit(index, unit, at, end);
  lineFirst = false;
  inTag = false;
}

/** Adds "@name" as one token that hashes the lower-case name, so that known accounts can be looked up. */
function addMention(text: string, at: number, limit: number, into: TokenBuffer): number {
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
  addSingleUnit(into, MENTION, MENTION_UNIT, at, end);
  const index = into.count - 1;
  into.hash[index] = finishHash(hash ^ MENTION_UNIT);
  into.check[index] = finishCheck(check);
  return end;
}
