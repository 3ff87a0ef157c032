/**
 * Compares what the matrix tries in `npm test`, computed from its plan, with the earlier plan
 * (tests/golden/matrix-coverage.json, made from that plan). `node tests/browser/matrix/coverage.ts` prints both.
 */
import { readFileSync } from "node:fs";
import type { BrowserKind } from "../lib/types.ts";
import { allPages } from "./all.ts";
import type { PageCases } from "./case.ts";
import { type Depth, kindOfWay, planFor } from "./plan.ts";

const BROWSERS: readonly BrowserKind[] = ["chromium", "firefox"];

/** One cell; the earlier plan had only full ones. */
export interface Tried {
  site: string;
  action: string;
  /** "mouse: click" */
  way: string;
  page: string;
  handMade: boolean;
  browser: BrowserKind;
  depth: Depth;
}

/** By site, action and way: "chromium <pages> | firefox <pages>". */
type Recorded = Record<string, Record<string, Record<string, string>>>;
interface Golden {
  cells: number;
  handMade: Recorded;
  saved: Recorded;
}

/** All cells of `npm test` in the plan before light cells existed. */
export function before(): Tried[] {
  const file = new URL("../../golden/matrix-coverage.json", import.meta.url);
  const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
  const cells = [...cellsOf(golden.handMade, true), ...cellsOf(golden.saved, false)];
  if (cells.length !== golden.cells) throw new Error(`${cells.length} cells instead of ${golden.cells}`);
  return cells;
}

function cellsOf(recorded: Recorded, handMade: boolean): Tried[] {
  const cells: Tried[] = [];
  for (const [site, actions] of Object.entries(recorded))
    for (const [action, ways] of Object.entries(actions))
      for (const [way, where] of Object.entries(ways))
        for (const one of where.split(" | ")) {
          const [browser, ...pages] = one.split(" ");
          for (const page of pages)
            cells.push({ site, action, way, page, handMade, browser: browser as BrowserKind, depth: "full" });
        }
  return cells;
}

/** All cells of `npm test`, or of long runs. */
export function now(pages: readonly PageCases[] = allPages(), long = false): Tried[] {
  return BROWSERS.flatMap((browser) =>
    [...planFor(browser, pages, long).values()].map(({ of: { page }, what, way, depth }) => {
      const named = { site: page.site, action: what.action, page: page.name, handMade: page.handMade };
      return { ...named, way: kindOfWay(way), browser, depth };
    }),
  );
}

/** The values of these properties that only `a` has. */
export function lost(a: readonly Tried[], b: readonly Tried[], ...by: readonly (keyof Tried)[]): string[] {
  const key = (cell: Tried) => by.map((name) => cell[name]).join(", ");
  const there = new Set(b.map(key));
  return [...new Set(a.map(key))].filter((one) => !there.has(one));
}

/** Full and light cells, as "2+1"; the earlier plan had only full ones. */
function cellCount(cells: readonly Tried[]): string {
  const full = cells.filter(({ depth }) => depth === "full").length;
  return cells.length === 0 ? "·" : full === cells.length ? `${full}` : `${full}+${cells.length - full}`;
}

/** One line a site, action and way: cells in each browser, before and now. */
export function coverageTable(was: readonly Tried[], is: readonly Tried[]): string {
  const rows = new Map<string, Tried>();
  for (const one of [...was, ...is]) rows.set([one.site, one.action, one.way].join("\t"), one);
  const line = (name: string, of: (cell: Tried) => boolean) =>
    [
      name.padEnd(78),
      ...[was, is].flatMap((cells) =>
        BROWSERS.map((b) => cellCount(cells.filter((one) => one.browser === b && of(one))).padEnd(10)),
      ),
    ]
      .join(" ")
      .trimEnd();
  const lines = [...rows.values()].map(({ site, action, way }) =>
    line(
      `${site.padEnd(10)} ${action.padEnd(24)} ${way}`,
      (one) => one.site === site && one.action === action && one.way === way,
    ),
  );
  const head = ["chromium", "firefox", "chromium", "firefox"].map((name) => name.padEnd(10)).join(" ");
  return [
    "site × action × way × browser: cells before | now. 2+1: two in full, one lightly.",
    `${" ".repeat(79)}${head}`.trimEnd(),
    ...lines,
    line("all", () => true),
  ].join("\n");
}

if (import.meta.main) console.log(coverageTable(before(), now()));
