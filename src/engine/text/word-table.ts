import { fromBase64 } from "../../domain/encoding.ts";
import type { MatcherData } from "./matcher-format.ts";

/**
 * Hash table of words by open addressing, at most half full. A slot holds an index into the columns plus one, or 0.
 *
 * @param hashes of all words, each once.
 */
export function slotsOf(hashes: Int32Array): Uint32Array {
  let capacity = 64;
  while (capacity < hashes.length * 2) capacity *= 2;
  const slots = new Uint32Array(capacity);
  const mask = capacity - 1;
  for (let i = 0; i < hashes.length; i++) {
    let slot = hashes[i]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return slots;
}

/**
 * The fixed vocabulary of the patterns, looked up by two hashes. Its hash table comes with the compiled rules, because
 * filling it would be the largest single part of a page's start-up work.
 */
export class WordTable {
  /** Columns of the words, then of their variant spellings, whose word ids are in `ids`. */
  readonly hashes: Int32Array;
  readonly checks: Uint16Array;
  readonly ids: Int32Array;
  /** Public for loops that look up many words (`Matcher.find`); see `slotsOf`. */
  readonly slots: Uint16Array | Uint32Array;
  readonly words: number;

  /** @throws if the parts do not fit each other. */
  constructor(data: MatcherData) {
    const { words, same } = data.counts;
    this.words = words;
    this.hashes = new Int32Array(fromBase64(data.hashes).buffer);
    this.checks = new Uint16Array(fromBase64(data.checks).buffer);
    this.ids = new Int32Array(fromBase64(data.same).buffer);
    const all = words + same;
    if (this.hashes.length !== all || this.checks.length !== all || this.ids.length !== same)
      throw new Error("compiled data: wrong number of words");
    this.slots =
      data.slots === undefined ? slotsOf(this.hashes) : new Uint16Array(fromBase64(data.slots).buffer);
    const { length } = this.slots;
    /* A search ends at an empty slot, so at least one must exist. */
    if (length < all || (length & (length - 1)) !== 0 || !this.slots.includes(0))
      throw new Error("compiled data: damaged words");
  }

  /** The id of the word, −1 if it is unknown. */
  lookup(hash: number, check: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot]! - 1;
      if (at < 0) return -1;
      if (this.hashes[at] === hash && this.checks[at] === check)
        return at < this.words ? at : this.ids[at - this.words]!;
    }
  }
}
