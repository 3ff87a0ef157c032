/** How the browser tests count those that needed another try, and which files they begin with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { durationKey, longestFirst, readDurations, recordDurations } from "../../browser/durations.ts";
import { findFlaky, flakyTable, type TestRun } from "../../browser/flaky.ts";

const one = (retries = 0, state = "passed"): TestRun => ({
  browser: "firefox",
  name: "health > says nothing",
  state,
  retries,
  error: retries ? "expected 1 to be 2" : "",
});
/** A run of so many tests, so many of which passed at their second try only. */
const run = (tests: number, again: number): TestRun[] =>
  Array.from({ length: tests }, (_, at) => one(at < again ? 1 : 0));

describe("flaky tests", () => {
  test("are allowed twice in a thousand tests, and a third one fails the run", () => {
    expect(findFlaky(run(1_000, 0)).tooMany).toBe(false);
    expect(findFlaky(run(1_000, 2)).tooMany).toBe(false);
    expect(findFlaky(run(1_000, 3)).tooMany).toBe(true);
    expect(findFlaky(run(1_999, 4)).tooMany).toBe(true);
    expect(findFlaky(run(2_000, 4)).tooMany).toBe(false);
  });

  test("are allowed once in a short run, and a second one fails it", () => {
    expect(findFlaky(run(12, 1)).tooMany).toBe(false);
    expect(findFlaky(run(12, 2)).tooMany).toBe(true);
    expect(findFlaky([]).tooMany).toBe(false);
  });

  test("do not include a test that failed at every try", () => {
    expect(findFlaky([one(2, "failed"), one(2, "failed"), one()]).tests).toEqual([]);
  });

  test("are listed with browser, name and error of the first try, the count last", () => {
    expect(flakyTable(findFlaky(run(1_000, 1)))).toBe(
      "flaky: firefox, health > says nothing (passed at try 2; before: expected 1 to be 2)\n" +
        "tests that needed a retry: 1 of 1000",
    );
    expect(flakyTable(findFlaky(run(1_000, 3)))).toMatch(/3 of 1000 – too many, at most 2 in 1,000/);
  });
});

describe("the order of the files", () => {
  const folder = mkdtempSync(join(tmpdir(), "jn-durations-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [latest, committed] = [join(folder, "sub", "latest.json"), join(folder, "committed.json")];

  test("identifies a file by its browser and its name without the ending", () => {
    expect(durationKey("chromium alone", "/x/tests/browser/hostile-timing.spec.ts")).toBe(
      "chromium/hostile-timing",
    );
    expect(durationKey("firefox", "C:\\x\\ui.spec.ts")).toBe("firefox/ui");
  });

  test("puts unmeasured files first, then the longest", () => {
    const files = ["chromium/a", "chromium/b", "chromium/new", "chromium/c"];
    const seconds = { "chromium/a": 3, "chromium/b": 90, "chromium/c": 12 };
    expect(files.sort((x, y) => longestFirst(seconds, x, y))).toEqual([
      "chromium/new",
      "chromium/b",
      "chromium/c",
      "chromium/a",
    ]);
  });

  test("assumes the duration measured in the other browser", () => {
    const files = ["chromium/b", "firefox/a", "chromium/a", "firefox/b"];
    const seconds = { "chromium/a": 30, "firefox/b": 20, "chromium/b": 10 };
    expect(files.sort((x, y) => longestFirst(seconds, x, y))).toEqual([
      "firefox/a",
      "chromium/a",
      "firefox/b",
      "chromium/b",
    ]);
  });

  test("prefers a run's durations to the committed ones and keeps those of other files", () => {
    writeFileSync(committed, JSON.stringify({ "chromium/ui": 50, "chromium/x": 8 }));
    recordDurations({ "chromium/ui": 30.04, "chromium/health": 20 }, latest);
    recordDurations({ "chromium/health": 25 }, latest);
    expect(JSON.parse(readFileSync(latest, "utf8"))).toEqual({ "chromium/health": 25, "chromium/ui": 30 });
    expect(readDurations(latest, committed)).toEqual({
      "chromium/ui": 30,
      "chromium/x": 8,
      "chromium/health": 25,
    });
  });

  test("treats an unreadable file as missing", () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    expect(readDurations(broken, join(folder, "none.json"))).toEqual({});
  });
});
