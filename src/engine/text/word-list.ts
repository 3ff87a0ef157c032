import { TokenBuffer } from "./token-buffer.ts";
import { tokenise } from "./tokenise.ts";

/** Lists are made one after the other; a buffer of its own would cost more than the list. */
const buffer = new TokenBuffer();

/**
 * A short fixed list of folded words that tokens are looked up in by their hash: no string is made of a token. What
 * does not fold to itself ("dua'") can stand in no text and is left out. Read when something is looked up first: most
 * lists are asked only beside a name or a call to vote, which most pages do not have.
 */
export class WordList {
  readonly #list: string;
  /** By hash; words that differ in doubled letters alone ("telu", "tellu") share one. */
  #words: Map<number, string[]> | undefined;
  #behind: Map<string, string | undefined> | undefined;

  /** `words`: with blanks between them. */
  constructor(words: string) {
    this.#list = words;
  }

  #read(): Map<number, string[]> {
    const all = this.#list.split(/\s+/).filter((word) => word !== "");
    const words = new Map<number, string[]>();
    this.#words = words;
    /* All at once where each is one token, as in nearly every list. */
    tokenise(all.join(" "), buffer);
    const each = buffer.count === all.length && all.every((word, i) => reads(buffer, i, word));
    for (const [i, word] of all.entries()) {
      if (!each) tokenise(word, buffer);
      if (!each && (buffer.count !== 1 || !reads(buffer, 0, word))) continue;
      const hash = buffer.hash[each ? i : 0]!;
      const alike = words.get(hash);
      if (alike === undefined) words.set(hash, [word]);
      else if (!alike.includes(word)) alike.push(word);
    }
    return words;
  }

  /** How many words, those apart that differ in doubled letters alone. */
  get size(): number {
    return (this.#words ?? this.#read()).size;
  }

  /** The listed word that a token is; undefined for any other. */
  find(tokens: TokenBuffer, index: number): string | undefined {
    const alike = (this.#words ?? this.#read()).get(tokens.hash[index]!);
    return alike?.find((word) => reads(tokens, index, word));
  }

  /** What the list has behind the word that a token is. */
  behind(tokens: TokenBuffer, index: number): string | undefined {
    const word = this.find(tokens, index);
    if (word === undefined) return undefined;
    this.#behind ??= new Map(this.#list.split(" ").map((one, i, all) => [one, all[i + 1]]));
    return this.#behind.get(word);
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
