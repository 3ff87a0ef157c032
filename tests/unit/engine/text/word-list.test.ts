import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TokenBuffer, wordAt } from "../../../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../../../src/engine/text/tokenise.ts";
import { WordList } from "../../../../src/engine/text/word-list.ts";

const buffer = new TokenBuffer();

/** Words of the list that a text of this one word finds. */
function found(list: WordList, text: string): string | undefined {
  tokenise(text, buffer);
  return buffer.count === 1 ? list.find(buffer, 0) : undefined;
}

describe("a list of words", () => {
  it("knows its words, doubled letters as they are written", () => {
    const list = new WordList("coblos  telu tellu paslon");
    expect(["coblos", "telu", "tellu", "paslon"].map((word) => found(list, word))).toEqual([
      "coblos",
      "telu",
      "tellu",
      "paslon",
    ]);
    expect([found(list, "pilih"), list.size]).toEqual([undefined, 3]);
  });

  it("returns the entry after a word, and nothing for an unknown word", () => {
    const list = new WordList("satu 1 telu 3 tellu 3 dua' 2");
    const behind = (text: string) => {
      tokenise(text, buffer);
      return list.valueAfter(buffer, 0);
    };
    expect(["satu", "tellu", "dua", "pilih"].map(behind)).toEqual(["1", "3", undefined, undefined]);
  });

  it("ignores words that cannot occur in a text", () => {
    const list = new WordList("dua' a-b coblos ! 02");
    expect(found(list, "coblos")).toBe("coblos");
    expect(found(list, "dua")).toBeUndefined();
  });

  it("contains every word that folds to itself, whatever stands beside it", () => {
    const word = fc
      .array(fc.constantFrom(..."abchtp012'-!.:@#_éⓐ", "an", "pilih", "aa"), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const list = new WordList(words.join(" "));
        const read = words.map((one) => {
          tokenise(one, buffer);
          return buffer.count === 1 ? wordAt(buffer, 0) : undefined;
        });
        const kept = new Set(words.filter((one, i) => read[i] === one));
        for (const [i, one] of words.entries()) {
          const wanted = read[i] !== undefined && kept.has(read[i]) ? read[i] : undefined;
          expect([one, found(list, one)]).toEqual([one, wanted]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
