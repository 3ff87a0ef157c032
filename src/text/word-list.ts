import { TokenBuffer } from "./buffer.ts";
import { tokenise } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Every list is made one word after the other; a buffer of its own would cost more than the list. */
const buffer = new TokenBuffer();

/**
 * A short fixed list of folded words that tokens are looked up in by their hash: no string is made of a token. What
 * does not fold to itself ("dua'") can stand in no text and is left out.
 */
export class WordList {
  readonly #vocabulary: Vocabulary;
  /** By id; words that differ in doubled letters alone ("telu", "tellu") share one. */
  readonly #words: string[][] = [];

  /** `words`: with blanks between them. */
  constructor(words: string) {
    const all = words.split(/\s+/).filter((word) => word !== "");
    this.#vocabulary = new Vocabulary(all.length);
    /* All at once where each is one token, as in the lists that every page makes before it is ready. */
    tokenise(all.join(" "), buffer);
    const each = buffer.count === all.length && all.every((word, i) => reads(buffer, i, word));
    for (let i = 0; i < all.length; i++) {
      if (!each) tokenise(all[i]!, buffer);
      if (each || (buffer.count === 1 && reads(buffer, 0, all[i]!))) this.#add(all[i]!, each ? i : 0);
    }
  }

  #add(word: string, token: number): void {
    const id = this.#vocabulary.add(buffer.hash[token]!, buffer.check[token]!, this.#words.length);
    const alike = this.#words[id];
    if (alike === undefined) this.#words.push([word]);
    else if (!alike.includes(word)) alike.push(word);
  }

  /** How many words, those apart that differ in doubled letters alone. */
  get size(): number {
    return this.#words.length;
  }

  /** The listed word that a token is; undefined for any other. */
  find(tokens: TokenBuffer, index: number): string | undefined {
    const id = this.#vocabulary.lookup(tokens.hash[index]!, tokens.check[index]!);
    return id < 0 ? undefined : this.#words[id]!.find((word) => reads(tokens, index, word));
  }

  has(tokens: TokenBuffer, index: number): boolean {
    return this.find(tokens, index) !== undefined;
  }
}

function reads(tokens: TokenBuffer, index: number, word: string): boolean {
  const from = tokens.from[index]!;
  if (tokens.to[index]! - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (tokens.units[from + i] !== word.charCodeAt(i)) return false;
  return true;
}
