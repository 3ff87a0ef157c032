import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep } from "./hash.ts";
import type { WordTable } from "./word-table.ts";

/** Longest and shortest part of a hashtag written as one word, in letters. */
const MAX_PART_LETTERS = 18;
const MIN_PART_LETTERS = 2;
const MAX_TAG_LETTERS = 48;

const best = new Int32Array(MAX_TAG_LETTERS + 1);
const cut = new Int32Array(MAX_TAG_LETTERS + 1);
const word = new Int32Array(MAX_TAG_LETTERS + 1);

/**
 * Splits `units[from…to)` into known words, preferring few and long ones; writes their ids to `out` and returns their
 * number, or 0 if some part is unknown. Reads at most 48 letters.
 */
export function segmentHashtag(
  units: Uint16Array,
  from: number,
  to: number,
  words: WordTable,
  out: Int32Array,
): number {
  const length = to - from;
  if (length > MAX_TAG_LETTERS) return 0;
  best.fill(-1, 0, length + 1);
  best[0] = 0;
  for (let i = 0; i < length; i++) {
    if (best[i]! < 0) continue;
    let raw = HASH_SEED | 0;
    let rawCheck = CHECK_SEED | 0;
    let once = HASH_SEED | 0;
    let onceCheck = CHECK_SEED | 0;
    let distinct = 0;
    let previous = -1;
    for (let j = i; j < length && j - i < MAX_PART_LETTERS; j++) {
      const unit = units[from + j]!;
      raw = hashStep(raw, unit);
      rawCheck = checkStep(rawCheck, unit);
      if (unit !== previous) {
        once = hashStep(once, unit);
        onceCheck = checkStep(onceCheck, unit);
        distinct++;
        previous = unit;
      }
      const size = j - i + 1;
      if (size < MIN_PART_LETTERS) continue;
      const short = distinct < 3;
      const id = words.lookup(finishHash(short ? raw : once), finishCheck(short ? rawCheck : onceCheck));
      if (id < 0) continue;
      // Each part costs one, a part of two or three letters more, so "menang" wins over "me" + "nang".
      const cost = best[i]! + (size < 3 ? 4 : size < 4 ? 2 : 1);
      if (best[j + 1]! < 0 || cost < best[j + 1]!) {
        best[j + 1] = cost;
        cut[j + 1] = i;
        word[j + 1] = id;
      }
    }
  }
  if (best[length]! < 0 || best[length]! > length / 2) return 0;
  let parts = 0;
  for (let at = length; at > 0; at = cut[at]!) parts++;
  for (let at = length, k = parts - 1; at > 0; at = cut[at]!, k--) out[k] = word[at]!;
  return parts;
}
