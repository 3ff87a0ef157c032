import { fold, SEPARATOR } from "./fold.ts";
import { CHECK_SEED, finishCheck, finishHash, HASH_SEED } from "./hash.ts";
import { joinAcross } from "./letter-runs.ts";
import { CAPITAL, type TokenBuffer } from "./token-buffer.ts";

/**
 * Classes of characters. From LETTER on ASCII letters in lower case, and the same from LETTER + CAPITALS on for
 * capitals. 0: anything that must be looked at.
 */
export const LETTER = 97;
const CAPITALS = 128;
/** Ends a word and means nothing more. */
export const PLAIN_MARK = 1;
/** Ends a word and is looked at by the tokeniser. */
export const TELLING_MARK = 2;
/** Ends a word unless a letter follows ("p!lih"). */
const SHOUT = 3;
/** A plain mark that may also stand inside a word to hide it ("cob-los"). */
export const GAP_MARK = 4;

const CLASSES = new Uint8Array(128);
for (let unit = 97; unit <= 122; unit++) {
  CLASSES[unit] = unit;
  CLASSES[unit - 32] = unit + CAPITALS;
}
for (const char of ' ,;:()"[]{}<>=+%&^\\\t') CLASSES[char.charCodeAt(0)] = PLAIN_MARK;
for (const char of "-_/~|") CLASSES[char.charCodeAt(0)] = GAP_MARK;
for (const char of ".?\n\r#") CLASSES[char.charCodeAt(0)] = TELLING_MARK;
CLASSES[33] = SHOUT;

/** Writes the classes of `text[begin…limit)` to `units` at `at` and a 0 behind them. */
export function classify(text: string, begin: number, limit: number, units: Uint16Array, at: number): void {
  const classes = CLASSES;
  let to = at | 0;
  for (let i = begin | 0; i < limit; i++) {
    const unit = text.charCodeAt(i);
    units[to++] = unit < 128 ? classes[unit]! : 0;
  }
  units[to] = 0;
}

/** Does a word surely end before the character at `at`, which is neither a letter nor a plain mark? */
function endsBefore(text: string, at: number): boolean {
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
 * The plain case, which is most of a text: words of two or more ASCII letters, no letter three times in a row,
 * plain marks between them, nothing hidden behind. Adds the words from `at` (a letter) on and returns where the
 * general way must go on; `at` itself where the first word is not plain. Gives what the general way would.
 * `base`: the text's index of `units[0]`; `flags`: those of the first word.
 *
 * The words stay where `classify` put them. Everything the inner loop touches is a local and surely a small whole
 * number: what a module imports is looked up again at every use.
 */
export function plainWords(
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
  let own = flags | 0;
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
        // `hashStep` and `checkStep`, written out.
        hash = Math.imul(hash ^ unit, 0x01000193);
        check = Math.imul(check + unit, 0x2c1b3c6d) ^ (check >>> 15);
        previous = unit;
      } else {
        // Doubled letters count once; three or more are written once, which the general way does.
        doubles++;
        if (end - first > 1 && units[end - 2] === unit) break;
      }
      read = units[++end]!;
    }
    const size = end - first;
    if (read >= 97 || size < 2 || (doubles > 0 && size - doubles < 3)) break;
    if (read !== PLAIN_MARK && end < stop) {
      if ((read === 0 || read === SHOUT) && !endsBefore(text, end + offset)) break;
    } else if (units[first] === 104 && units[first + 1] === 116 && text.charCodeAt(end + offset) === 58) {
      // "http:" and "https:" may open an address.
      break;
    }
    const start = first + offset;
    if (capital) own |= capitalFlag;
    if (own !== 0) allFlags[index] = own;
    from[index] = first;
    to[index] = end;
    starts[index] = start;
    ends[index] = end + offset;
    hashes[index] = finishHash(hash);
    checks[index] = finishCheck(check);
    if (index > 0 && units[first - 1] !== PLAIN_MARK && ends[index - 1] === start - 1)
      joinAcross(into, index);
    index++;
    own = 0;
    first = end;
    while (read === 1 || read === 4) read = units[++first]!;
    if (read < 97) break;
  }
  into.count = index;
  return first + offset;
}
