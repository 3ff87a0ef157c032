import { fromBase64 } from "./bytes.ts";
import type { MatcherData } from "./patterns.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function edgeSlot(node: number, word: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** Fills the vocabulary with the words and their other spellings. */
export function readWords(data: MatcherData, vocabulary: Vocabulary): void {
  const { words, same } = data.counts;
  const hashes = new Int32Array(fromBase64(data.hashes).buffer);
  const checks = new Uint16Array(fromBase64(data.checks).buffer);
  const ids = new Int32Array(fromBase64(data.same).buffer);
  if (hashes.length !== words + same || checks.length !== words + same || ids.length !== same) {
    throw new Error("compiled data: wrong number of words");
  }
  vocabulary.fill(hashes, checks, ids, words);
}
