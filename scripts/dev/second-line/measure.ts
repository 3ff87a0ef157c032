/**
 * How well the second line reads: every control that acts on every page at hand is pressed with no adapter loaded, and
 * the shipped rules judge what it read.
 */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import type { Surface } from "../../../src/domain/assessment.ts";
import type { Action } from "../../../src/domain/vocabulary.ts";
import { createAssessor } from "../../../src/engine/detection/assess.ts";
import { compileRuleset, loadCompiled } from "../../../src/engine/ruleset/compile/index.ts";
import { explain } from "../../../src/engine/ruleset/law/explain.ts";
import type { Ruleset } from "../../../src/engine/ruleset/schema/index.ts";
import { readJson, shippedModel } from "../../model/load-engine.ts";
import { ensureBrowser, needsNoSandbox } from "../browsers.ts";
import type { MeasuredPage } from "./pages.ts";

const CAMPAIGN = "Ayo coblos nomor urut 2 Prabowo Gibran, menangkan satu putaran!";
const NEUTRAL = "Selamat pagi, hari ini kami menanam cabai di halaman rumah.";
const TEAM = "Relawan Prabowo Gibran";
const GARDENER = "Kebun Pak Slamet";

interface Press {
  action: Action | null;
  surfaces: Surface[];
  ms: number;
}
interface Measured {
  kind: string;
  name: string;
  own: Press;
  others: Press;
  ms: number[];
  hasText: boolean;
  /** The control's markup, shortened. */
  html: string;
}

/** One page's row of the table. */
export interface PageResult {
  site: string;
  page: string;
  /** Controls that act and stand on words, a name or a draft. */
  actions: number;
  held: number;
  /** Controls whose text was read as it stands. */
  right: number;
  /** Readings with another post's words. */
  foreign: number;
  /** Actions on neutral content held, the campaign standing everywhere else on the page. */
  wronglyHeld: number;
  /** The middle one of five presses of each control, in ms. */
  ms: number[];
  /** What went wrong, by control. */
  faults: string[];
}

/** Judges surfaces as the guard does, without earlier answers. */
function makeJudge(date: string): (action: Action, surfaces: readonly Surface[]) => boolean {
  const engine = loadCompiled(
    compileRuleset(readJson("public/rulesets/bundled.json") as Ruleset, { model: shippedModel() }),
  );
  const assess = createAssessor(engine);
  return (action, surfaces) =>
    surfaces.some((surface) => {
      const assessment = assess(surface, { date });
      if (assessment.level !== "warn") return false;
      const law = explain(engine.law, {
        action,
        surface: surface.kind,
        status: "PNS",
        date,
        contest: assessment.contest,
        spouse: "none",
        topics: assessment.topics,
      } as never);
      return !!law?.holds;
    });
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: new URL("./entry.ts", import.meta.url).pathname,
        formats: ["iife"],
        name: "secondLine",
        fileName: () => "second-line.js",
      },
    },
  });
  const [output] = [built].flat() as unknown as { output: { code: string }[] }[];
  return output!.output[0]!.code;
}

const IN_PAGE = () => readFileSync(new URL("./in-page.js", import.meta.url), "utf8");
const joined = (surfaces: readonly Surface[]): string =>
  surfaces
    .map(({ text, author, imageAlt }) => [author?.name, text, ...(imageAlt ?? [])].join("\n"))
    .join("\n");

export async function measurePages(pages: readonly MeasuredPage[]): Promise<PageResult[]> {
  const judge = makeJudge(new Date().toISOString().slice(0, 10));
  const code = await script();
  const browser = await chromium.launch({
    executablePath: await ensureBrowser("chromium"),
    args: needsNoSandbox() ? ["--no-sandbox"] : [],
  });
  try {
    const results: PageResult[] = [];
    for (const page of pages) results.push(await measurePage(browser, page, code, judge));
    return results;
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, { source }: MeasuredPage): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.route("**/*", (route) =>
    route.request().resourceType() === "document" && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: source.html })
      : route.abort(),
  );
  await page.goto(source.url, { waitUntil: "domcontentloaded" });
  if (source.css) await page.addStyleTag({ content: source.css });
  for (const one of source.scripts ?? []) await page.evaluate(one);
  return page;
}

