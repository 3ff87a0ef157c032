import { fromBase64 } from "../../domain/encoding.ts";
import { edgeSlot } from "./edge-slot.ts";
import { MAX_WORDS, type MatcherData, WORDS_IN_BLOCK } from "./matcher-format.ts";

/**
 * A trie over word ids as tables: edges by open addressing, payload lists one after another. What begins with a word is
 * read out of its front-coded patterns (see `PatternBuilder.build`) when the word is met first: a page needs few of a
 * hundred thousand names, and reading them all costs more than all else that a page does to be ready.
 */
export class Trie {
  /**
   * First node of a word's patterns plus one: 1 where none begins with it, 0 while they have not been read. So that a
   * new table is right as it is: most of it is never written to, and memory that is not costs nothing.
   */
  readonly roots: Int32Array;
  readonly edgeNode: Int32Array;
  readonly edgeWord: Int32Array;
  readonly edgeChild: Int32Array;
  readonly hasEdges: Uint8Array;
  /** Start of each node's payload list plus one, 0 for none; the list begins with its length. */
  readonly from: Int32Array;
  readonly payloads: Int32Array;
  readonly #bytes: Uint8Array;
  /** First byte of each block of words, and one past the last. */
  readonly #blocks: Uint32Array;
  readonly #path = new Int32Array(MAX_WORDS + 2);
  #nodes = 1;
  /** Payloads read so far, with the lengths of their lists. */
  filled = 0;

  /** @throws where the parts do not fit each other. */
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

  /** First node of what begins with the word, 0 for nothing. Never throws: it may be asked while a click waits. */
  root(word: number): number {
    if (this.roots[word] === 0) this.read(Math.floor(word / WORDS_IN_BLOCK));
    return this.roots[word]! - 1;
  }

  /** One plain loop over bytes: most blocks are read before any compiler has warmed up. @returns false where damaged. */
  read(block: number): boolean {
    const first = block * WORDS_IN_BLOCK;
    this.roots.fill(1, first, first + WORDS_IN_BLOCK);
    const bytes = this.#bytes;
    const path = this.#path;
    const end = this.#blocks[block + 1]!;
    let at = this.#blocks[block]!;
    let depth = 0;
    let length = 0;
    let left = 0;
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
        if (this.filled + value >= this.payloads.length) return false;
        this.payloads[this.filled++] = value;
        this.from[path[length]!] = this.filled;
        left = value;
        payload = 0;
        state = left > 0 ? 3 : 0;
      } else {
        payload += value;
        this.payloads[this.filled++] = payload;
        left--;
        if (left === 0) state = 0;
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
