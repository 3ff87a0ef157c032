import { fromBase64 } from "../../domain/encoding.ts";
import type { MatcherData } from "./matcher-format.ts";

/**
 * Where each word stands, by its hash: open addressing, half empty at most; a place in the columns plus one, 0 for an
 * empty slot. @param hashes of all words, each once.
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
 * The words that patterns are made of, looked up by two hashes; nothing is added any more. Their table comes ready out
 * of the compiled rules: to fill it would be the largest single part of what a page does until it is ready.
 */
export class Words {
  /** Columns of the words, then of their other spellings, whose ids are in `same`. */
  readonly hashes: Int32Array;
  readonly checks: Uint16Array;
  readonly same: Int32Array;
  /** For loops that look up many words (`Matcher.find`); see `slotsOf`. */
  readonly slots: Uint16Array | Uint32Array;
  readonly words: number;

  /** @throws where the parts do not fit each other. */
  constructor(data: MatcherData) {
    const { words, same } = data.counts;
    this.words = words;
    this.hashes = new Int32Array(fromBase64(data.hashes).buffer);
    this.checks = new Uint16Array(fromBase64(data.checks).buffer);
    this.same = new Int32Array(fromBase64(data.same).buffer);
    const all = words + same;
    if (this.hashes.length !== all || this.checks.length !== all || this.same.length !== same)
      throw new Error("compiled data: wrong number of words");
    this.slots =
      data.slots === undefined ? slotsOf(this.hashes) : new Uint16Array(fromBase64(data.slots).buffer);
    const { length } = this.slots;
    /* A search ends at an empty slot. */
    if (length < all || (length & (length - 1)) !== 0 || !this.slots.includes(0))
      throw new Error("compiled data: damaged words");
  }

  /** The word's id, −1 for an unknown word. */
  lookup(hash: number, check: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot]! - 1;
      if (at < 0) return -1;
      if (this.hashes[at] === hash && this.checks[at] === check)
        return at < this.words ? at : this.same[at - this.words]!;
    }
  }
}
