import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DailyAnswerLookup,
  type DailyAnswers,
  dailyAnswersFields,
  forDay,
  MAX_DAILY_ANSWERS,
  NO_DAILY_ANSWERS,
  NO_PRIOR_ANSWERS,
  withAnswer,
  withHoldId,
} from "../../../src/storage/daily-answers.ts";
import { readStored } from "../../../src/storage/fields.ts";
import { SECRETS } from "../lib/answer-secrets.ts";

const DAY = "2026-11-22";
const bookOf = (day = DAY) =>
  new DailyAnswerLookup(
    () => day,
    async () => SECRETS.today,
  );
/** What is stored after one more answer. */
const storedAfter = (stored: DailyAnswers, who: string, rule: string | null, day = DAY) =>
  withAnswer(forDay(stored, day), SECRETS.today, who, rule);

describe("today's answers", () => {
  it("are empty at once while nothing was answered", () => {
    expect(bookOf().answers("account:a")).toEqual(NO_PRIOR_ANSWERS);
  });

  it("are kept apart by account and by rule", async () => {
    const book = bookOf();
    let stored = NO_DAILY_ANSWERS;
    for (const [who, rule] of [
      ["account:a", "R1"],
      ["account:a", "R3"],
      ["account:b", null],
    ] as const)
      stored = await storedAfter(stored, who, rule);
    book.update(stored);
    await book.lookUp(["account:a", "account:b", "account:c"]);
    expect(book.answers("account:a")).toEqual({ cancelled: false, continued: ["R1", "R3"] });
    expect(book.answers("account:b")).toEqual({ cancelled: true, continued: [] });
    expect(book.answers("account:c")).toEqual(NO_PRIOR_ANSWERS);
  });

  it("are found after a look-up, also those stored later", async () => {
    const book = bookOf();
    const stored = await storedAfter(NO_DAILY_ANSWERS, "account:a", null);
    book.update(stored);
    expect(book.answers("account:a")).toBeUndefined();
    await book.lookUp(["account:a"]);
    expect(book.answers("account:a")).toEqual({ cancelled: true, continued: [] });
    book.update(await storedAfter(stored, "account:a", "R1"));
    expect(book.answers("account:a")).toEqual({ cancelled: true, continued: ["R1"] });
  });

  it("tell nothing to somebody who holds what is stored, without the secret of the session", async () => {
    const stored = await storedAfter(NO_DAILY_ANSWERS, "account:a", null);
    for (const secret of ["", "0".repeat(64)]) {
      const book = new DailyAnswerLookup(
        () => DAY,
        async () => secret,
      );
      book.update(stored);
      await book.lookUp(["account:a"]);
      expect(book.answers("account:a")).toEqual(NO_PRIOR_ANSWERS);
    }
  });

  it("are asked about in full where the secret cannot be had", async () => {
    const book = new DailyAnswerLookup(
      () => DAY,
      () => Promise.reject(new Error("no background")),
    );
    book.update(await storedAfter(NO_DAILY_ANSWERS, "account:a", null));
    await book.lookUp(["account:a"]);
    expect(book.answers("account:a")).toEqual(NO_PRIOR_ANSWERS);
  });

  it.each(["2026-11-23", "2026-11-21", "2001-01-01"])(
    "are deleted on %s together with their key",
    async (day) => {
      const stored = withHoldId(await storedAfter(NO_DAILY_ANSWERS, "account:a", null), "hold-1");
      const later = bookOf(day);
      later.update(stored);
      expect(later.answers("account:a")).toEqual(NO_PRIOR_ANSWERS);
      const next = await storedAfter(stored, "account:b", "R1", day);
      expect(next.holdIds).toEqual([]);
      expect(next).toMatchObject({ day, cancelled: [] });
      expect(next.continued).toHaveLength(1);
      expect(next.key).not.toBe(stored.key);
    },
  );

  it("name nobody, and are read as they were stored", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 6 }), fc.constantFrom("R1", "X2", null), async (name, rule) => {
        const stored = await storedAfter(NO_DAILY_ANSWERS, `account:${name}`, rule);
        expect(JSON.stringify(stored)).not.toContain(`account:`);
        expect(readStored(dailyAnswersFields, JSON.parse(JSON.stringify(stored)))).toEqual({ value: stored });
      }),
      { numRuns: 40 },
    );
  });

  it("have a limit beyond which the oldest are dropped, and count each answer once", async () => {
    let stored = NO_DAILY_ANSWERS;
    for (let turn = 0; turn < 3; turn++)
      stored = withHoldId(await storedAfter(stored, "account:a", null), "hold-1");
    expect([stored.cancelled.length, stored.holdIds]).toEqual([1, ["hold-1"]]);
    const tags = Array.from({ length: MAX_DAILY_ANSWERS }, (_, i) => i.toString(16).padStart(64, "0"));
    stored = await storedAfter({ ...stored, cancelled: tags }, "account:b", null);
    expect(stored.cancelled).toHaveLength(MAX_DAILY_ANSWERS);
    expect(stored.cancelled[0]).toBe(tags[1]);
  });

  it.each([
    [{ day: DAY, key: "no", cancelled: ["a".repeat(64)], continued: [] }],
    [{ day: DAY, cancelled: ["a".repeat(64)] }],
    ["garbage"],
    [{ day: 7, key: null, cancelled: {}, continued: "x" }],
  ])("a broken value %j never leaves a question open: the full one is asked", async (broken) => {
    const book = bookOf();
    book.update(readStored(dailyAnswersFields, broken).value);
    expect(book.answers("account:a")).toEqual(NO_PRIOR_ANSWERS);
  });

  it("a value of the day without its key starts anew", () => {
    expect(forDay({ ...NO_DAILY_ANSWERS, day: DAY, cancelled: ["a".repeat(64)] }, DAY).cancelled).toEqual([]);
  });
});
