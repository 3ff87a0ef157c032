import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dulledKinds,
  isDulled,
  type Kinds,
  kindsFields,
  MAX_HOLDS,
  NO_KINDS,
  withCount,
} from "../../../src/storage/evidence-feedback.ts";
import { readStored } from "../../../src/storage/fields.ts";

const tally = (answers: readonly boolean[]): Kinds =>
  answers.reduce((kinds, went, at) => withCount(kinds, "slogan", went, `hold-${at}`), NO_KINDS);

describe("kinds of evidence", () => {
  it("fall silent from ten answers on, where more than half went on", () => {
    expect(isDulled(tally(Array(9).fill(true)), "slogan")).toBe(false);
    expect(isDulled(tally(Array(10).fill(true)), "slogan")).toBe(true);
    const half = [...Array(5).fill(true), ...Array(5).fill(false)];
    expect(isDulled(tally(half), "slogan")).toBe(false);
    expect(isDulled(tally([...half, true]), "slogan")).toBe(true);
    expect(isDulled(tally(Array(10).fill(true)), "model")).toBe(false);
  });
  it("go by the counts whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (answers) => {
        const went = answers.filter(Boolean).length;
        const kinds = tally(answers);
        expect(isDulled(kinds, "slogan")).toBe(answers.length >= 10 && went * 2 > answers.length);
        expect(dulledKinds(kinds)).toEqual(isDulled(kinds, "slogan") ? ["slogan"] : []);
        expect(readStored(kindsFields, kinds)).toEqual({ value: kinds });
      }),
    );
  });
  it.each([
    [{ counts: { slogan: [1, 2] } }],
    [{ counts: { slogan: [1.5, 1] } }],
    [{ counts: { "Budi Santoso": [1, 1] } }],
    [{ counts: [] }],
    [{ counts: null }],
    [
      {
        counts: Object.fromEntries(
          Array.from({ length: 61 }, (_, i) => [
            `k-${"a".repeat((i % 30) + 1)}${i > 29 ? "-" : ""}${i > 59 ? "b" : ""}`,
            [1, 1],
          ]),
        ),
      },
    ],
  ])("%j is refused", (value) => {
    expect(readStored(kindsFields, value)).toMatchObject({
      value: { counts: {} },
      problem: expect.anything(),
    });
  });
  it("count a hold once, and remember the last ones only", () => {
    const twice = withCount(withCount(NO_KINDS, "slogan", true, "a"), "slogan", true, "a");
    expect(twice).toEqual({ counts: { slogan: [1, 1] }, holds: ["a"] });
    const many = tally(Array(MAX_HOLDS + 5).fill(true));
    expect(many.holds).toHaveLength(MAX_HOLDS);
    expect(many.holds.at(-1)).toBe(`hold-${MAX_HOLDS + 4}`);
    expect(readStored(kindsFields, many)).toEqual({ value: many });
    expect(readStored(kindsFields, { ...many, holds: [...many.holds, "b"] })).toMatchObject({
      value: { counts: many.counts, holds: [] },
      problem: "holds: list of ids",
    });
  });
  it("inherited names are no kinds", () => {
    expect(isDulled({ counts: {} }, "constructor")).toBe(false);
    expect(withCount(NO_KINDS, "constructor", true, "a").counts).toEqual({ constructor: [1, 1] });
  });
});
