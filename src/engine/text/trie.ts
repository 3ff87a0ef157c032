import { fromBase64 } from "../../domain/encoding.ts";
import { edgeSlot } from "./edge-slot.ts";
import { MAX_WORDS, type MatcherData, WORDS_IN_BLOCK } from "./matcher-format.ts";

/**
 * A trie over word ids as tables: edges by open addressing, payload lists one after another. The front-coded patterns
 * (see `PatternBuilder.build`) that start with a word are decoded when the word first occurs: a page needs few of a
 * hundred thousand names, and decoding all of them would cost more than all other start-up work of a page.
 */
export class Trie {
  /**
   * First node of a word's patterns plus one: 1 if no pattern starts with it, 0 until they are decoded. A fresh table
   * therefore needs no initialisation; most of it is never written, and such memory costs nothing.
   */
  readonly roots: Int32Array;
  readonly edgeNode: Int32Array;
  readonly edgeWord: Int32Array;
  readonly edgeChild: Int32Array;
  readonly hasEdges: Uint8Array;
  /** Start of each node's payload list plus one, 0 for none; the list starts with its length. */
  readonly from: Int32Array;
  readonly payloads: Int32Array;
  readonly #bytes: Uint8Array;
  /** First byte of each block of words, then the end of the last block. */
  readonly #blocks: Uint32Array;
  readonly #path = new Int32Array(MAX_WORDS + 2);
  #nodes = 1;
  /** Number of payloads decoded so far, including the lengths of their lists. */
  payloadsRead = 0;

  /** @throws if the parts do not fit each other. */
  constructor(data: MatcherData) {
    const { counts } = data;
    this.#bytes = fromBase64(data.patterns);
    this.#blocks = new Uint32Array(fromBase64(data.blocks).buffer);
    const blocks = Math.ceil(counts.words / WORDS_IN_BLOCK);
    if (this.#blocks.length !== blocks + 1 || this.#blocks[blocks] !== this.#bytes.length)
      throw new Error("compiled data: patterns of another length");
    let capacity = 64;
    while (capacity < counts.nodes * 1.5) capacity *= 2;
    this.roots = new Int32Array(counts.words);
    this.edgeNode = new Int32Array(capacity);
    this.edgeWord = new Int32Array(capacity);
    this.edgeChild = new Int32Array(capacity);
    this.hasEdges = new Uint8Array(counts.nodes + 1);
    this.from = new Int32Array(counts.nodes + 2);
    this.payloads = new Int32Array(counts.payloads + counts.patterns);
  }

  /** First node of the patterns that start with the word, 0 for none. Never throws: a click may be waiting. */
  root(word: number): number {
    if (this.roots[word] === 0) this.read(Math.floor(word / WORDS_IN_BLOCK));
    return this.roots[word]! - 1;
  }

  /** Decodes a block in one plain loop, because most blocks run before the JIT has warmed up. @returns false if damaged. */
  read(block: number): boolean {
    const first = block * WORDS_IN_BLOCK;
    this.roots.fill(1, first, first + WORDS_IN_BLOCK);
    const bytes = this.#bytes;
    const path = this.#path;
    const end = this.#blocks[block + 1]!;
    let at = this.#blocks[block]!;
    let depth = 0;
    let length = 0;
    let remaining = 0;
    let payload = 0;
    // 0: head of a pattern, 1: a word, 2: number of payloads, 3: a payload
    let state = 0;
    while (at < end) {
      let byte = bytes[at++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127 && at < end; shift += 7) {
        byte = bytes[at++]!;
        value += (byte & 127) * 2 ** shift;
      }
      if (state === 0) {
        depth = Math.floor(value / (MAX_WORDS + 1));
        length = depth + (value % (MAX_WORDS + 1));
        if (length > MAX_WORDS) return false;
        state = depth < length ? 1 : 2;
      } else if (state === 1) {
        if (value >= this.roots.length || this.#nodes >= this.from.length - 1) return false;
        if (depth > 0) this.#edge(path[depth]!, value, this.#nodes);
        else if (value - first < WORDS_IN_BLOCK && value >= first) this.roots[value] = this.#nodes + 1;
        else return false;
        path[++depth] = this.#nodes++;
        if (depth === length) state = 2;
      } else if (state === 2) {
        if (this.payloadsRead + value >= this.payloads.length) return false;
        this.payloads[this.payloadsRead++] = value;
        this.from[path[length]!] = this.payloadsRead;
        remaining = value;
        payload = 0;
        state = remaining > 0 ? 3 : 0;
      } else {
        payload += value;
        this.payloads[this.payloadsRead++] = payload;
        remaining--;
        if (remaining === 0) state = 0;
      }
    }
    return state === 0;
  }

  #edge(node: number, word: number, child: number): void {
    const mask = this.edgeChild.length - 1;
    let slot = edgeSlot(node, word) & mask;
    while (this.edgeChild[slot] !== 0) slot = (slot + 1) & mask;
    this.edgeNode[slot] = node;
    this.edgeWord[slot] = word;
    this.edgeChild[slot] = child;
    this.hasEdges[node] = 1;
  }
}
