import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep, NUMBER_SEED } from "./hash.ts";

/** Longer texts are read as their first 4,000 and last 1,000 UTF-16 units. */
export const MAX_UNITS = 5_000;
export const HEAD_UNITS = 4_000;
export const TAIL_UNITS = 1_000;

/** Kinds of token. A word is what new memory says: memory that is not written to costs nothing. */
export const WORD = 0;
export const NUMBER = 2;
export const EMOJI = 3;
/** A hand that shows a number: ☝️ 1, ✌️ 2, 🤟 3 … */
export const HAND = 4;
/** "@name" */
export const MENTION = 5;
export const URL = 6;

/** Flags of a token. */
export const IN_TAG = 1;
export const TAG_FIRST = 2;
export const LINE_FIRST = 4;
export const CAPITAL = 8;
/** The sentence or line ends after it. */
export const STOP_AFTER = 16;
export const QUESTION_AFTER = 32;
export const SHOUT_AFTER = 64;

/** Behind the classified text: plain words are not copied, everything else is written from here on. */
const WRITTEN_FROM = MAX_UNITS + 16;
/** Each original unit gives at most three folded units. */
const CAPACITY = WRITTEN_FROM + MAX_UNITS * 3 + 16;
const TOKENS = MAX_UNITS * 3 + 16;

/**
 * The words of one text, as columns of typed arrays that are filled anew for every text (nothing is allocated).
 * `units[from…to)` is a token's folded text: for plain words a part of the text as `classify` wrote it, for the rest
 * behind WRITTEN_FROM, where `map` holds where each unit stood in the original.
 */
export class TokenBuffer {
  count = 0;
  /** Kinds of token in the text beside words, as bits: `1 << HAND` … */
  kinds = 0;
  /** Where the next unit is written. */
  length = WRITTEN_FROM;
  readonly units = new Uint16Array(CAPACITY);
  readonly map = new Int32Array(CAPACITY);
  readonly kind = new Uint8Array(TOKENS);
  readonly flags = new Uint8Array(TOKENS);
  /** First and one past the last index in `units`. */
  readonly from = new Int32Array(TOKENS);
  readonly to = new Int32Array(TOKENS);
  /** First and one past the last UTF-16 index in the original text. */
  readonly start = new Int32Array(TOKENS);
  readonly end = new Int32Array(TOKENS);
  readonly hash = new Int32Array(TOKENS);
  readonly check = new Uint16Array(TOKENS);
  /** Number a NUMBER or HAND token shows; 0 otherwise. */
  readonly value = new Int32Array(TOKENS);
  /** Another reading of this and the following `altSpan − 1` tokens as one word ("4nies", "cob-los"); 0: none. */
  readonly altSpan = new Uint8Array(TOKENS);
  readonly altHash = new Int32Array(TOKENS);
  readonly altCheck = new Uint16Array(TOKENS);

  /** Makes ready for a text: until something else is written, a token is a word without flags, number or other reading. */
  clear(): void {
    this.forget(0);
    this.kinds = 0;
    this.length = WRITTEN_FROM;
  }

  /** Takes back the tokens from `first` on. */
  forget(first: number): void {
    this.kind.fill(WORD, first, this.count);
    this.flags.fill(0, first, this.count);
    this.value.fill(0, first, this.count);
    this.altSpan.fill(0, first, this.count);
    this.count = first;
  }

  /** Opens a token and returns its index. */
  open(kind: number, flags: number, start: number): number {
    const index = this.count++;
    this.kinds |= 1 << kind;
    this.kind[index] = kind;
    this.flags[index] = flags;
    this.from[index] = this.length;
    this.start[index] = start;
    return index;
  }

  #put(unit: number, at: number): void {
    this.units[this.length] = unit;
    this.map[this.length] = at;
    this.length++;
  }

  /**
   * Fills an open WORD from `units[from…to)` of a run. Three or more equal letters count as one ("menaaang");
   * the hash also reads doubled letters as one ("Muhammad", "Muhamad"), except in short words ("PPP").
   */
  closeWord(
    index: number,
    run: Uint16Array,
    positions: Int32Array,
    from: number,
    to: number,
    end: number,
  ): void {
    let distinct = 0;
    let previous = -1;
    for (let i = from; i < to; i++) {
      const unit = run[i]!;
      if (unit !== previous) distinct++;
      previous = unit;
    }
    const short = distinct < 3;
    let hash = HASH_SEED | 0;
    let check = CHECK_SEED | 0;
    for (let i = from; i < to; ) {
      const unit = run[i]!;
      let next = i + 1;
      while (next < to && run[next] === unit) next++;
      const times = next - i;
      const kept = short ? (times > 3 ? 3 : times) : times > 2 ? 1 : times;
      for (let k = 0; k < kept; k++) this.#put(unit, positions[i + k]!);
      const counted = short ? kept : 1;
      for (let k = 0; k < counted; k++) {
        hash = hashStep(hash, unit);
        check = checkStep(check, unit);
      }
      i = next;
    }
    this.to[index] = this.length;
    this.end[index] = end;
    this.hash[index] = finishHash(hash);
    this.check[index] = finishCheck(check);
  }

  /** Fills an open NUMBER; "02" and "2" are the same number. */
  closeNumber(
    index: number,
    run: Uint16Array,
    positions: Int32Array,
    from: number,
    to: number,
    end: number,
  ): void {
    let value = 0;
    for (let i = from; i < to; i++) {
      const unit = run[i]!;
      this.#put(unit, positions[i]!);
      value = value > 99_999_999 ? value : value * 10 + unit - 48;
    }
    this.to[index] = this.length;
    this.end[index] = end;
    this.setNumber(index, value);
  }

  setNumber(index: number, value: number): void {
    this.value[index] = value;
    this.hash[index] = finishHash(hashStep(hashStep(NUMBER_SEED, value & 0xffff), value >>> 16));
    this.check[index] = finishCheck(checkStep(checkStep(CHECK_SEED, value & 0xffff), value >>> 16));
  }

  /** Fills an open token that folds to one unit (a pictograph, a mention, an address). */
  closeUnit(index: number, unit: number, at: number, end: number): void {
    this.#put(unit, at);
    this.to[index] = this.length;
    this.end[index] = end;
    this.hash[index] = finishHash(hashStep(HASH_SEED, unit));
    this.check[index] = finishCheck(checkStep(CHECK_SEED, unit));
  }

  /** Where the unit at `place` of token `index` stood in the original text. */
  origin(index: number, place: number): number {
    const from = this.from[index]!;
    return from < WRITTEN_FROM ? this.start[index]! + place - from : this.map[place]!;
  }
}

/** Folded text of one token. */
export const wordAt = ({ units, from, to }: TokenBuffer, index: number): string =>
  String.fromCharCode(...units.subarray(from[index]!, to[index]!));
