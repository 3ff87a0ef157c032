/** The matrix of `npm test` became shorter, not smaller: nothing that its former rule tried is left out. */
import { describe, expect, test } from "vitest";
import { allPages } from "../../browser/matrix/all.ts";
import { before, coverageTable, lost, now } from "../../browser/matrix/coverage.ts";
import { planFor } from "../../browser/matrix/plan.ts";

const pages = allPages();
const is = now(pages);
/* Saved pages are no part of the project: where they are not at hand, there is nothing to compare. */
const there = new Set(pages.map(({ page }) => page.name));
const was = before().filter(({ page, handMade }) => handMade || there.has(page));
const full = is.filter(({ depth }) => depth === "full");

describe("the matrix of npm test", () => {
  test("tries in Chromium every way of every action of each site that it tried before", () => {
    expect(was.length).toBeGreaterThan(700);
    expect(lost(was, is, "site", "action", "way")).toEqual([]);
    expect(
      lost(
        was,
        is.filter(({ browser }) => browser === "chromium"),
        "site",
        "action",
        "way",
      ),
    ).toEqual([]);
  });

  test("tries every way of every action of each site in every browser where it was tried before", () => {
    expect(lost(was, is, "site", "action", "way", "browser")).toEqual([]);
  });

  test("tries every action of each page in every browser where it was tried before", () => {
    expect(lost(was, is, "page", "action", "browser")).toEqual([]);
  });

  test("tries saved pages in full, by the same ways as before", () => {
    const saved = was.filter(({ handMade }) => !handMade);
    expect(lost(saved, full, "page", "action", "way", "browser")).toEqual([]);
  });

  test("confirms and undoes every action of each site once in Chromium", () => {
    expect(
      lost(
        was,
        full.filter(({ browser }) => browser === "chromium"),
        "site",
        "action",
      ),
    ).toEqual([]);
  });

  test("confirms by every kind of way in both browsers and on every hand-made page", () => {
    expect(
      lost(
        was.flatMap((one) => [one, { ...one, browser: "firefox" as const }]),
        full,
        "way",
        "browser",
      ),
    ).toEqual([]);
    expect(lost(was, full, "page", "browser")).toEqual([]);
  });

  test("is a part of the long run, which tries everything in full", () => {
    const long = now(pages, true);
    expect(long.length).toBe(pages.flatMap(({ cases }) => cases.flatMap(({ ways }) => ways)).length * 2);
    expect(long.filter(({ depth }) => depth === "light")).toEqual([]);
    expect(lost(is, long, "page", "action", "way", "browser")).toEqual([]);
  });

  test("prints one line for every site, action and way", () => {
    const ways = new Set(is.map(({ site, action, way }) => [site, action, way].join()));
    expect(coverageTable(was, is).split("\n").length).toBe(ways.size + 3);
  });
});

describe("the coverage check", () => {
  test("notices a way that no cell tries any more", () => {
    const less = is.filter(
      ({ site, action, way }) => !(site === "x" && action === "like" && way === "keyboard: key l"),
    );
    expect(lost(was, less, "site", "action", "way")).toEqual(["x, like, keyboard: key l"]);
  });

  test("notices a way that only Firefox stopped trying", () => {
    const less = is.filter(
      ({ site, action, way, browser }) =>
        !(
          site === "bluesky" &&
          action === "reply" &&
          way === "mouse: click on send" &&
          browser === "firefox"
        ),
    );
    expect(lost(was, less, "site", "action", "way")).toEqual([]);
    expect(lost(was, less, "site", "action", "way", "browser")).toEqual([
      "bluesky, reply, mouse: click on send, firefox",
    ]);
  });
});

test("every worker plans the same cells each time", () => {
  const cells = () => now().map((one) => Object.values(one).join());
  expect(cells()).toEqual(cells());
  expect(planFor("chromium", pages).size).toBeLessThan(planFor("chromium", pages, true).size);
});
