/**
 * `npm run release:check`: the release checklist, run. Two builds have the same bytes, the source archive rebuilds to
 * them, sizes and permissions are those of the golden files, the linter of addons.mozilla.org finds nothing new, licences
 * of all that ships stand in docs/licences.md and *Tentang*, a bill of materials is written, the changelog names the
 * version, and the update tests pass. `-- --no-browsers` leaves out the last. `-- --licences` writes docs/licences.md and
 * does nothing else. It ends with what only the publisher can fill in.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { LIBRARIES } from "../../src/pages/settings/libraries.ts";
import { differences } from "../dev/check/compare-folders.ts";
import { lintExtension } from "../dev/check/lint-extension.ts";
import { type Counted, one, step, summary } from "../dev/check/run.ts";
import type { Shell } from "../dev/check/shell.ts";
import { readBlanks } from "../store/blanks.ts";
import { type Bill, billOf, describePackage, licencesPage, packagesInMaps } from "./shipped.ts";

const OUT = "release-output";
const PAGE = "docs/licences.md";
const TARGETS = ["chrome", "firefox"] as const;
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

const outcome = (shell: Shell, faults: readonly string[]): Counted => {
  for (const fault of faults) shell.say(`✗ ${fault}`);
  return { passed: faults.length ? 0 : 1, failed: faults.length, skipped: 0, failures: faults };
};

/** A build of both browsers into a folder of its own. */
async function build(shell: Shell, folder: string, env: Record<string, string> = {}): Promise<boolean> {
  for (const target of TARGETS)
    if (!(await shell.tool("wxt", ["build", "-b", target], { JN_OUT: folder, ...env }))) return false;
  return true;
}

let shipped: Promise<{ names: string[]; page: string }> | undefined;
/** The packages that a build with source maps names, and the page of licences as it must be. Built once. */
const licencesNow = (shell: Shell) => {
  shipped ??= readShipped(shell);
  return shipped;
};
async function readShipped(shell: Shell): Promise<{ names: string[]; page: string }> {
  const folder = `${OUT}/maps`;
  if (!(await build(shell, folder, { JN_MAP: "1" }))) throw new Error("the build with source maps failed");
  const names = packagesInMaps(TARGETS.map((target) => `${folder}/${target}-mv3`));
  return { names, page: licencesPage(names.map(describePackage)) };
}

async function sameBytes(shell: Shell): Promise<Counted> {
  const other = `${OUT}/second`;
  rmSync(other, { recursive: true, force: true });
  if (!(await build(shell, ".output")) || !(await build(shell, other))) return one(false);
  const odd = TARGETS.flatMap((target) => differences(`.output/${target}-mv3`, `${other}/${target}-mv3`));
  return outcome(shell, odd);
}

async function sourcesRebuild(shell: Shell): Promise<Counted> {
  const packed = await shell.tool("wxt", ["zip", "-b", "firefox"]);
  return one(packed && (await shell.tool("node", ["scripts/dev/build-for-amo.ts", "--link-modules"])));
}

/** Sizes and manifests against their golden copies: a permission that is new fails here. */
const golden = async (shell: Shell): Promise<Counted> =>
  one(
    await shell.tool(
      "vitest",
      [
        "run",
        "--project",
        "unit",
        "--project",
        "pure",
        "tests/unit/sizes.test.ts",
        "tests/unit/manifest.test.ts",
      ],
      { JN_BUILT: TARGETS.join() },
    ),
  );

async function licences(shell: Shell): Promise<Counted> {
  const { names, page } = await licencesNow(shell);
  const named = new Map(
    LIBRARIES.flatMap(([packages, licence]) => packages.map((name) => [name, licence] as const)),
  );
  const faults = names.flatMap((name) => {
    const { licence } = describePackage(name);
    return named.get(name) === licence
      ? []
      : [`*Tentang* says ${named.get(name) ?? "nothing"} of ${name}, ${licence}`];
  });
  if (readFileSync(PAGE, "utf8") !== page)
    faults.push(`${PAGE} is out of date: npm run release:check -- --licences`);
  return outcome(shell, faults);
}

/**
 * CycloneDX by npm itself, of the packages that the build holds. Not by `--omit dev`: that leaves out every package which
 * a tool needs as well (preact, zod), and keeps what is installed and never shipped.
 */
async function billOfMaterials(shell: Shell): Promise<Counted> {
  const { names } = await licencesNow(shell);
  const all = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  const { bill, missing } = billOf(JSON.parse(all) as Bill, names);
  const file = `${OUT}/jaga-netral-${version}.cdx.json`;
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  shell.say(`${file}: ${bill.bomFormat}, ${bill.components.length} components`);
  return outcome(
    shell,
    missing.map((name) => `the bill of materials lacks ${name}`),
  );
}

function changelog(shell: Shell): Counted {
  const first = /^## (\S+) \((.+)\)$/m.exec(readFileSync("CHANGELOG.md", "utf8"));
  if (first?.[1] !== version)
    return outcome(shell, [`CHANGELOG.md begins with ${first?.[1]}, package.json says ${version}`]);
  return {
    ...outcome(shell, []),
    ...(first[2] === "unreleased" ? { note: `${version} is not dated yet` } : {}),
  };
}

const updates = async (shell: Shell): Promise<Counted> =>
  one(
    await shell.tool("vitest", [
      "run",
      "--config",
      "tests/browser/vitest.config.ts",
      "tests/browser/update.spec.ts",
    ]),
  );

mkdirSync(OUT, { recursive: true });
if (process.argv.includes("--licences")) {
  await step("licences", async (shell) => {
    writeFileSync(PAGE, (await licencesNow(shell)).page);
    return one(true);
  });
} else {
  await step("two builds, the same bytes", sameBytes);
  await step("sources rebuild", sourcesRebuild);
  await step("sizes and permissions", golden);
  await step("web-ext lint", (shell) => lintExtension(shell, ".output/firefox-mv3"));
  await step("licences", licences);
  await step("bill of materials", billOfMaterials);
  await step("changelog", changelog);
  if (!process.argv.includes("--no-browsers")) await step("update with data kept", updates);
  const empty = [...readBlanks()].filter(([, value]) => value === "").map(([name]) => name);
  console.log(`\nFor the publisher to fill in (docs/store/FILL.md): ${empty.join(", ") || "nothing"}`);
}
process.exitCode = summary() ? 0 : 1;
