/**
 * `npm run bench`: what the guard and the user's own rooms cost, each figure with its limit. Times stand beside a calibration loop, so that
 * figures of two machines can be compared. Exit code 1 where a limit is broken.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { calibrate } from "../tests/bench/guard/calibrate.ts";
import { clickToQuestion } from "../tests/bench/guard/click.ts";
import { neutralClick } from "../tests/bench/guard/neutral.ts";
import { scrollFigures } from "../tests/bench/guard/scroll.ts";
import { type Figure, roomsFigures } from "../tests/bench/rooms.ts";
import { builtExtension } from "../tests/browser/lib/launch.ts";
import { tool } from "./check/run.ts";

const CLICKS = 50;
const NEUTRAL_CLICKS = 1_000;
const figures: Figure[] = [];

if (
  !process.argv.includes("--no-build") &&
  !(tool("wxt", ["build"]) && tool("wxt", ["build", "-b", "firefox"]))
)
  throw new Error("the build failed");

/** The script that runs in the site's pages, as it is shipped; the rules are data in storage and not part of it. */
function contentScripts(): void {
  const folder = join(builtExtension("chromium"), "content-scripts");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".js")))
    figures.push({
      name: `content script ${file}`,
      value: statSync(join(folder, file)).size / 1000,
      unit: "KB",
      limit: 150,
      note: "minified, without ruleset data",
    });
}

contentScripts();
for (const kind of ["chromium", "firefox"] as const) {
  const { median, p95, page } = await clickToQuestion(CLICKS, kind);
  const note = `of ${CLICKS} clicks, ${page}`;
  figures.push(
    { name: `${kind}: click to question`, value: median, unit: "ms", limit: 50, note: `median ${note}` },
    { name: `${kind}: the same, 95th percentile`, value: p95, unit: "ms", limit: 100, note },
  );
  const { ours, plain } = await neutralClick(NEUTRAL_CLICKS, kind);
  figures.push({
    name: `${kind}: neutral click, added`,
    value: ours[1] - plain[1],
    unit: "ms",
    limit: 0.3,
    note: `99th percentile of ${NEUTRAL_CLICKS}: ${ours[1].toFixed(3)} against ${plain[1].toFixed(3)}; median ${ours[0].toFixed(3)} against ${plain[0].toFixed(3)}`,
  });
}
figures.push(...(await scrollFigures()));
if (!process.argv.includes("--only-guard")) figures.push(...(await roomsFigures()));

console.log(`\ncalibration loop: ${calibrate().toFixed(1)} ms`);
let broken = 0;
for (const { name, value, unit, limit, note } of figures) {
  const ok = value <= limit;
  if (!ok) broken++;
  console.log(
    `${ok ? "pass" : "FAIL"}  ${name.padEnd(32)} ${value.toFixed(value < 10 ? 2 : 1)} ${unit} (limit ${limit} ${unit})${note ? `  ${note}` : ""}`,
  );
}

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
for (const name of ["ruleset", "detect"]) {
  const script = scripts[`bench:${name}`];
  if (!script || process.argv.includes("--only-guard")) continue;
  console.log(`\n── ${name} ──`);
  const [, ...args] = script.split(" ");
  if (!tool("node", args)) broken++;
}
process.exitCode = broken ? 1 : 0;
