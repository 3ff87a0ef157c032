/**
 * `npm test`: everything that must hold before a commit is shared. Types, lint, builds, unit and property tests, the
 * extension linter, a rebuild from the source zip, and the browser tests in Chromium and Firefox.
 *
 *   npm test                 all of it
 *   npm run test:long        the same with the long runs (JN_LONG=1), and each defence taken out once
 *   npm test -- --no-browsers
 */
import { mkdirSync, readFileSync } from "node:fs";
import { MUTATIONS } from "../tests/mutations/list.ts";
import { ensureBrowser } from "./browsers.ts";
import { lintExtension } from "./check/lint-extension.ts";
import { chosen, tryMutations } from "./check/mutations.ts";
import { type Counted, one, step, summary, tool } from "./check/run.ts";
import { vitest } from "./check/vitest.ts";

const long = process.argv.includes("--long");
const inBrowsers = !process.argv.includes("--no-browsers");
if (long) process.env.JN_LONG = "1";
const REPORTS = "test-output";
mkdirSync(REPORTS, { recursive: true });

const build = () => one(tool("wxt", ["build"]) && tool("wxt", ["build", "-b", "firefox"]));

function browserTests(): Counted & { note?: string } {
  const report = `${REPORTS}/browser.json`;
  const ok = tool("vitest", ["run", "--config", "tests/browser/vitest.config.ts"], { JN_REPORT: report });
  const said = JSON.parse(readFileSync(report, "utf8")) as Counted;
  const { passed, failed, skipped, failures } = said;
  return {
    passed,
    failed: failed + (!ok && failed === 0 ? 1 : 0),
    skipped,
    ...(failures ? { failures } : {}),
  };
}

await step("types", () => one(tool("wxt", ["prepare"]) && tool("tsc", ["--noEmit"])));
await step("lint", () => one(tool("biome", ["check", "."]) && tool("knip", [])));
const built = await step("build, both browsers", build);
await step("unit and property", () => vitest(`${REPORTS}/unit.json`, [], built ? { JN_BUILT: "1" } : {}));
if (built) {
  await step("web-ext lint", () => lintExtension(".output/firefox-mv3"));
  await step("rebuild from sources", () =>
    one(
      tool("wxt", ["zip", "-b", "firefox"]) && tool("node", ["scripts/build-for-amo.ts", "--link-modules"]),
    ),
  );
  if (inBrowsers)
    await step("browsers", async () => {
      console.log(`Chromium: ${await ensureBrowser("chromium")}\nFirefox: ${await ensureBrowser("firefox")}`);
      return browserTests();
    });
}
if (long) await step("defences taken out", () => tryMutations(chosen(MUTATIONS, [], built && inBrowsers)));
process.exitCode = summary() ? 0 : 1;
