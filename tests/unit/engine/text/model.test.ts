import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  extractFeatures,
  groupFactors,
  TextFeatures,
  type TextModel,
  textLogit,
} from "../../../../src/engine/text/model.ts";
import { TokenBuffer } from "../../../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../../../src/engine/text/tokenise.ts";
import { WordList } from "../../../../src/engine/text/word-list.ts";

const BITS = 12;
const model: TextModel = {
  mask: 2 ** BITS - 1,
  weights: Int8Array.from({ length: 2 ** BITS }, (_, i) => ((i * 2_654_435_761) >>> 13) & 255),
  scale: 0.03,
  bias: -0.7,
};
const tokens = new TokenBuffer();
const features = new TextFeatures();

/** The sum over the features that are written down, as the trainer sees them. */
function slowly(masked: Uint8Array): number {
  extractFeatures(tokens, masked, features);
  let words = 0;
  let grams = 0;
  for (let i = 0; i < features.words; i++) words += model.weights[features.hash[i]! & model.mask]!;
  for (let i = features.words; i < features.count; i++)
    grams += model.weights[features.hash[i]! & model.mask]!;
  const [a, b] = groupFactors(features.words, features.count - features.words);
  return model.bias + model.scale * (words * a + grams * b);
}

describe("the text model", () => {
  it("weighs a text as the sum of its features", () => {
    const piece = fc.constantFrom(
      ..."coblos|Nomor 2|#AyoMenang|@budi|https://x.id/a|🙏|a|c o b l o s|menaaang|4nies|Muhammad|\n|x".split(
        "|",
      ),
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 60 })), { maxLength: 80 });
    fc.assert(
      fc.property(text, fc.uint8Array({ minLength: 1, maxLength: 9 }), (parts, hidden) => {
        tokenise(parts.join(" "), tokens);
        const masked = Uint8Array.from(
          { length: tokens.count + 1 },
          (_, i) => hidden[i % hidden.length]! % 3,
        );
        expect(textLogit(model, tokens, masked)).toBeCloseTo(slowly(masked), 9);
      }),
      { numRuns: 500 },
    );
  });

  it("reads no more features than it has room for", () => {
    tokenise("kata4".repeat(1_000), tokens);
    const masked = new Uint8Array(tokens.count);
    expect(textLogit(model, tokens, masked)).toBeCloseTo(slowly(masked), 9);
    expect(features.count).toBeGreaterThan(5_000);
  });
});

describe("a list of words", () => {
  const list = new WordList("tahun telu tellu  dua' uu no.");
  const find = (text: string): string | undefined => {
    tokenise(text, tokens);
    return list.find(tokens, 0);
  };

  it("knows its words, and doubled letters apart", () => {
    expect([find("Tahun"), find("telu"), find("TELLU"), find("UU")]).toEqual([
      "tahun",
      "telu",
      "tellu",
      "uu",
    ]);
  });

  it("knows no others", () => {
    expect(["tahunn", "tahu", "teluu", "dua", "no", "u", "2", "🙏"].filter((word) => find(word))).toEqual([]);
  });
});

describe("a text cut between the halves of a pair", () => {
  it("does not see the half behind the cut, however often it is read", () => {
    const whole = `${"a".repeat(30)} \u{1bc81}${"b".repeat(30)}`;
    const cut = whole.slice(0, 32);
    const counts = new Set<number>();
    for (let i = 0; i < 30_000; i++) {
      tokenise(whole, tokens);
      tokenise(cut, tokens);
      counts.add(tokens.count);
    }
    expect([...counts]).toEqual([1]);
  });
});
