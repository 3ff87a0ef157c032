/**
 * `npm run bench:builds -- <folder> <folder> [--only=ready,click,neutral] [--rounds=3]`: what the guard costs with each
 * of two builds. The two take turns, so that both run on the same machine state. A folder holds `chrome-mv3` and
 * `firefox-mv3`, as `.output` does.
 */
import { resolve } from "node:path";
import { clickToQuestion } from "../../tests/bench/guard/click.ts";
import { neutralClick } from "../../tests/bench/guard/neutral-click.ts";
import { startupCost } from "../../tests/bench/guard/startup.ts";

const CLICKS = 20;
const NEUTRAL_CLICKS = 200;
const PARTS = ["ready", "click", "neutral"] as const;

const builds = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (builds.length !== 2) throw new Error("two folders are wanted: npm run bench:builds -- <folder> <folder>");
const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option("only");
const rounds = Number(option("rounds") ?? 3);

/** Times in ms by the name of the measurement. */
type Figures = Record<string, number>;

async function measured(part: (typeof PARTS)[number]): Promise<Figures> {
  const figures: Figures = {};
  if (part === "ready")
    for (const [site, url] of [
      ["Facebook", "https://www.facebook.com/"],
      ["X", "https://x.com/home"],
    ] as const) {
      const { ours, plain } = await startupCost(url);
      figures[`${site}: ready to decide`] = ours - plain;
    }
  if (part === "click")
    for (const kind of ["chromium", "firefox"] as const) {
      const { median, p95, first } = await clickToQuestion(CLICKS, kind);
      figures[`${kind}: click to question, median`] = median;
      figures[`${kind}: click to question, 95th percentile`] = p95;
      figures[`${kind}: click to question, the very first`] = first;
    }
  if (part === "neutral")
    for (const kind of ["chromium", "firefox"] as const) {
      const { ours, plain, own } = await neutralClick(NEUTRAL_CLICKS, kind);
      figures[`${kind}: neutral click, added at the median`] = ours.median - plain.median;
      figures[`${kind}: neutral click, added at the 99th percentile`] = ours.p99 - plain.p99;
      if (own) figures[`${kind}: neutral click, our own time, 99th percentile`] = own.p99;
    }
  return figures;
}

const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;
const formatTimes = (list: readonly number[]): string =>
  `${middle(list).toFixed(2).padStart(8)} (${list.map((one) => one.toFixed(2)).join(", ")})`;

for (const part of PARTS) {
  if (only && !only.split(",").includes(part)) continue;
  const found = new Map<string, [number[], number[]]>();
  for (let round = 0; round < rounds; round++)
    for (const [at, folder] of builds.entries()) {
      process.env.JN_EXTENSION_CHROMIUM = resolve(folder, "chrome-mv3");
      process.env.JN_EXTENSION_FIREFOX = resolve(folder, "firefox-mv3");
      for (const [name, value] of Object.entries(await measured(part))) {
        const both = found.get(name) ?? [[], []];
        both[at]!.push(value);
        found.set(name, both);
      }
    }
  for (const [name, both] of found) {
    console.log(`${name}, ms; middle of ${rounds} rounds`);
    for (const [at, folder] of builds.entries()) console.log(`  ${formatTimes(both[at]!)}  ${folder}`);
  }
}
