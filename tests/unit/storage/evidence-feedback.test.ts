import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EvidenceFeedback,
  feedbackFields,
  isMuted,
  MAX_HOLD_IDS,
  mutedKinds,
  NO_FEEDBACK,
  withCount,
} from "../../../src/storage/evidence-feedback.ts";
import { readStored } from "../../../src/storage/fields.ts";

const tally = (answers: readonly boolean[]): EvidenceFeedback =>
  answers.reduce((kinds, went, at) => withCount(kinds, "slogan", went, `hold-${at}`), NO_FEEDBACK);

describe("kinds of evidence", () => {
  it("are muted from ten answers on if the user continued after more than half", () => {
    expect(isMuted(tally(Array(9).fill(true)), "slogan")).toBe(false);
    expect(isMuted(tally(Array(10).fill(true)), "slogan")).toBe(true);
    const half = [...Array(5).fill(true), ...Array(5).fill(false)];
    expect(isMuted(tally(half), "slogan")).toBe(false);
    expect(isMuted(tally([...half, true]), "slogan")).toBe(true);
    expect(isMuted(tally(Array(10).fill(true)), "model")).toBe(false);
  });
  it("depend on the counts, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (answers) => {
        const went = answers.filter(Boolean).length;
        const kinds = tally(answers);
        expect(isMuted(kinds, "slogan")).toBe(answers.length >= 10 && went * 2 > answers.length);
        expect(mutedKinds(kinds)).toEqual(isMuted(kinds, "slogan") ? ["slogan"] : []);
        expect(readStored(feedbackFields, kinds)).toEqual({ value: kinds });
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
    expect(readStored(feedbackFields, value)).toMatchObject({
      value: { counts: {} },
      problem: expect.anything(),
    });
  });
  it("count a hold once, and store the last hold ids only", () => {
    const twice = withCount(withCount(NO_FEEDBACK, "slogan", true, "a"), "slogan", true, "a");
    expect(twice).toEqual({ counts: { slogan: [1, 1] }, holdIds: ["a"] });
    const many = tally(Array(MAX_HOLD_IDS + 5).fill(true));
    expect(many.holdIds).toHaveLength(MAX_HOLD_IDS);
    expect(many.holdIds.at(-1)).toBe(`hold-${MAX_HOLD_IDS + 4}`);
    expect(readStored(feedbackFields, many)).toEqual({ value: many });
    expect(readStored(feedbackFields, { ...many, holdIds: [...many.holdIds, "b"] })).toMatchObject({
      value: { counts: many.counts, holdIds: [] },
      problem: "holdIds: ids",
    });
  });
  it("do not include inherited names", () => {
    expect(isMuted({ counts: {} }, "constructor")).toBe(false);
    expect(withCount(NO_FEEDBACK, "constructor", true, "a").counts).toEqual({ constructor: [1, 1] });
  });
});
