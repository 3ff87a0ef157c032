import { fromBase64 } from "./bytes.ts";
import { MAX_WORDS, type MatcherData } from "./patterns.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A trie over word ids as tables: edges by open addressing, payload lists one after another. */
export interface Trie {
  edgeNode: Int32Array;
  edgeWord: Int32Array;
  edgeChild: Int32Array;
  hasEdges: Uint8Array;
  /** Start of each node's payload list, −1 for none; the list begins with its length. */
  from: Int32Array;
  payloads: Int32Array;
}

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

/**
 * Rebuilds the trie from its front-coded patterns (see `PatternBuilder.build`). One plain loop over bytes with
 * local variables only: it runs once a page, before any compiler has warmed up.
 */
export function readTrie(data: MatcherData, roots: Int32Array): Trie {
  const { counts } = data;
  const bytes = fromBase64(data.patterns);
  const size = bytes.length;
  let capacity = 64;
  while (capacity < counts.nodes * 1.5) capacity *= 2;
  const mask = capacity - 1;
  const edgeNode = new Int32Array(capacity);
  const edgeWord = new Int32Array(capacity);
  const edgeChild = new Int32Array(capacity);
  const hasEdges = new Uint8Array(counts.nodes + 1);
  const from = new Int32Array(counts.nodes + 2).fill(-1);
  const payloads = new Int32Array(counts.payloads + counts.patterns);
  const path = new Int32Array(MAX_WORDS + 2);
  let nodes = 1;
  let filled = 0;
  let at = 0;
  let depth = 0;
  let length = 0;
  let left = 0;
  let payload = 0;
  // 0: head of a pattern, 1: a word, 2: number of payloads, 3: a payload
  let state = 0;
  while (at < size) {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127 && at < size; shift += 7) {
      byte = bytes[at++]!;
      value += (byte & 127) * 2 ** shift;
    }
    if (state === 0) {
      depth = Math.floor(value / (MAX_WORDS + 1));
      length = depth + (value % (MAX_WORDS + 1));
      if (length > MAX_WORDS) throw new Error("compiled data: a pattern is too long");
      state = depth < length ? 1 : 2;
    } else if (state === 1) {
      if (value >= counts.words || nodes > counts.nodes) throw new Error("compiled data: unknown word");
      if (depth === 0) roots[value] = nodes;
      else {
        const node = path[depth]!;
        let slot = edgeSlot(node, value) & mask;
        while (edgeChild[slot] !== 0) slot = (slot + 1) & mask;
        edgeNode[slot] = node;
        edgeWord[slot] = value;
        edgeChild[slot] = nodes;
        hasEdges[node] = 1;
      }
      path[++depth] = nodes++;
      if (depth === length) state = 2;
    } else if (state === 2) {
      if (filled + value >= payloads.length) throw new Error("compiled data: too many payloads");
      from[path[length]!] = filled;
      payloads[filled++] = value;
      left = value;
      payload = 0;
      state = left > 0 ? 3 : 0;
    } else {
      payload += value;
      payloads[filled++] = payload;
      left--;
      if (left === 0) state = 0;
    }
  }
  if (state !== 0) throw new Error("compiled data ends early");
  return { edgeNode, edgeWord, edgeChild, hasEdges, from, payloads };
}
