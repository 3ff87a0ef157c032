import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { maxTotal, stack, ticks } from "../../../../src/pages/journal/bar-layout.ts";
import { filterEntries, NO_FILTER } from "../../../../src/pages/journal/filter.ts";
import { ruleText } from "../../../../src/pages/journal/rule-text.ts";
import { byDay, byWeek, totals } from "../../../../src/pages/journal/statistics.ts";
import { weekStreak } from "../../../../src/pages/journal/weekly-check.tsx";
import { RULES } from "../../../browser/ui/fixtures.ts";
import { manyEntries, TODAY } from "../../../browser/ui/journal-memory.ts";

afterEach(() => setLanguage("id"));
const words = (rule: string | null) => ruleText(RULES, rule);
const ENTRIES = manyEntries(500);

describe("the filter", () => {
  const fits = (part: Partial<typeof NO_FILTER>) => filterEntries(ENTRIES, { ...NO_FILTER, ...part }, words);

  it("filters by site, rule, choice, days and words at the same time", () => {
    expect(fits({})).toEqual(ENTRIES);
    expect(fits({ site: "x" })).toEqual(ENTRIES.filter((e) => e.site === "x"));
    expect(fits({ rule: "R2", choice: "cancelled" })).toEqual(
      ENTRIES.filter((e) => e.rule === "R2" && e.choice === "cancelled"),
    );
    expect(fits({ from: "2026-11-01", to: "2026-11-03" }).map((e) => e.day)).toEqual(
      ENTRIES.map((e) => e.day).filter((d) => d >= "2026-11-01" && d <= "2026-11-03"),
    );
    expect(fits({ words: "INSTAGRAM batal" })).toEqual(
      ENTRIES.filter((e) => e.site === "instagram" && e.choice === "cancelled"),
    );
    expect(fits({ words: "fanpage" })).toEqual(ENTRIES.filter((e) => e.rule === "R1"));
    expect(fits({ words: "tanpa aturan" })).toEqual(ENTRIES.filter((e) => e.rule === null));
    expect(fits({ words: "no such thing" })).toEqual([]);
  });

  it("searches the words of the current language", () => {
    setLanguage("en");
    expect(fits({ words: "cancelled" }).length).toBeGreaterThan(0);
    expect(fits({ words: "batal" })).toEqual([]);
  });

  it("filters 10,000 entries in time (the benchmark measures how fast)", () => {
    const many = manyEntries(10_000);
    filterEntries(many, { ...NO_FILTER, words: "x" }, words);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      filterEntries(many, { ...NO_FILTER, words: "facebook batal", from: "2026-01-01" }, words);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(2_000);
  });
});

describe("statistics", () => {
  it("counts each entry of the shown weeks once", () => {
    const { labels, series } = byWeek(ENTRIES, TODAY, 12, (e) => e.rule ?? "");
    expect(labels).toHaveLength(12);
    expect([labels[0], labels[11]]).toEqual(["2026-08-31", "2026-11-16"]);
    const shown = ENTRIES.filter((e) => e.day >= "2026-08-31").length;
    expect(series.flatMap((s) => s.values).reduce((a, b) => a + b)).toBe(shown);
    const one = series.find((s) => s.key === "R2")!;
    expect(one.values[11]).toBe(ENTRIES.filter((e) => e.rule === "R2" && e.day >= "2026-11-16").length);
  });

  it("puts the smallest series together and loses no entry", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 9 }), (count, most) => {
        const entries = manyEntries(count);
        const { series } = byWeek(entries, TODAY, 30, (e) => e.rule ?? "", most);
        expect(series.length).toBeLessThanOrEqual(most + 1);
        expect(series.flatMap((s) => s.values).reduce((a, b) => a + b, 0)).toBe(count);
      }),
    );
  });

  it("counts every entry by site and by day", () => {
    const sites = totals(ENTRIES, (e) => e.site);
    expect(sites.series[0]!.values.reduce((a, b) => a + b)).toBe(500);
    expect([...sites.series[0]!.values]).toEqual([...sites.series[0]!.values].sort((a, b) => b - a));
    expect([...byDay(ENTRIES).values()].reduce((a, b) => a + b)).toBe(500);
  });
});

describe("the streak", () => {
  const check = (week: string) => ({ week, day: week, answers: {}, note: "" });
  it("counts weeks in a row and is not lost on a Monday", () => {
    const checks = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-09-07"].map(check);
    expect(weekStreak(checks, "2026-11-16")).toBe(3);
    expect(weekStreak([...checks, check("2026-11-16")], "2026-11-16")).toBe(4);
    expect(weekStreak(checks, "2026-11-23")).toBe(0);
    expect(weekStreak([], "2026-11-16")).toBe(0);
  });
});

describe("bar layout", () => {
  const counts = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 7,
  });

  it("stacks all numbers of a label in the order of the series, without a gap", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const labels = ["a", "b", "c"];
        const bars = stack({ labels, series: rows.map((values, at) => ({ key: String(at), values })) });
        bars.forEach((pieces, label) => {
          let from = 0;
          for (const piece of pieces) {
            expect(piece).toEqual({ series: piece.series, from, count: rows[piece.series]![label]! });
            from += piece.count;
          }
          expect(from).toBe(rows.reduce((sum, values) => sum + values[label]!, 0));
        });
        expect(maxTotal(bars)).toBe(
          Math.max(...labels.map((_, at) => rows.reduce((sum, v) => sum + v[at]!, 0))),
        );
      }),
    );
  });

  it("places grid lines at whole numbers, from 0 to the highest bar or just above", () => {
    expect([0, 1, 4, 5, 9, 41, 100, 1_000].map(ticks)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1, 2, 3, 4],
      [0, 2, 4, 6],
      [0, 5, 10],
      [0, 20, 40, 60],
      [0, 50, 100],
      [0, 500, 1_000],
    ]);
    fc.assert(
      fc.property(fc.nat(200_000), (most) => {
        const lines = ticks(most);
        const step = lines[1]!;
        expect(lines.length).toBeLessThanOrEqual(5);
        expect(lines.every((line, at) => line === at * step)).toBe(true);
        expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
        expect(lines.at(-2)).toBeLessThan(Math.max(1, most));
      }),
    );
  });
});
