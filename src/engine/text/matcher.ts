import { edgeSlot } from "./edge-slot.ts";
import { segmentHashtag } from "./hashtag-segmenter.ts";
import type { MatcherData } from "./matcher-format.ts";
import { IN_TAG, type TokenBuffer, WORD } from "./token-buffer.ts";
import { Trie } from "./trie.ts";
import { WordTable } from "./word-table.ts";

/** Maximum number of matches in one text; later ones would add nothing to an assessment. */
const MAX_MATCHES = 256;
/** Maximum number of consecutive words such as "dan" or "pak" inside a name. */
const MAX_SKIPS = 2;
/** Maximum number of units of hashtags in one text that are segmented. */
const SEGMENT_BUDGET = 320;

/** Matches of one text as columns; every `find` refills them. */
export class Matches {
  count = 0;
  /** Payload of the pattern; index of its first token and one past its last. */
  readonly payload = new Int32Array(MAX_MATCHES);
  readonly first = new Int32Array(MAX_MATCHES);
  readonly last = new Int32Array(MAX_MATCHES);
}

/**
 * Finds many phrases at once by walking a trie over word ids from every word. The longest pattern bounds each walk, so
 * the time is linear in the text and independent of the number of patterns.
 */
export class Matcher {
  readonly words: WordTable;
  readonly trie: Trie;
  readonly #skip: Uint8Array;
  readonly #edgeNode: Int32Array;
  readonly #edgeWord: Int32Array;
  readonly #edgeChild: Int32Array;
  readonly #edgeMask: number;
  readonly #hasEdges: Uint8Array;
  readonly #from: Int32Array;
  readonly #payloads: Int32Array;
  readonly #ids = new Int32Array(16_000);
  readonly #spans = new Uint8Array(16_000);
  readonly #starts = new Int32Array(16_000);
  readonly #parts = new Int32Array(64);

  constructor(data: MatcherData) {
    const { counts } = data;
    this.words = new WordTable(data);
    this.#skip = new Uint8Array(counts.words);
    for (const id of data.skip) this.#skip[id] = 1;
    const trie = new Trie(data);
    this.trie = trie;
    this.#edgeNode = trie.edgeNode;
    this.#edgeWord = trie.edgeWord;
    this.#edgeChild = trie.edgeChild;
    this.#edgeMask = trie.edgeChild.length - 1;
    this.#hasEdges = trie.hasEdges;
    this.#from = trie.from;
    this.#payloads = trie.payloads;
  }

  #child(node: number, word: number): number {
    let slot = edgeSlot(node, word) & this.#edgeMask;
    for (;;) {
      const child = this.#edgeChild[slot]!;
      if (child === 0) return 0;
      if (this.#edgeNode[slot] === node && this.#edgeWord[slot] === word) return child;
      slot = (slot + 1) & this.#edgeMask;
    }
  }

  /**
   * Finds all patterns in the text, each with every payload; matches at one position are ordered by length. One tight
   * loop looks up the words first, because most are unknown or start no pattern and then cost nothing more.
   */
  find(buffer: TokenBuffer, out: Matches): void {
    out.count = 0;
    const starts = this.#lookUp(buffer);
    const count = buffer.count;
    const ids = this.#ids;
    let budget = SEGMENT_BUDGET;
    for (let k = 0; k < starts; k++) {
      const i = this.#starts[k]!;
      if (ids[i]! >= 0) this.#walk(ids, this.#spans, i, count, out, -1);
      else if (budget > 0) budget -= this.#splitTag(buffer, i, out);
    }
  }

  /** Fills `#ids`, `#spans` and `#starts` (the tokens at which a pattern may start); returns the number of starts. */
  #lookUp(buffer: TokenBuffer): number {
    const { hash: tokenHashes, check: tokenChecks, altSpan, flags, kind } = buffer;
    const { hashes, checks, slots, words, ids: variantIds } = this.words;
    const mask = (slots.length - 1) | 0;
    const ids = this.#ids;
    const spans = this.#spans;
    const { roots } = this.trie;
    const begin = this.#starts;
    const count = buffer.count | 0;
    let starts = 0;
    for (let i = 0; i < count; i++) {
      let id = -1;
      let span = 1;
      if (altSpan[i] !== 0) {
        id = this.words.lookup(buffer.altHash[i]!, buffer.altCheck[i]!);
        if (id >= 0) span = altSpan[i]!;
      }
      if (id < 0) {
        const hash = tokenHashes[i]!;
        let slot = hash & mask;
        let found = slots[slot]!;
        while (found !== 0) {
          const at = found - 1;
          if (hashes[at] === hash && checks[at] === tokenChecks[i]) {
            id = at < words ? at : variantIds[at - words]!;
            break;
          }
          slot = (slot + 1) & mask;
          found = slots[slot]!;
        }
      }
      ids[i] = id;
      spans[i] = span;
      if (id < 0 ? (flags[i]! & IN_TAG) !== 0 && kind[i] === WORD : roots[id] !== 1) begin[starts++] = i;
    }
    return starts;
  }

  /** Matches the words of a hashtag like "#coblosnomordua" if all of them are known. Returns the units it used. */
  #splitTag(buffer: TokenBuffer, token: number, out: Matches): number {
    const from = buffer.from[token]!;
    const length = buffer.to[token]! - from;
    if (length < 6 || length > 48) return 1;
    const parts = segmentHashtag(buffer.units, from, buffer.to[token]!, this.words, this.#parts);
    for (let i = 0; i < parts; i++) {
      this.#walk(this.#parts, ONES, i, parts, out, token);
    }
    return length;
  }

  #emit(node: number, first: number, last: number, out: Matches): void {
    const from = this.#from[node]! - 1;
    if (from < 0) return;
    const list = this.#payloads[from]!;
    for (let i = 1; i <= list && out.count < MAX_MATCHES; i++) {
      out.payload[out.count] = this.#payloads[from + i]!;
      out.first[out.count] = first;
      out.last[out.count] = last;
      out.count++;
    }
  }

  #walk(
    ids: Int32Array,
    spans: Uint8Array,
    start: number,
    count: number,
    out: Matches,
    within: number,
  ): void {
    let node = this.trie.root(ids[start]!);
    if (node === 0) return;
    let at = start + spans[start]!;
    this.#emit(node, within < 0 ? start : within, within < 0 ? at : within + 1, out);
    let skips = 0;
    while (at < count && this.#hasEdges[node] === 1) {
      const id = ids[at]!;
      const next = id < 0 ? 0 : this.#child(node, id);
      if (next !== 0) {
        node = next;
        at += spans[at]!;
        skips = 0;
        this.#emit(node, within < 0 ? start : within, within < 0 ? at : within + 1, out);
      } else if (id >= 0 && this.#skip[id] === 1 && skips < MAX_SKIPS) {
        skips++;
        at++;
      } else break;
    }
  }
}

const ONES = new Uint8Array(64).fill(1);
