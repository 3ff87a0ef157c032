import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/domain/assessment.ts";
import { excerpt } from "../../../src/overlay/excerpt.ts";

function at(start: number, end: number, more: Partial<Evidence> = {}): Evidence {
  const say = { key: "x", values: {} };
  return { kind: "lexicon", text: "", field: "text", start, end, weight: 1, strong: false, say, ...more };
}
const TEXT = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh";
const shown = (words: number, ...evidence: Evidence[]) =>
  excerpt(TEXT, evidence, words)
    .map((p) => (p.hit ? `[${p.text}]` : p.text))
    .join("");

describe("excerpt", () => {
  it("marks the recognised words and shows as much around them as fits", () => {
    const lima = at(TEXT.indexOf("lima"), TEXT.indexOf("lima") + 4);
    expect(shown(3, lima)).toBe("… empat [lima] enam …");
    expect(shown(5, lima)).toBe("… tiga empat [lima] enam tujuh …");
    expect(shown(99, lima)).toBe("satu dua tiga empat [lima] enam tujuh delapan sembilan sepuluh");
  });

  it("marks several words and merges overlapping ones", () => {
    expect(shown(10, at(0, 8), at(5, 13), at(14, 19))).toBe(
      "[satu dua tiga] [empat] lima enam tujuh delapan sembilan sepuluh",
    );
  });

  it("shows nothing if nothing in the text was recognised or nothing fits", () => {
    expect(shown(9)).toBe("");
    expect(shown(2, at(0, 4))).toBe("");
    expect(shown(9, at(0, 4, { field: "author" }))).toBe("");
    expect(shown(9, at(0, 4, { weight: -1 }))).toBe("");
    expect(shown(9, at(500, 600))).toBe("");
  });

  it("never exceeds the words and never invents text, for any offsets and any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "🙂", "\u202e"), maxLength: 300 }),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 320 }), fc.integer({ min: -5, max: 320 })), {
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 12 }),
        (text, spots, words) => {
          const pieces = excerpt(
            text,
            spots.map(([a, b]) => at(a, b)),
            words,
          );
          const inner = pieces.filter((p) => p.text !== "… " && p.text !== " …");
          expect(
            inner
              .map((p) => p.text)
              .join("")
              .match(/\S+/g)?.length ?? 0,
          ).toBeLessThanOrEqual(words);
          const plainText = text.replace(/\u202e/g, "").replace(/\s+/g, " ");
          expect(plainText).toContain(
            inner
              .map((p) => p.text)
              .join("")
              .replace(/\s+/g, " "),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is fast on a hostile text", () => {
    const start = performance.now();
    const long = "ayo".repeat(1_000_000);
    const pieces = excerpt(long, [at(0, long.length)], 10);
    expect(pieces.every((p) => p.text.length <= 170)).toBe(true);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
