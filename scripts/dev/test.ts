/**
 * `npm test`: everything that must hold before a commit is shared. Types, lint, builds, unit and property tests, the
 * extension linter, a rebuild from the source zip, and the browser tests in Chromium and Firefox.
 *
 *   npm test                 all of it
 *   npm run test:quick       types, lint, unit tests, and a smoke test of every site in Chromium
 *   npm run test:long        the same as npm test with the long runs (JN_LONG=1), and each defence taken out once
 *   npm test -- --no-browsers
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { MUTATIONS } from "../../tests/mutations/list.ts";
import { type BrowserKind, ensureBrowser } from "./browsers.ts";
import { lintExtension } from "./check/lint-extension.ts";
import { chooseMutations, tryMutations } from "./check/mutations.ts";
import { type Counted, type Job, load, one, sideBySide, step, summary } from "./check/run.ts";
import type { Shell } from "./check/shell.ts";
import { vitest } from "./check/vitest.ts";

const quick = process.argv.includes("--quick");
const long = process.argv.includes("--long");
const inBrowsers = !process.argv.includes("--no-browsers");
if (long) process.env.JN_LONG = "1";
const REPORTS = "test-output";
mkdirSync(REPORTS, { recursive: true });

async function browserTests(shell: Shell, env: Record<string, string> = {}): Promise<Counted> {
  const report = `${REPORTS}/browser.json`;
  rmSync(report, { force: true }); // the report of an earlier run does not count
  const config = ["run", "--config", "tests/browser/vitest.config.ts"];
  const ok = await shell.tool("vitest", config, { JN_REPORT: report, ...env });
  const result = JSON.parse(readFileSync(report, "utf8")) as Counted & { flaky: number };
  const { passed, failed, skipped, failures = [] } = result;
  const note = `${result.flaky} passed only in a retry`;
  return { passed, failed: failed + (!ok && failed === 0 ? 1 : 0), skipped, failures, note };
}

const build = (browser: string): Job => [
  `build, ${browser}`,
  async (shell) => one(await shell.tool("wxt", ["build", "-b", browser])),
];
/** The build under test and the source zip beside it, in one step. */
const pack: Job = [
  "build and zip, firefox",
  async (shell) => one(await shell.tool("wxt", ["zip", "-b", "firefox"])),
];
/** Outside long runs for Firefox only, as addons.mozilla.org does: the same sources make both. */
const rebuild: Job = [
  "rebuild from sources",
  async (shell) =>
    one(
      await shell.tool("node", [
        "scripts/dev/build-for-amo.ts",
        "--link-modules",
        ...(long ? [] : ["--firefox"]),
      ]),
    ),
];
const types: Job = ["types", async (shell) => one(await shell.tool("tsc", ["--noEmit"]))];
/** Code that only tests use is dead; knip counts tests as users. */
const WITHOUT_TESTS = [
  ...["--production", "--config", "knip.production.json"],
  ...["--include", "files,exports,types"],
];
const lint: Job = [
  "lint",
  async (shell) =>
    one(
      (await shell.tool("biome", ["check", "."])) &&
        (await shell.tool("knip", [])) &&
        (await shell.tool("knip", WITHOUT_TESTS)),
    ),
];
const webExtLint: Job = ["web-ext lint", (shell) => lintExtension(shell, ".output/firefox-mv3")];
/** The guard's tests run in real browsers, all others in Node; both belong to this step. */
const unit = (env: Record<string, string>) =>
  step("unit and property", (shell) =>
    vitest(shell, `${REPORTS}/unit.json`, inBrowsers ? [] : ["--project=pure", "--project=unit"], env),
  );

/** Finds or installs the browsers before the first test that needs one. */
const browsers = (kinds: readonly BrowserKind[]) =>
  step("browsers at hand", async (shell) => {
    for (const kind of kinds) shell.say(`${kind}: ${await ensureBrowser(kind)}`);
    return one(true);
  });

async function testQuick(): Promise<void> {
  const failed = await sideBySide([types, lint], [build("chrome")]);
  const inChromium = { JN_BROWSERS: "chromium" };
  if (!(await browsers(["chromium"]))) return;
  const built = !failed.has("build, chrome");
  await unit({ ...inChromium, ...(built && { JN_BUILT: "chrome" }) });
  if (built) await step("smoke, Chromium", (shell) => browserTests(shell, { JN_SMOKE: "1", ...inChromium }));
}

async function testAll(): Promise<void> {
  /* A build keeps one core busy. */
  const failed = await sideBySide([build("chrome"), types, lint], [pack]);
  const built = !failed.has("build, chrome") && !failed.has(pack[0]);
  if (built) await sideBySide([webExtLint], [rebuild]);
  if (inBrowsers && !(await browsers(["chromium", "firefox"]))) return;
  await unit(built ? { JN_BUILT: "chrome,firefox" } : {});
  if (built && inBrowsers) await step("browsers", (shell) => browserTests(shell));
  if (long)
    await step("defences taken out", () => tryMutations(chooseMutations(MUTATIONS, [], built && inBrowsers)));
}

console.log(load());
/* The generated types that later tools read are made once, before any of them runs. */
if (await step("prepare", async (shell) => one(await shell.tool("wxt", ["prepare"]))))
  await (quick ? testQuick() : testAll());
process.exitCode = summary() ? 0 : 1;
