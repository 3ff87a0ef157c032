import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalEntry, WeeklyCheck } from "../../../src/domain/journal-entry.ts";
import { addDays, mondayOf } from "../../../src/domain/week.ts";
import { fromJson, toCsv, toJson } from "../../../src/journal/serialize.ts";

const entry: JournalEntry = {
  holdId: "a",
  day: "2026-11-21",
  rule: "R1",
  site: "x",
  action: "like",
  choice: "continued",
};
const check: WeeklyCheck = {
  week: "2026-11-16",
  day: "2026-11-21",
  answers: { R1: "no" },
  note: '=1+1, "a"',
};

describe("JSON", () => {
  it("is read as it was written", () => {
    expect(fromJson(toJson({ entries: [entry], checks: [check] }))).toMatchObject({
      entries: [entry],
      checks: [check],
    });
  });

  it("is refused if any field is invalid, by the place of the line", () => {
    const good = JSON.parse(toJson({ entries: [entry], checks: [check] }));
    const refused = (change: object) => () => fromJson(JSON.stringify({ ...good, ...change }));
    expect(refused({ format: "other" })).toThrow(/^not-ours/);
    expect(refused({ entries: [entry, { ...entry, day: 1 }] })).toThrow(/^entry 2$/);
    expect(refused({ entries: [{ ...entry, text: "what was on the page" }] })).toThrow(/^entry 1$/);
    expect(refused({ checks: [{ ...check, week: "2026-11-21" }] })).toThrow(/^check 1$/);
    expect(refused({ more: 1 })).toThrow();
    expect(() => fromJson("[]")).toThrow(expect.objectContaining({ code: "not-ours" }));
    expect(() => fromJson("{")).toThrow(expect.objectContaining({ code: "not-ours" }));
    expect(refused({ entries: [entry, { ...entry, day: "kemarin" }] })).toThrow(
      expect.objectContaining({ code: "entry", at: 2 }),
    );
    expect(refused({ checks: [{}] })).toThrow(expect.objectContaining({ code: "check", at: 1 }));
  });

  it("changes no prototype by poisoned keys", () => {
    const text = toJson({ entries: [], checks: [] }).replace("{", '{"__proto__": {"polluted": 1},');
    expect(() => fromJson(text)).toThrow();
    const inside = toJson({ entries: [], checks: [check] }).replace('"R1"', '"__proto__"');
    try {
      fromJson(inside);
    } catch {}
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe("CSV", () => {
  it("quotes what must be quoted and defuses formulas", () => {
    expect(
      toCsv([
        ["a", 'b"c', "d,e", "f\ng"],
        ["=1+1", "-2", "+3", "@x"],
      ]),
    ).toBe('\ufeffa,"b""c","d,e","f\ng"\r\n\'=1+1,\'-2,\'+3,\'@x\r\n');
  });

  it("never lets a cell begin like a formula", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "a"), fc.string(), (first, rest) => {
        expect(toCsv([[first + rest]]).replace(/^\ufeff"?/, "")).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe("weeks", () => {
  it("begin on Monday", () => {
    expect(["2026-11-16", "2026-11-21", "2026-11-22", "2026-11-23"].map(mondayOf)).toEqual([
      "2026-11-16",
      "2026-11-16",
      "2026-11-16",
      "2026-11-23",
    ]);
    expect([addDays("2026-02-28", 1), addDays("2026-01-01", -1)]).toEqual(["2026-03-01", "2025-12-31"]);
  });
});
