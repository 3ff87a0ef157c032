/**
 * `npm run bench`: what the guard and the user's own rooms cost, each figure with its limit. Times stand beside a calibration loop, so that
 * figures of two machines can be compared. Exit code 1 where a limit is broken.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { calibrate } from "../tests/bench/guard/calibrate.ts";
import { clickToQuestion } from "../tests/bench/guard/click.ts";
import { scrollFigures } from "../tests/bench/guard/scroll.ts";
import { type Figure, roomsFigures } from "../tests/bench/rooms.ts";
import { builtExtension } from "../tests/browser/lib/launch.ts";
import { tool } from "./check/run.ts";

const CLICKS = 50;
const figures: Figure[] = [];

if (!process.argv.includes("--no-build") && !tool("wxt", ["build"])) throw new Error("the build failed");

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
const { median, p95, page } = await clickToQuestion(CLICKS);
figures.push({
  name: "click to question shown",
  value: median,
  unit: "ms",
  limit: 100,
  note: `median of ${CLICKS}, 95th percentile ${p95.toFixed(1)} ms, Chromium, ${page}`,
});
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
