import { TokenBuffer } from "./token-buffer.ts";
import { tokenise } from "./tokenise.ts";

/** Shared, because lists are read one after another and a buffer per list would cost more than the list. */
const buffer = new TokenBuffer();

/**
 * A short fixed list of folded words. Tokens are looked up by hash without building strings. A word that does not fold
 * to itself ("dua'") can never occur in a text and is ignored. The list is parsed at the first look-up, because most
 * lists matter only beside a name or a call to vote, which most pages lack.
 */
export class WordList {
  readonly #list: string;
  /** Words by hash; words that differ only in doubled letters ("telu", "tellu") share one. */
  #words: Map<number, string[]> | undefined;
  #values: Map<string, string | undefined> | undefined;

  /** @param words separated by spaces. */
  constructor(words: string) {
    this.#list = words;
  }

  #read(): Map<number, string[]> {
    const all = this.#list.split(/\s+/).filter((word) => word !== "");
    const words = new Map<number, string[]>();
    this.#words = words;
    /* Tokenises all at once if each word is one token, as in nearly every list. */
    tokenise(all.join(" "), buffer);
    const oneTokenEach = buffer.count === all.length && all.every((word, i) => tokenEquals(buffer, i, word));
    for (const [i, word] of all.entries()) {
      if (!oneTokenEach) tokenise(word, buffer);
      if (!oneTokenEach && (buffer.count !== 1 || !tokenEquals(buffer, 0, word))) continue;
      const hash = buffer.hash[oneTokenEach ? i : 0]!;
      const candidates = words.get(hash);
      if (candidates === undefined) words.set(hash, [word]);
      else if (!candidates.includes(word)) candidates.push(word);
    }
    return words;
  }

  /** Number of words; words that differ only in doubled letters count once. */
  get size(): number {
    return (this.#words ?? this.#read()).size;
  }

  /** The listed word that the token equals, or undefined. */
  find(tokens: TokenBuffer, index: number): string | undefined {
    const alike = (this.#words ?? this.#read()).get(tokens.hash[index]!);
    return alike?.find((word) => tokenEquals(tokens, index, word));
  }

  /** The entry that follows the token's word in the list, or undefined. */
  valueAfter(tokens: TokenBuffer, index: number): string | undefined {
    const word = this.find(tokens, index);
    if (word === undefined) return undefined;
    this.#values ??= new Map(this.#list.split(" ").map((one, i, all) => [one, all[i + 1]]));
    return this.#values.get(word);
  }

  has(tokens: TokenBuffer, index: number): boolean {
    return this.find(tokens, index) !== undefined;
  }
}

function tokenEquals(tokens: TokenBuffer, index: number, word: string): boolean {
  const from = tokens.from[index]!;
  if (tokens.to[index]! - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (tokens.units[from + i] !== word.charCodeAt(i)) return false;
  return true;
}
