import { CHECK_SEED, checkStep, finishCheck, finishHash, HASH_SEED, hashStep, NUMBER_SEED } from "./hash.ts";

/** Of longer texts only the first 4,000 and last 1,000 UTF-16 units are read. */
export const MAX_UNITS = 5_000;
export const HEAD_UNITS = 4_000;
export const TAIL_UNITS = 1_000;

/** Kinds of token. WORD is 0, the value of fresh memory: memory that is never written costs nothing. */
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
/** The sentence or line ends after this token. */
export const STOP_AFTER = 16;
export const QUESTION_AFTER = 32;
export const SHOUT_AFTER = 64;

/** First index after the classified text. Plain words stay there; all other tokens are copied from here on. */
const COPIED_FROM = MAX_UNITS + 16;
/** Each original unit folds to at most three units. */
const CAPACITY = COPIED_FROM + MAX_UNITS * 3 + 16;
const TOKENS = MAX_UNITS * 3 + 16;

/**
 * The tokens of one text as columns of typed arrays, which are refilled for every text so that nothing is allocated.
 * `units[from…to)` is the folded text of a token: for plain words the part that `classifyUnits` wrote, for all others a
 * copy after COPIED_FROM, where `map` holds the original position of each unit.
 */
export class TokenBuffer {
  count = 0;
  /** Kinds of token in the text other than words, as bits: `1 << HAND` … */
  kinds = 0;
  /** Index at which the next unit is written. */
  length = COPIED_FROM;
  readonly units = new Uint16Array(CAPACITY);
  readonly map = new Int32Array(CAPACITY);
  readonly kind = new Uint8Array(TOKENS);
  readonly flags = new Uint8Array(TOKENS);
  /** First index in `units` and one past the last. */
  readonly from = new Int32Array(TOKENS);
  readonly to = new Int32Array(TOKENS);
  /** First UTF-16 index in the original text and one past the last. */
  readonly start = new Int32Array(TOKENS);
  readonly end = new Int32Array(TOKENS);
  readonly hash = new Int32Array(TOKENS);
  readonly check = new Uint16Array(TOKENS);
  /** Number that a NUMBER or HAND token shows; otherwise 0. */
  readonly value = new Int32Array(TOKENS);
  /** Alternative of this and the next `altSpan − 1` tokens as one word ("4nies", "cob-los"); 0: none. */
  readonly altSpan = new Uint8Array(TOKENS);
  readonly altHash = new Int32Array(TOKENS);
  readonly altCheck = new Uint16Array(TOKENS);

  /** Prepares for a text. Until written, a token is a word without flags, number or alternative. */
  clear(): void {
    this.truncate(0);
    this.kinds = 0;
    this.length = COPIED_FROM;
  }

  /** Removes the tokens from `first` on. */
  truncate(first: number): void {
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
   * Fills an open WORD from `units[from…to)` of a run. Three or more equal letters count as one ("menaaang"); in the
   * hash doubled letters count as one too ("Muhammad", "Muhamad"), except in short words ("PPP").
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
      const written = short ? (times > 3 ? 3 : times) : times > 2 ? 1 : times;
      for (let k = 0; k < written; k++) this.#put(unit, positions[i + k]!);
      const counted = short ? written : 1;
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

  /** Original position of the unit at `place` of token `index`. */
  origin(index: number, place: number): number {
    const from = this.from[index]!;
    return from < COPIED_FROM ? this.start[index]! + place - from : this.map[place]!;
  }
}

/** Folded text of one token. */
export const wordAt = ({ units, from, to }: TokenBuffer, index: number): string =>
  String.fromCharCode(...units.subarray(from[index]!, to[index]!));

/** True if a full stop or the like follows the token. */
export const endsSentence = ({ flags }: TokenBuffer, at: number): boolean => (flags[at]! & STOP_AFTER) !== 0;

/** True for a part of a hashtag. */
export const isInTag = ({ flags }: TokenBuffer, at: number): boolean => (flags[at]! & IN_TAG) !== 0;
