/** Turns the cases of a site's pages into tests, one a cell. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAsked } from "../../../src/sites/hosts.ts";
import { launchAsked } from "../lib/asked.ts";
import { BROWSER, launch } from "../lib/launch.ts";
import { pagesOf, type SiteName, type TestPage } from "../lib/pages.ts";
import type { Visit } from "../lib/visit.ts";
import { smokeWays } from "../smoke.ts";
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
  let isNeeded = false;
  beforeAll(async () => {
    if (!isNeeded) return;
    visit = await (isAsked(site) ? launchAsked(site) : launch(BROWSER));
  });
  afterAll(async () => {
    await visit?.close();
  });
  const pages = pagesOf(site).filter(wanted);
  if (pages.length === 0) test.skip(`${site}: no saved pages here`, () => {});
  const met = new Set<string>();
  const placeOf = (action: string): Place => {
    const place = met.size === 0 ? "site" : met.has(action) ? "further" : "action";
    met.add(action);
    return place;
  };
  const all = pages.map(CASES[site]);
  /* npm run test:quick (../smoke.ts): a few cells only, and the others are not told of. */
  const smoke = process.env.JN_SMOKE ? smokeWays(all, Object.keys(CASES).indexOf(site)) : undefined;
  for (const { page, cases, blanks } of all) {
    if (smoke && !cases.some(({ ways }) => ways.some((way) => smoke.has(way)))) continue;
    describe(page.name, () => {
      for (const what of cases) {
        const place = placeOf(what.action);
        for (const way of what.ways) {
          if (smoke && !smoke.has(way)) continue;
          const isLong = !smoke && isForLongRuns(page, { way, ways: what.ways }, place);
          isNeeded ||= !isLong;
          test(`${what.action}, ${way.way}: ${way.by}`, async ({ task, skip }) => {
            if (isLong) {
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
        }
      }
      for (const { action, way, reason } of smoke ? [] : blanks)
        test(`${action}: ${reason}`, (context) => {
          context.task.meta.cell = { ...named(page), action, way, by: "", blank: reason, faults: [] };
          context.skip(reason);
        });
    });
  }
}

/**
 * The same code hears mouse, touch and keyboard on every site. Outside of long runs, so that `npm test` stays bearable:
 * where the hand-made pages of a site first have an action, Chromium tries every way of it, Firefox mouse and keyboard
 * (every way of the very first action); on the further hand-made pages Chromium tries mouse and keyboard, Firefox one
 * way; on saved pages Chromium tries one way.
 */
function isForLongRuns(page: TestPage, { way, ways }: Choice, place: Place): boolean {
  if (process.env.JN_LONG) return false;
  const inChromium = BROWSER === "chromium";
  if (page.handMade && (place === "site" || (place === "action" && inChromium))) return false;
  const first = ways.find((one) => one.way === "mouse") ?? ways[0];
  if (way === first) return !page.handMade && !inChromium;
  const isSecond = way === ways.find((one) => one.way === "keyboard");
  return !(isSecond && page.handMade && (place === "action" || inChromium));
}

interface Choice {
  way: Way;
  ways: readonly Way[];
}

/** Where a case stands among the hand-made pages: first of the site, first with this action, or further on. */
type Place = "site" | "action" | "further";

const named = (page: TestPage) => ({ browser: BROWSER, site: page.site, page: page.name });
