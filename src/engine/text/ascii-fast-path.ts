import { fold, SEPARATOR } from "./fold.ts";
import { CHECK_SEED, finishCheck, finishHash, HASH_SEED } from "./hash.ts";
import { joinAcrossMark } from "./letter-runs.ts";
import { CAPITAL, type TokenBuffer } from "./token-buffer.ts";

/**
 * Classes of characters. Lower-case ASCII letters start at LETTER, capitals at LETTER + CAPITALS. 0 marks anything
 * that the general tokeniser must look at.
 */
export const LETTER = 97;
const CAPITALS = 128;
/** Ends a word and has no other meaning. */
export const PLAIN_MARK = 1;
/** Ends a word and has a meaning that the tokeniser reads. */
export const MEANINGFUL_MARK = 2;
/** Ends a word unless a letter follows ("p!lih"). */
const EXCLAMATION = 3;
/** A plain mark that may also stand inside a word to hide it ("cob-los"). */
export const GAP_MARK = 4;

const CLASSES = new Uint8Array(128);
for (let unit = 97; unit <= 122; unit++) {
  CLASSES[unit] = unit;
  CLASSES[unit - 32] = unit + CAPITALS;
}
for (const char of ' ,;:()"[]{}<>=+%&^\\\t') CLASSES[char.charCodeAt(0)] = PLAIN_MARK;
for (const char of "-_/~|") CLASSES[char.charCodeAt(0)] = GAP_MARK;
for (const char of ".?\n\r#") CLASSES[char.charCodeAt(0)] = MEANINGFUL_MARK;
CLASSES[33] = EXCLAMATION;

/** Writes the classes of `text[begin…limit)` to `units` from `at` on, followed by a 0. */
export function classifyUnits(
  text: string,
  begin: number,
  limit: number,
  units: Uint16Array,
  at: number,
): void {
  const classes = CLASSES;
  let to = at | 0;
  for (let i = begin | 0; i < limit; i++) {
    const unit = text.charCodeAt(i);
    units[to++] = unit < 128 ? classes[unit]! : 0;
  }
  units[to] = 0;
}

/** True if a word certainly ends before the character at `at`, which is neither a letter nor a plain mark. */
function endsWordBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 127) {
    const inside = unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || (unit >= 0xd800 && unit <= 0xdfff);
    return !inside && fold(unit) === SEPARATOR;
  }
  if (unit !== 33) return false;
  if (at + 1 >= text.length) return true;
  const next = text.charCodeAt(at + 1);
  return next < 128 && CLASSES[next]! < LETTER;
}

/**
 * Reads the plain case, which is most of a text: words of two or more ASCII letters with no letter three times in a
 * row, separated by plain marks. Adds the words from `at` (a letter) on and returns where the general tokeniser must
 * continue, or `at` itself if the first word is not plain. The result equals that of the general tokeniser.
 * `base` is the text index of `units[0]`; `flags` belong to the first word.
 *
 * The words stay where `classifyUnits` put them. The inner loop touches only locals that are small integers, because
 * imported bindings are looked up again at every use.
 */
export function addPlainWords(
  text: string,
  at: number,
  limit: number,
  base: number,
  into: TokenBuffer,
  flags: number,
): number {
  const { units, hash: hashes, check: checks, start: starts, end: ends, from, to } = into;
  const allFlags = into.flags;
  const hashSeed = HASH_SEED | 0;
  const checkSeed = CHECK_SEED | 0;
  const capitalFlag = CAPITAL | 0;
  const offset = base | 0;
  const stop = (limit - offset) | 0;
  let wordFlags = flags | 0;
  let first = (at - offset) | 0;
  let index = into.count | 0;
  while (first < stop) {
    let hash = hashSeed;
    let check = checkSeed;
    let previous = 0;
    let doubles = 0;
    let end = first;
    let read = units[end]!;
    const capital = read > 127;
    while (read >= 97) {
      const unit = read & 127;
      units[end] = unit;
      if (unit !== previous) {
        // `hashStep` and `checkStep`, inlined.
        hash = Math.imul(hash ^ unit, 0x01000193);
        check = Math.imul(check + unit, 0x2c1b3c6d) ^ (check >>> 15);
        previous = unit;
      } else {
        // Doubled letters count once. The general tokeniser handles three or more, which it writes once.
        doubles++;
        if (end - first > 1 && units[end - 2] === unit) break;
      }
      read = units[++end]!;
    }
    const size = end - first;
    if (read >= 97 || size < 2 || (doubles > 0 && size - doubles < 3)) break;
    if (read !== PLAIN_MARK && end < stop) {
      if ((read === 0 || read === EXCLAMATION) && !endsWordBefore(text, end + offset)) break;
    } else if (units[first] === 104 && units[first + 1] === 116 && text.charCodeAt(end + offset) === 58) {
      // "http:" and "https:" may start an address.
      break;
    }
    const start = first + offset;
    if (capital) wordFlags |= capitalFlag;
    if (wordFlags !== 0) allFlags[index] = wordFlags;
    from[index] = first;
    to[index] = end;
    starts[index] = start;
    ends[index] = end + offset;
    hashes[index] = finishHash(hash);
    checks[index] = finishCheck(check);
    if (index > 0 && units[first - 1] !== PLAIN_MARK && ends[index - 1] === start - 1)
      joinAcrossMark(into, index);
    index++;
    wordFlags = 0;
    first = end;
    while (read === 1 || read === 4) read = units[++first]!;
    if (read < 97) break;
  }
  into.count = index;
  return first + offset;
}
