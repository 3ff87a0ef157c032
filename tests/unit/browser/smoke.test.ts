/** What `npm run test:quick` tries of the action matrix. */
import { expect, test } from "vitest";
import { pagesOf, type SiteName } from "../../browser/lib/pages.ts";
import { CASES } from "../../browser/matrix/all.ts";
import { smokeWays } from "../../browser/smoke.ts";

const sites = Object.keys(CASES) as SiteName[];
const chosen = sites.map((site, turn) => {
  const pages = pagesOf(site).map(CASES[site]);
  const ways = smokeWays(pages, turn);
  const cases = pages.flatMap(({ page, cases }) =>
    cases.flatMap((what) =>
      what.ways.filter((way) => ways.has(way)).map(({ way }) => ({ page, action: what.action, way })),
    ),
  );
  return { site, cases };
});

test("the smoke test has about thirty cells: two or three actions of every site, each of another kind", () => {
  for (const { site, cases } of chosen) expect([site, cases.length >= 2]).toEqual([site, true]);
  const count = chosen.flatMap(({ cases }) => cases).length;
  expect(count).toBeGreaterThanOrEqual(28);
  expect(count).toBeLessThanOrEqual(3 * sites.length + 1);
});

test("the smoke test uses hand-made pages only, so that it is the same everywhere", () => {
  expect(chosen.flatMap(({ cases }) => cases).filter(({ page }) => !page.handMade)).toEqual([]);
});

test("the smoke test tries mouse, keyboard and touch several times each", () => {
  for (const kind of ["mouse", "keyboard", "touch"]) {
    const found = chosen.flatMap(({ cases }) => cases).filter(({ way }) => way === kind);
    expect([kind, found.length >= 5]).toEqual([kind, true]);
  }
});
