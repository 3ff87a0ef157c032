import { IN_TAG, type TokenBuffer, WORD } from "./buffer.ts";
import { ByteReader, fromBase64 } from "./bytes.ts";
import { MAX_WORDS, type MatcherData } from "./patterns.ts";
import { segment } from "./segment.ts";
import { Vocabulary } from "./vocabulary.ts";

/** At most this many matches are kept of one text; later ones add nothing to an assessment. */
const MAX_MATCHES = 512;
/** Words such as "dan", "pak" that may stand inside a name, in a row. */
const MAX_SKIPS = 2;
/** Hashtags whose parts were guessed: units tried in one text. */
const SEGMENT_BUDGET = 320;

/** Matches of one text as columns; filled anew by every `find`. */
export class Matches {
  count = 0;
  /** Payload of the pattern, first and one past the last token. */
  readonly payload = new Int32Array(MAX_MATCHES);
  readonly first = new Int32Array(MAX_MATCHES);
  readonly last = new Int32Array(MAX_MATCHES);
}

/**
 * Finds many phrases at once: a trie over word ids, walked from every word. The walk is bounded by the longest
 * pattern, so the time is linear in the text whatever the number of patterns.
 */
export class Matcher {
  readonly vocabulary: Vocabulary;
  readonly #roots: Int32Array;
  readonly #skip: Uint8Array;
  readonly #edgeNode: Int32Array;
  readonly #edgeWord: Int32Array;
  readonly #edgeChild: Int32Array;
  readonly #edgeMask: number;
  readonly #hasEdges: Uint8Array;
  readonly #from: Int32Array;
  readonly #payloads: Int32Array;
  readonly #ids = new Int32Array(MAX_WORDS * 2 + 16_000);
  readonly #spans = new Uint8Array(MAX_WORDS * 2 + 16_000);
  readonly #parts = new Int32Array(64);

  constructor(data: MatcherData) {
    const { counts } = data;
    this.vocabulary = new Vocabulary(counts.words + counts.same);
    this.#roots = new Int32Array(counts.words);
    this.#skip = new Uint8Array(counts.words);
    for (const id of data.skip) this.#skip[id] = 1;
    this.#readWords(data);
    let capacity = 64;
    while (capacity < counts.nodes * 1.6) capacity *= 2;
    this.#edgeNode = new Int32Array(capacity);
    this.#edgeWord = new Int32Array(capacity);
    this.#edgeChild = new Int32Array(capacity);
    this.#edgeMask = capacity - 1;
    this.#hasEdges = new Uint8Array(counts.nodes + 1);
    this.#from = new Int32Array(counts.nodes + 2).fill(-1);
    this.#payloads = new Int32Array(counts.payloads + counts.patterns);
    this.#readPatterns(data);
  }

