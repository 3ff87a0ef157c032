/** Turns the cases of a site's pages into tests, one a cell. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAsked } from "../../../src/sites/hosts.ts";
import { launchAsked } from "../lib/asked.ts";
import { BROWSER, launch } from "../lib/launch.ts";
import { pagesOf, type SiteName, type TestPage } from "../lib/pages.ts";
import type { Visit } from "../lib/visit.ts";
import { CASES } from "./all.ts";
import type { Way } from "./case.ts";
import { type Cell, measure } from "./measure.ts";

declare module "vitest" {
  interface TaskMeta {
    cell?: Cell;
  }
}

/** @param wanted picks the pages, so that the work can be split over files that run side by side. */
export function matrix(site: SiteName, wanted: (page: TestPage) => boolean): void {
  let visit: Visit;
  beforeAll(async () => {
    visit = await (isAsked(site) ? launchAsked(site) : launch(BROWSER));
  });
  afterAll(async () => {
    await visit?.close();
  });
  const pages = pagesOf(site).filter(wanted);
  if (pages.length === 0) test.skip(`${site}: no saved pages here`, () => {});
  for (const { page, cases, blanks } of pages.map(CASES[site]))
    describe(page.name, () => {
      for (const what of cases)
        for (const way of what.ways)
          test(`${what.action}, ${way.way}: ${way.by}`, async ({ task, skip }) => {
            if (isForLongRuns(page, way, what.ways, what === cases[0])) {
              const blank = "long runs only: tried in fewer ways here";
              task.meta.cell = {
                ...named(page),
                action: what.action,
                way: way.way,
                by: way.by,
                blank,
                faults: [],
              };
              return skip(blank);
            }
            const cell: Cell = await measure(visit, page, what, way).catch(async (error: unknown) => {
              const faults = [`could not be performed: ${error instanceof Error ? error.message : error}`];
              return { ...named(page), action: what.action, way: way.way, by: way.by, faults };
            });
            task.meta.cell = cell;
            expect(cell.faults).toEqual([]);
          });
      for (const { action, way, reason } of blanks)
        test(`${action}: ${reason}`, (context) => {
          context.task.meta.cell = { ...named(page), action, way, by: "", blank: reason, faults: [] };
          context.skip(reason);
        });
    });
}

/**
 * The same code hears mouse, touch and keyboard on every site. Outside of long runs, so that `npm test` stays bearable:
 * Chromium tries every way on hand-made pages, mouse and the first way of the keyboard on saved ones; Firefox tries every
 * way on the first action of a hand-made page, mouse and the first way of the keyboard on its others, one way on saved
 * ones.
 */
function isForLongRuns(page: TestPage, way: Way, all: readonly Way[], isFirst: boolean): boolean {
  if (process.env.JN_LONG || (page.handMade && (isFirst || BROWSER === "chromium"))) return false;
  const first = all.find((one) => one.way === "mouse") ?? all[0];
  if (way === first) return false;
  const few = !page.handMade && BROWSER === "firefox";
  return few || way !== all.find((one) => one.way === "keyboard");
}

const named = (page: TestPage) => ({ browser: BROWSER, site: page.site, page: page.name });
