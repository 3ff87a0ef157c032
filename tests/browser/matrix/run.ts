/** Turns the cases of a site's pages into tests, one for each cell. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOptional } from "../../../src/sites/hosts.ts";
import { BROWSER, launch } from "../lib/launch.ts";
import { launchWithOptionalSite } from "../lib/optional-site.ts";
import type { SiteName, TestPage } from "../lib/pages.ts";
import { smokeWays } from "../smoke.ts";
import { allPages, SITES } from "./all.ts";
import type { PageCases } from "./case.ts";
import { type Cell, measure } from "./measure.ts";
import { type Plan, type Planned, planFor } from "./plan.ts";
import { Stage } from "./stage.ts";

declare module "vitest" {
  interface TaskMeta {
    cell?: Cell;
  }
}

const NOT_PLANNED = "long runs only: tried in fewer ways here";

/** Declares all cells of one site in the browser of this run (planned by `plan.ts`). */
export function matrix(site: SiteName): void {
  const everything = allPages();
  const plan = planFor(BROWSER, everything, Boolean(process.env.JN_LONG));
  const pages = everything.filter(({ page }) => page.site === site);
  /* `npm run test:quick` (../smoke.ts) runs a few cells only and does not list the others. */
  const smoke = process.env.JN_SMOKE ? smokeWays(pages, SITES.indexOf(site)) : undefined;
  const isWanted = ({ cases }: PageCases) =>
    !smoke || cases.some(({ ways }) => ways.some((way) => smoke.has(way)));
  const stage = useStage(
    site,
    pages.some((of) => isIn(plan, of.page)),
  );
  if (pages.length === 0) test.skip(`has no pages of ${site} in this checkout`, () => {});
  for (const of of pages.filter(isWanted)) {
    const { page, cases, blanks } = of;
    describe(page.name, () => {
      for (const what of cases)
        for (const way of what.ways) {
          if (smoke && !smoke.has(way)) continue;
          test(`guards ${what.action} by ${way.way}: ${way.by}`, async ({ task, skip }) => {
            const planned = smoke ? { of, what, way, depth: "full" as const } : plan.get(way);
            const named = { browser: BROWSER, site, page: page.name, action: what.action };
            task.meta.cell = { ...named, way: way.way, by: way.by, blank: NOT_PLANNED, faults: [] };
            if (!planned) return skip(NOT_PLANNED);
            task.meta.cell = await measureCell(stage(), planned);
            expect(task.meta.cell.faults).toEqual([]);
          });
        }
      for (const { action, way, reason } of smoke ? [] : blanks)
        test(`cannot try ${action}: ${reason}`, (context) => {
          const named = { browser: BROWSER, site, page: page.name, action };
          context.task.meta.cell = { ...named, way, by: "", blank: reason, faults: [] };
          context.skip(reason);
        });
    });
  }
}

const isIn = (plan: Plan, page: TestPage): boolean => [...plan.values()].some(({ of }) => of.page === page);

/** One browser for all cells of the file, if it has any. A request after the last cell is a fault, too. */
function useStage(site: SiteName, isNeeded: boolean): () => Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    if (isNeeded)
      stage = new Stage(await (isOptional(site) ? launchWithOptionalSite(site) : launch(BROWSER)));
  });
  afterAll(async () => {
    const late = stage?.late() ?? 0;
    await stage?.visit.close();
    expect(late, "requests that came late, after the last cell").toBe(0);
  });
  return () => stage!;
}

/** Measures a cell; after a failed one the page is reloaded. */
async function measureCell(stage: Stage, { of: { page }, what, way, depth }: Planned): Promise<Cell> {
  const cell = await measure(stage, page, what, way, depth).catch((error: unknown): Cell => {
    const faults = [`could not be performed: ${error instanceof Error ? error.message : error}`];
    return {
      browser: BROWSER,
      site: page.site,
      page: page.name,
      action: what.action,
      way: way.way,
      by: way.by,
      faults,
    };
  });
  if (cell.faults.length) stage.discard();
  return cell;
}
