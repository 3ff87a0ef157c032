import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStored } from "../../../src/state/fields.ts";
import { dulledKinds, isDulled, type Kinds, kindsFields, withCount } from "../../../src/state/kinds.ts";

const tally = (answers: readonly boolean[]): Kinds =>
  answers.reduce((kinds, went) => withCount(kinds, "slogan", went), { counts: {} } as Kinds);

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
  it("inherited names are no kinds", () => {
    expect(isDulled({ counts: {} }, "constructor")).toBe(false);
    expect(withCount({ counts: {} }, "constructor", true).counts).toEqual({ constructor: [1, 1] });
  });
});
