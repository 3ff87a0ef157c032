import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStored } from "../../../src/state/fields.ts";
import { DayBook, MAX_TODAY, NO_TODAY, NOTHING, ofDay, todayFields } from "../../../src/state/today.ts";

const DAY = "2026-11-22";
const bookOf = (day = DAY) => new DayBook(() => day);

describe("what was answered today", () => {
  it("is nothing, at once, as long as nothing was answered", () => {
    expect(bookOf().answered("account:a")).toEqual(NOTHING);
  });

  it("is told apart by account and by rule", async () => {
    const book = bookOf();
    await book.add("account:a", "R1");
    await book.add("account:a", "R3");
    await book.add("account:b", null);
    await book.learn(["account:c"]);
    expect(book.answered("account:a")).toEqual({ cancelled: false, continued: ["R1", "R3"] });
    expect(book.answered("account:b")).toEqual({ cancelled: true, continued: [] });
    expect(book.answered("account:c")).toEqual(NOTHING);
  });

  it("another tab must look it up first, then finds the same; a change by that tab is found too", async () => {
    const [one, other] = [bookOf(), bookOf()];
    other.use(await one.add("account:a", null));
    expect(other.answered("account:a")).toBeUndefined();
    await other.learn(["account:a"]);
    expect(other.answered("account:a")).toEqual({ cancelled: true, continued: [] });
    other.use(await one.add("account:a", "R1"));
    expect(other.answered("account:a")).toEqual({ cancelled: true, continued: ["R1"] });
  });

  it("two tabs that answer at once lose nothing, where each reads what is stored", async () => {
    const [one, other] = [bookOf(), bookOf()];
    const first = await one.add("account:a", null);
    const both = await other.add("account:b", "R1", first);
    expect(both).toMatchObject({
      cancelled: [expect.any(String)],
      continued: [expect.stringMatching(/ R1$/)],
    });
  });

  it.each(["2026-11-23", "2026-11-21", "2001-01-01"])("is gone on %s, and its key with it", async (day) => {
    const stored = await bookOf().add("account:a", null);
    const later = bookOf(day);
    later.use(stored);
    expect(later.answered("account:a")).toEqual(NOTHING);
    const next = await later.add("account:b", "R1");
    expect(next).toMatchObject({ day, cancelled: [] });
    expect(next.continued).toHaveLength(1);
    expect(next.key).not.toBe(stored.key);
  });

  it("never names anybody, and is readable again as it was stored", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 6 }), fc.constantFrom("R1", "X2", null), async (name, rule) => {
        const stored = await bookOf().add(`account:${name}`, rule);
        expect(JSON.stringify(stored)).not.toContain(`account:`);
        expect(readStored(todayFields, JSON.parse(JSON.stringify(stored)))).toEqual({ value: stored });
      }),
      { numRuns: 40 },
    );
  });

  it("keeps a limit, the oldest forgotten, and each answer once", async () => {
    const book = bookOf();
    for (let turn = 0; turn < 3; turn++) await book.add("account:a", null);
    let stored = await book.add("account:a", null);
    expect(stored.cancelled).toHaveLength(1);
    const tags = Array.from({ length: MAX_TODAY }, (_, i) => i.toString(16).padStart(64, "0"));
    stored = await book.add("account:b", null, { ...stored, cancelled: tags });
    expect(stored.cancelled).toHaveLength(MAX_TODAY);
    expect(stored.cancelled[0]).toBe(tags[1]);
  });

  it.each([
    [{ day: DAY, key: "no", cancelled: ["a".repeat(64)], continued: [] }],
    [{ day: DAY, cancelled: ["a".repeat(64)] }],
    ["garbage"],
    [{ day: 7, key: null, cancelled: {}, continued: "x" }],
  ])("a broken value %j never leaves a question open: the full one is asked", async (broken) => {
    const book = bookOf();
    book.use(readStored(todayFields, broken).value);
    expect(book.answered("account:a")).toEqual(NOTHING);
  });

  it("a value of the day without its key starts anew", () => {
    expect(ofDay({ ...NO_TODAY, day: DAY, cancelled: ["a".repeat(64)] }, DAY).cancelled).toEqual([]);
  });
});