  #readWords(data: MatcherData): void {
    const words = fromBase64(data.words);
    const view = new DataView(words.buffer);
    for (let i = 0; i < data.counts.words; i++) {
      this.vocabulary.add(view.getInt32(i * 6, true), view.getUint16(i * 6 + 4, true), i);
    }
    const same = new DataView(fromBase64(data.same).buffer);
    for (let i = 0; i < data.counts.same; i++) {
      const id = same.getInt32(i * 10 + 6, true);
      this.vocabulary.add(same.getInt32(i * 10, true), same.getUint16(i * 10 + 4, true), id);
    }
  }

  #readPatterns(data: MatcherData): void {
    const reader = new ByteReader(fromBase64(data.patterns));
    const path = new Int32Array(MAX_WORDS + 1);
    let nodes = 1;
    let filled = 0;
    while (!reader.done) {
      const head = reader.number();
      const common = Math.floor(head / (MAX_WORDS + 1));
      const length = common + (head % (MAX_WORDS + 1));
      if (length > MAX_WORDS) throw new Error("compiled data: a pattern is too long");
      for (let depth = common; depth < length; depth++) {
        const word = reader.number();
        const node = nodes++;
        if (word >= data.counts.words || node > data.counts.nodes)
          throw new Error("compiled data: unknown word");
        if (depth === 0) this.#roots[word] = node;
        else this.#addEdge(path[depth]!, word, node);
        path[depth + 1] = node;
      }
      const list = reader.number();
      if (filled + list + 1 > this.#payloads.length) throw new Error("compiled data: too many payloads");
      this.#from[path[length]!] = filled;
      this.#payloads[filled++] = list;
      let payload = 0;
      for (let i = 0; i < list; i++) {
        payload += reader.number();
        this.#payloads[filled++] = payload;
      }
    }
  }

  #slot(node: number, word: number): number {
    let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    h ^= h >>> 15;
    return h & this.#edgeMask;
  }

  #addEdge(node: number, word: number, child: number): void {
    let slot = this.#slot(node, word);
    while (this.#edgeChild[slot] !== 0) slot = (slot + 1) & this.#edgeMask;
    this.#edgeNode[slot] = node;
    this.#edgeWord[slot] = word;
    this.#edgeChild[slot] = child;
    this.#hasEdges[node] = 1;
  }

  #child(node: number, word: number): number {
    let slot = this.#slot(node, word);
    for (;;) {
      const child = this.#edgeChild[slot]!;
      if (child === 0) return 0;
      if (this.#edgeNode[slot] === node && this.#edgeWord[slot] === word) return child;
      slot = (slot + 1) & this.#edgeMask;
    }
  }

  /** Id of the word at a token, −1 when no pattern has it. Valid after `find`. */
  idAt(token: number): number {
    return this.#ids[token]!;
  }

  /** All patterns in the text, each with every payload; the matches of one place in order of their length. */
  find(buffer: TokenBuffer, out: Matches): void {
    out.count = 0;
    const count = buffer.count;
    const ids = this.#ids;
    const spans = this.#spans;
    let budget = SEGMENT_BUDGET;
    for (let i = 0; i < count; i++) {
      let id = -1;
      let span = 1;
      if (buffer.altSpan[i] !== 0) {
        id = this.vocabulary.lookup(buffer.altHash[i]!, buffer.altCheck[i]!);
        if (id >= 0) span = buffer.altSpan[i]!;
      }
      if (id < 0) id = this.vocabulary.lookup(buffer.hash[i]!, buffer.check[i]!);
      ids[i] = id;
      spans[i] = span;
    }
    for (let i = 0; i < count; i++) {
      const id = ids[i]!;
      if (id < 0) {
        if ((buffer.flags[i]! & IN_TAG) !== 0 && buffer.kind[i] === WORD && budget > 0) {
          budget -= this.#splitTag(buffer, i, out);
        }
        continue;
      }
      if (this.#roots[id] !== 0) this.#walk(ids, spans, i, count, out, -1);
    }
  }

  /** "#coblosnomordua": the words it is made of, where all of them are known. */
  #splitTag(buffer: TokenBuffer, token: number, out: Matches): number {
    const from = buffer.from[token]!;
    const length = buffer.to[token]! - from;
    if (length < 6 || length > 48) return 1;
    const parts = segment(buffer.units, from, buffer.to[token]!, this.vocabulary, this.#parts);
    for (let i = 0; i < parts; i++) {
      if (this.#roots[this.#parts[i]!] !== 0) this.#walk(this.#parts, ONES, i, parts, out, token);
    }
    return length;
  }

  #emit(node: number, first: number, last: number, out: Matches): void {
    const from = this.#from[node]!;
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
    let node = this.#roots[ids[start]!]!;
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

  /** Bytes held in memory by the tables. */
  get bytes(): number {
    const tables = [this.#roots, this.#skip, this.#edgeNode, this.#edgeWord, this.#edgeChild, this.#hasEdges];
    const more = [this.#from, this.#payloads, this.#ids, this.#spans];
    return [...tables, ...more].reduce((sum, table) => sum + table.byteLength, this.vocabulary.bytes);
  }
}

const ONES = new Uint8Array(64).fill(1);
