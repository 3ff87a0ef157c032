import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_PROGRESS, PRACTICE_LIMITS, readProgress } from "../../../../src/domain/practice-schema.ts";
import { TRAINING_ANSWERS } from "../../../../src/domain/training-schema.ts";
import { addDays } from "../../../../src/domain/week.ts";
import { afterAnswer, isDue, knownness } from "../../../../src/pages/practice/memory.ts";

const ONE = { id: "post-a", rule: "R1", answer: "no" as const };
const DAY = "2026-11-21";
const once = (given: "fine" | "better-not" | "no", day = DAY, before = NO_PROGRESS) =>
  afterAnswer(before, ONE, given, day);

describe("what is remembered of a rule", () => {
  it("comes back the next day after allowed was taken for forbidden, later after the right answer", () => {
    expect(once("fine").rules.R1!.due).toBe("2026-11-22");
    const { due } = once("no").rules.R1!;
    expect(due > "2026-11-22").toBe(true);
    expect(once("better-not").rules.R1!.due < due).toBe(true);
  });

  it("is known with a probability of 0.85 on the day it comes back", () => {
    const rule = once("no").rules.R1!;
    expect(knownness(rule, DAY)).toBe(1);
    expect(knownness(rule, rule.due)).toBeGreaterThan(0.82);
    expect(knownness(rule, rule.due)).toBeLessThan(0.88);
    expect(isDue(rule, addDays(rule.due, -1))).toBe(false);
    expect(isDue(rule, rule.due)).toBe(true);
  });

  it("grows with right answers on the days it comes back, and not by repeating it on one day", () => {
    const first = once("no");
    const again = afterAnswer(first, ONE, "no", DAY);
    expect(again.rules.R1!.stability).toBeCloseTo(first.rules.R1!.stability, 5);
    const later = afterAnswer(first, ONE, "no", first.rules.R1!.due);
    expect(later.rules.R1!.stability).toBeGreaterThan(first.rules.R1!.stability * 1.5);
  });

  it("keeps which case was shown, and which was answered otherwise until it is answered rightly", () => {
    const missed = once("fine");
    expect(missed.rules.R1).toMatchObject({ seen: ["post-a"], missed: ["post-a"], lapses: 0, reps: 1 });
    expect(afterAnswer(missed, ONE, "no", "2026-11-22").rules.R1).toMatchObject({
      seen: ["post-a"],
      missed: [],
    });
  });

  it("takes a day before the last one, of a clock that was set back, for the last one", () => {
    const back = afterAnswer(once("no"), ONE, "no", "2020-01-01").rules.R1!;
    expect(back.last).toBe(DAY);
    expect(knownness(back, "2020-01-01")).toBe(1);
  });

  it("has for any answers on any days a valid value, no interval below a day and none above a year", () => {
    const step = fc.record({
      rule: fc.constantFrom("R1", "R2", "X1"),
      id: fc.integer({ min: 0, max: 60 }).map((n) => `post-${n}`),
      answer: fc.constantFrom(...TRAINING_ANSWERS),
      given: fc.constantFrom(...TRAINING_ANSWERS),
      days: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let [progress, day] = [NO_PROGRESS, DAY];
        for (const { given, days, ...one } of steps) {
          day = addDays(day, days);
          progress = afterAnswer(progress, one, given, day);
          const rule = progress.rules[one.rule]!;
          expect(rule.due >= addDays(day, 1)).toBe(true);
          expect(rule.due <= addDays(day, 366)).toBe(true);
          expect(rule.seen.at(-1)).toBe(one.id);
          expect(rule.seen.length).toBeLessThanOrEqual(PRACTICE_LIMITS.seen);
        }
        expect(readProgress(structuredClone(progress))).toEqual(progress);
      }),
    );
  });
});
