import { toBase64 } from "../../domain/encoding.ts";
import { ByteWriter } from "./binary.ts";
import { MAX_WORDS, type MatcherData, WORDS_IN_BLOCK } from "./matcher-format.ts";
import { TokenBuffer } from "./token-buffer.ts";
import { tokenise } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";
import { slotsOf } from "./word-table.ts";

/** Largest vocabulary that is stored with its hash table, which then takes 90 KB. */
const MAX_WORDS_WITH_SLOTS = 16_384;

/**
 * Collects patterns with a payload each and builds their compact form. A pattern is any text; it is tokenised and
 * folded like a post. The same words may carry several payloads.
 */
export class PatternBuilder {
  #buffer = new TokenBuffer();
  #vocabulary = new Vocabulary(1024);
  #hashes: number[] = [];
  #checks: number[] = [];
  #spellings: [number, number, number][] = [];
  #ids = new Int32Array(4096);
  #idsLength = 0;
  #starts: number[] = [];
  #payloads: number[] = [];

  #wordId(index: number): number {
    const hash = this.#buffer.hash[index]!;
    const check = this.#buffer.check[index]!;
    const known = this.#vocabulary.lookup(hash, check);
    if (known >= 0) return known;
    const id = this.#hashes.length;
    this.#vocabulary.add(hash, check, id);
    this.#hashes.push(hash);
    this.#checks.push(check);
    return id;
  }

  /** Adds words to the vocabulary, for splitting hashtags, without matching them. Returns their ids. */
  addWords(text: string): number[] {
    tokenise(text, this.#buffer);
    return Array.from({ length: this.#buffer.count }, (_, i) => this.#wordId(i));
  }

  /** Makes `variant` count as `canonical`. Call before adding patterns. */
  addSpelling(canonical: string, variant: string): void {
    const [id] = this.addWords(canonical);
    tokenise(variant, this.#buffer);
    if (id === undefined || this.#buffer.count !== 1) return;
    const hash = this.#buffer.hash[0]!;
    const check = this.#buffer.check[0]!;
    if (this.#vocabulary.lookup(hash, check) >= 0) return;
    this.#vocabulary.add(hash, check, id);
    this.#spellings.push([hash, check, id]);
  }

  /** Adds a pattern and returns its number of words; a pattern without words is ignored. */
  add(text: string, payload: number): number {
    tokenise(text, this.#buffer);
    const count = Math.min(this.#buffer.count, MAX_WORDS);
    if (count === 0) return 0;
    while (this.#idsLength + count > this.#ids.length) {
      const wider = new Int32Array(this.#ids.length * 2);
      wider.set(this.#ids);
      this.#ids = wider;
    }
    this.#starts.push(this.#idsLength);
    this.#payloads.push(payload);
    for (let i = 0; i < count; i++) this.#ids[this.#idsLength++] = this.#wordId(i);
    return count;
  }

  build(skipWords: string): MatcherData {
    const skip = this.addWords(skipWords);
    const { order, lengths } = this.#sorted();
    const patterns = new ByteWriter();
    const blocks = new Uint32Array(Math.ceil(this.#hashes.length / WORDS_IN_BLOCK) + 1);
    let block = 0;
    let previous = -1;
    let nodes = 1;
    let lists = 0;
    let payloads = 0;
    for (let i = 0; i < order.length; ) {
      const one = order[i]!;
      const length = lengths[one]!;
      let next = i;
      const list: number[] = [];
      while (next < order.length && this.#compare(order[next]!, one, lengths) === 0) {
        list.push(this.#payloads[order[next]!]!);
        next++;
      }
      while (block * WORDS_IN_BLOCK <= this.#ids[this.#starts[one]!]!) blocks[block++] = patterns.length;
      const common = previous < 0 ? 0 : this.#common(previous, one, lengths);
      patterns.number(common * (MAX_WORDS + 1) + length - common);
      for (let k = common; k < length; k++) patterns.number(this.#ids[this.#starts[one]! + k]!);
      const unique = [...new Set(list)].sort((a, b) => a - b);
      patterns.number(unique.length);
      let last = 0;
      for (const payload of unique) {
        patterns.number(payload - last);
        last = payload;
      }
      nodes += length - common;
      payloads += unique.length;
      lists++;
      previous = one;
      i = next;
    }
    blocks.fill(patterns.length, block);
    const hashes = Int32Array.from([...this.#hashes, ...this.#spellings.map((one) => one[0])]);
    return {
      hashes: toBase64(bytesOf(hashes)),
      checks: toBase64(bytesOf(Uint16Array.from([...this.#checks, ...this.#spellings.map((one) => one[1])]))),
      same: toBase64(bytesOf(Int32Array.from(this.#spellings, (one) => one[2]))),
      ...(hashes.length <= MAX_WORDS_WITH_SLOTS
        ? { slots: toBase64(bytesOf(Uint16Array.from(slotsOf(hashes)))) }
        : {}),
      patterns: toBase64(patterns.bytes()),
      blocks: toBase64(bytesOf(blocks)),
      skip,
      counts: { words: this.#hashes.length, same: this.#spellings.length, patterns: lists, nodes, payloads },
    };
  }

  #sorted(): { order: Uint32Array; lengths: Uint8Array } {
    const total = this.#starts.length;
    const order = new Uint32Array(total);
    const lengths = new Uint8Array(total);
    for (let i = 0; i < total; i++) {
      order[i] = i;
      lengths[i] = (i + 1 < total ? this.#starts[i + 1]! : this.#idsLength) - this.#starts[i]!;
    }
    order.sort((a, b) => this.#compare(a, b, lengths));
    return { order, lengths };
  }

  #common(a: number, b: number, lengths: Uint8Array): number {
    const limit = Math.min(lengths[a]!, lengths[b]!);
    const fromA = this.#starts[a]!;
    const fromB = this.#starts[b]!;
    let i = 0;
    while (i < limit && this.#ids[fromA + i] === this.#ids[fromB + i]) i++;
    return i;
  }

  #compare(a: number, b: number, lengths: Uint8Array): number {
    const common = this.#common(a, b, lengths);
    if (common === lengths[a] || common === lengths[b]) return lengths[a]! - lengths[b]!;
    return this.#ids[this.#starts[a]! + common]! - this.#ids[this.#starts[b]! + common]!;
  }
}

/** Typed arrays are little-endian on every platform that browsers support. */
function bytesOf(column: Int32Array | Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
