import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../../scripts/model/logistic-regression.ts";
import { parseFiles, readFiles } from "../../../../scripts/training/bank.ts";
import { NO_PROGRESS, type PracticeProgress } from "../../../../src/domain/practice-schema.ts";
import { STATUSES } from "../../../../src/domain/vocabulary.ts";
import { addDays } from "../../../../src/domain/week.ts";
import { afterAnswer } from "../../../../src/pages/practice/memory.ts";
import { chooseSession, type Learner, SESSION_CASES } from "../../../../src/pages/practice/session.ts";

const { cases } = parseFiles(readFiles());
const TODAY = "2026-11-21";
const PNS: Learner = { status: "PNS", spouse: false };
const session = (progress: PracticeProgress, seed = 1, learner = PNS, day = TODAY) =>
  chooseSession(cases, progress, learner, day, seeded(seed));

/** Progress where every rule was answered rightly on these days. */
function known(rules: readonly string[], day: string, before = NO_PROGRESS): PracticeProgress {
  let progress = before;
  for (const rule of rules) {
    const one = cases.find((some) => some.rule === rule)!;
    progress = afterAnswer(progress, one, one.answer, day);
  }
  return progress;
}
const RULES = [...new Set(cases.map(({ rule }) => rule))];

describe("a session", () => {
  it("has eight different cases, both kinds of answer and at most two of a rule, whatever was practised", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.subarray(RULES),
        fc.constantFrom(...STATUSES, null),
        fc.integer({ min: 0, max: 60 }),
        (seed, rules, status, days) => {
          const chosen = session(known(rules, addDays(TODAY, -days)), seed, { status, spouse: false });
          expect(chosen).toHaveLength(SESSION_CASES);
          expect(new Set(chosen.map(({ id }) => id)).size).toBe(SESSION_CASES);
          const fine = chosen.filter(({ answer }) => answer === "fine").length;
          expect(fine).toBeGreaterThanOrEqual(2);
          expect(fine).toBeLessThanOrEqual(SESSION_CASES - 2);
        },
      ),
    );
  });

  it("begins with weak rules: what is due or new before what is not", () => {
    const weak = ["R2", "R4", "R7", "X2"];
    const progress = known(
      RULES.filter((rule) => !weak.includes(rule)),
      addDays(TODAY, -1),
    );
    for (let seed = 1; seed <= 30; seed++) {
      const of = session(progress, seed).map(({ rule }) => rule);
      expect(of.filter((rule) => weak.includes(rule)).length).toBeGreaterThanOrEqual(6);
      for (const rule of weak) expect(of).toContain(rule);
    }
  });

  it("brings the rule that was answered otherwise back the next day", () => {
    const missed = cases.find(({ rule, answer }) => rule === "R5" && answer === "no")!;
    const progress = afterAnswer(known(RULES, TODAY), missed, "fine", TODAY);
    for (let seed = 1; seed <= 30; seed++)
      expect(session(progress, seed, PNS, addDays(TODAY, 1)).map(({ id }) => id)).toContain(missed.id);
  });

  it("shows other cases before the same ones again", () => {
    let progress = NO_PROGRESS;
    const shown: string[] = [];
    for (let day = 0; day < 6; day++)
      for (const one of session(progress, day + 1, PNS, addDays(TODAY, 10 * day))) {
        shown.push(one.id);
        progress = afterAnswer(progress, one, one.answer, addDays(TODAY, 10 * day));
      }
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("prefers cases of the learner's own status and leaves a candidate's spouse to those who are one", () => {
    const share = (learner: Learner) => {
      const all = Array.from({ length: 40 }, (_, seed) => session(NO_PROGRESS, seed + 1, learner)).flat();
      const about = all.filter(({ rule }) => rule !== "X2");
      return about.filter(({ status }) => status === "PPPK").length / about.length;
    };
    expect(share({ status: "PPPK", spouse: false })).toBeGreaterThan(share(PNS) + 0.3);
  });

  it("takes three minutes at most at a slow reading speed of 150 words a minute", () => {
    const words = (value: unknown): number =>
      typeof value === "string"
        ? value.split(/\s+/).length
        : typeof value !== "object" || value === null
          ? 0
          : "id" in value
            ? words(value.id)
            : Object.values(value).reduce((sum: number, each) => sum + words(each), 0);
    for (let seed = 1; seed <= 50; seed++) {
      const read = session(NO_PROGRESS, seed).map(({ role, act, reason, scene }) =>
        words({ role, act, reason, scene }),
      );
      expect(read.reduce((sum, n) => sum + n, 0) / 150).toBeLessThan(3);
    }
  });

  it("is as long as there are cases where an agency or a mistake left few", () => {
    expect(chooseSession(cases.slice(0, 3), NO_PROGRESS, PNS, TODAY, seeded(1))).toHaveLength(3);
    expect(chooseSession([], NO_PROGRESS, PNS, TODAY, seeded(1))).toEqual([]);
  });
});
