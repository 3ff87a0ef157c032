/**
 * `npm run bench`: the costs of the guard and of the extension's pages, each figure with its limit. Times come with a
 * calibration loop, so that figures of two machines can be compared. Exit code 1 where a limit is exceeded.
 */
import { readFileSync } from "node:fs";
import { calibrate } from "../../tests/bench/guard/calibrate.ts";
import { clickToQuestion } from "../../tests/bench/guard/click.ts";
import { neutralClick } from "../../tests/bench/guard/neutral-click.ts";
import { scrollFigures } from "../../tests/bench/guard/scroll.ts";
import { formatSpread } from "../../tests/bench/guard/spread.ts";
import { startupCost } from "../../tests/bench/guard/startup.ts";
import { type Figure, pageFigures } from "../../tests/bench/pages.ts";
import { tool } from "./check/run.ts";

const CLICKS = 40;
const NEUTRAL_CLICKS = 1_000;
const calibrations = [calibrate()];
let broken = 0;

/** Each figure is printed as soon as it is measured: all of them take a quarter of an hour. */
function add(...figures: readonly Figure[]): void {
  for (const { name, value, unit, limit, note } of figures) {
    const ok = value <= limit;
    if (!ok) broken++;
    console.log(
      `${ok ? "met   " : "MISSED"}  ${name.padEnd(36)} ${value.toFixed(value < 10 ? 2 : 1)} ${unit} (limit ${limit} ${unit})${note ? `  ${note}` : ""}`,
    );
  }
}

if (
  !process.argv.includes("--no-build") &&
  !(tool("wxt", ["build"]) && tool("wxt", ["build", "-b", "firefox"]))
)
  throw new Error("the build failed");

for (const [site, url] of [
  ["Facebook", "https://www.facebook.com/"],
  ["X", "https://x.com/home"],
] as const) {
  const { ours, plain } = await startupCost(url);
  add({
    name: `${site}: ready to decide`,
    value: ours - plain,
    unit: "ms",
    limit: 15,
    note: `processor time of the main thread, ${ours.toFixed(1)} against ${plain.toFixed(1)}`,
  });
}
for (const kind of ["chromium", "firefox"] as const) {
  const click = await clickToQuestion(CLICKS, kind);
  const note = `${formatSpread(click, 1)}, the very first ${click.first.toFixed(1)}; medians of ${click.runs} runs of ${CLICKS} clicks, ${click.page}`;
  add(
    { name: `${kind}: click to question`, value: click.median, unit: "ms", limit: 50, note },
    { name: `${kind}: the same, 95th percentile`, value: click.p95, unit: "ms", limit: 100 },
  );
  calibrations.push(calibrate());
  const { ours, plain, own } = await neutralClick(NEUTRAL_CLICKS, kind);
  add({
    name: `${kind}: neutral click, added`,
    value: ours.p99 - plain.p99,
    unit: "ms",
    limit: 0.3,
    note: `99th percentile of ${NEUTRAL_CLICKS}; ${formatSpread(ours)} against ${formatSpread(plain)}; middle one of 3 runs`,
  });
  if (own)
    add({
      name: `${kind}: the same, our own time`,
      value: own.p99,
      unit: "ms",
      limit: 0.3,
      note: `processor time of our scripts, 99th percentile; ${formatSpread(own, 3)}`,
    });
  calibrations.push(calibrate());
}
add(...(await scrollFigures()));
if (!process.argv.includes("--only-guard")) add(...(await pageFigures()));

calibrations.push(calibrate());
const slowest = Math.max(...calibrations);
console.log(`\ncalibration loop: ${Math.min(...calibrations).toFixed(1)} to ${slowest.toFixed(1)} ms`);
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
for (const name of ["ruleset", "detect"]) {
  const script = scripts[`bench:${name}`];
  if (!script || process.argv.includes("--only-guard")) continue;
  console.log(`\n── ${name} ──`);
  const [, ...args] = script.split(" ");
  if (!tool("node", args)) broken++;
}
process.exitCode = broken ? 1 : 0;