async function measurePage(
  browser: Browser,
  measured: MeasuredPage,
  code: string,
  judge: ReturnType<typeof makeJudge>,
): Promise<PageResult> {
  const { site, name, data } = measured;
  const result: PageResult = {
    site,
    page: name,
    actions: 0,
    held: 0,
    right: 0,
    foreign: 0,
    wronglyHeld: 0,
    ms: [],
    faults: [],
  };
  const page = await open(browser, measured);
  try {
    await page.evaluate((given) => Object.assign(window, { __measured: given }), { site, data });
    await page.evaluate(code);
    await page.evaluate(IN_PAGE());
    const kinds = (await page.evaluate("__rows")) as string[];
    const words = { campaign: CAMPAIGN, neutral: NEUTRAL, team: TEAM, gardener: GARDENER };
    for (const [at, kind] of kinds.entries()) {
      if (kind === "other") continue;
      const one = (await page.evaluate(`__measure(${at}, ${JSON.stringify(words)})`)) as Measured;
      if (!one.hasText) continue;
      result.ms.push(one.ms.toSorted((a, b) => a - b)[one.ms.length >> 1]!);
      const fault = (what: string, said = "") =>
        result.faults.push(
          `${one.name}: ${what}${said && ` «${said.slice(0, 300).replaceAll("\n", " | ")}»`}`,
        );
      const own = joined(one.own.surfaces);
      const others = joined(one.others.surfaces);
      if (one.kind === "undo") {
        if (one.own.action) fault("an undo is taken for an action", own);
        continue;
      }
      result.actions++;
      const marks = new Set(
        [...own.matchAll(/tanda(\d+)x/g), ...others.matchAll(/tanda(\d+)x/g)].map(([, n]) => Number(n)),
      );
      marks.delete(at);
      const mine =
        one.kind === "send"
          ? CAMPAIGN
          : own.includes(`tanda${at}x`)
            ? `${CAMPAIGN} tanda${at}x`
            : own.includes(TEAM)
              ? TEAM
              : "?";
      const isRight = own.includes(mine);
      if (isRight) result.right++;
      else fault(one.own.action ? "the text is wrong" : "not read", `${own} ${one.html}`);
      if (marks.size && one.kind !== "send") {
        result.foreign++;
        fault(`words of ${[...marks]}`, own);
      }
      if (one.own.action && judge(one.own.action, one.own.surfaces)) result.held++;
      else if (isRight) fault("read, not held", own);
      if (one.others.action && judge(one.others.action, one.others.surfaces)) {
        result.wronglyHeld++;
        fault("held though neutral", others);
      }
    }
  } finally {
    await page.close();
  }
  return result;
}

/** The table of all pages, with totals. */
export function tableOf(results: readonly PageResult[]): string {
  const sum = (of: (one: PageResult) => number) => results.reduce((all, one) => all + of(one), 0);
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(62) + cells.map((cell) => String(cell).padStart(9)).join("");
  const ms = results.flatMap((one) => one.ms).sort((a, b) => a - b);
  const share = (part: number, of: number) => (of ? `${((100 * part) / of).toFixed(1)} %` : "-");
  const actions = sum((one) => one.actions);
  return [
    line("page", ["actions", "held", "right", "foreign", "neutral"]),
    ...results.map((one) =>
      line(`${one.site}/${one.page}`, [one.actions, one.held, one.right, one.foreign, one.wronglyHeld]),
    ),
    line("all", [
      actions,
      sum((one) => one.held),
      sum((one) => one.right),
      sum((one) => one.foreign),
      sum((one) => one.wronglyHeld),
    ]),
    line("", [
      "",
      share(
        sum((one) => one.held),
        actions,
      ),
      share(
        sum((one) => one.right),
        actions,
      ),
      "",
      "",
    ]),
    `a press: median ${ms[ms.length >> 1]?.toFixed(2)} ms, p99 ${ms[Math.floor(ms.length * 0.99)]?.toFixed(2)} ms, most ${ms.at(-1)?.toFixed(2)} ms`,
  ].join("\n");
}
