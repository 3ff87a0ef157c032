/**
 * What is built stays as small as it is. tests/golden/sizes.json has a line for everything that a browser is given to
 * read; nothing updates it by itself. A new site on trial (`sitesOnTrial`) needs no line, only the limits of its kind.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtSizes, type Sizes, sitesOnTrial } from "../../scripts/dev/check/sizes.ts";
import { readSites } from "../../scripts/sites/source.ts";
import { isJudged } from "./lib/built.ts";

const FILE = "tests/golden/sizes.json";
const budget = JSON.parse(readFileSync(FILE, "utf8")) as Sizes;

/**
 * No line may be raised above these, whatever the reason; bytes. A site's and an embed's line is what its page reads before
 * the engine: guard and own script.
 */
const CEILINGS: readonly (readonly [of: RegExp, bytes: number])[] = [
  [/^site /, 65_000],
  [/^embed /, 65_000],
  [/^engine$/, 110_000],
  [/^all page scripts$/, 350_000],
  [/^practice page/, 60_000],
];
/** A line so far above what is built guards nothing any more. */
const SLACK = 0.08;
const SLACK_BYTES = 1_500;

const isAbove = (name: string, size: number): boolean =>
  CEILINGS.some(([of, bytes]) => of.test(name) && size > bytes);

test("no entry of the size budget exceeds the limit of its kind", () => {
  for (const [of, bytes] of CEILINGS) {
    const lines = Object.entries(budget).filter(([name]) => of.test(name));
    expect(lines.length, String(of)).toBeGreaterThan(0);
    expect(lines.filter(([, size]) => size > bytes)).toEqual([]);
  }
});

test("a site needs a budget entry from its first counted page on", () => {
  const sites = [
    ["new", { pages: {} }],
    ["counted", { pages: { "a page": "2031-01" } }],
    ["listed", { pages: {} }],
  ] as const;
  const names = ["engine", ...sites.map(([id]) => `site ${id}`)];
  expect(sitesOnTrial(names, { "site listed": 1 }, sites)).toEqual(["site new"]);
});

describe.each(["chrome", "firefox"] as const)("the build for %s", (target) => {
  const folder = `.output/${target}-mv3`;
  const isBuilt = isJudged(target);
  const all = isBuilt ? builtSizes(folder) : {};
  const onTrial = sitesOnTrial(Object.keys(all), budget, readSites());
  /* Totals do not count sites on trial, so that a skeleton can be tried without saving bytes elsewhere first. */
  const sizes = isBuilt ? builtSizes(folder, onTrial) : {};

  test.skipIf(!isBuilt)("is within the limits of its kind, with or without a budget entry", () => {
    expect(Object.entries({ ...all, ...sizes }).filter(([name, size]) => isAbove(name, size))).toEqual([]);
  });

  test.skipIf(!isBuilt)("has a budget entry for each file and no others", () => {
    expect(Object.keys(sizes).toSorted(), FILE).toEqual(Object.keys(budget).toSorted());
  });

  test.skipIf(!isBuilt)("is within the budget", () => {
    const above = Object.entries(sizes)
      .filter(([name, size]) => size > budget[name]!)
      .map(
        ([name, size]) =>
          `${name}: ${size} bytes, ${size - budget[name]!} above its line. Make it smaller, or raise "${name}" in ${FILE}; the commit says why`,
      );
    expect(above).toEqual([]);
  });

  test.skipIf(!isBuilt)("uses nearly all of its budget", () => {
    const loose = Object.entries(sizes)
      .filter(([name, size]) => size * (1 + SLACK) + SLACK_BYTES < budget[name]!)
      .map(
        ([name, size]) =>
          `${name}: ${size} bytes only. Lower "${name}" in ${FILE}, so that it stays so small`,
      );
    expect(loose).toEqual([]);
  });
});
