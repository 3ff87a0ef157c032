/**
 * Rebuilds the extension from its source zip and compares the bytes with `.output`, as a reviewer of
 * addons.mozilla.org would. `npm run zip` makes the source zip first.
 *
 *   npm run build-for-amo                      npm ci in a temporary folder, then build
 *   npm run build-for-amo -- --link-modules    quicker: takes the installed node_modules of this folder
 *   npm run build-for-amo -- --firefox         only what addons.mozilla.org gets, one build instead of two
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { differences, digests } from "./check/compare-folders.ts";

const BROWSERS = process.argv.includes("--firefox") ? ["firefox"] : ["chrome", "firefox"];

/** The newest source zip of `.output`. @throws Error where there is none. */
function sourceZip(): string {
  const found = existsSync(".output")
    ? readdirSync(".output").filter((name) => name.endsWith("-sources.zip"))
    : [];
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const ours = found.find((name) => name.includes(`-${version}-`));
  if (!ours) throw new Error(`no source zip of version ${version} in .output: npm run zip makes it`);
  return join(".output", ours);
}

function unpack(zip: string, folder: string): number {
  const files = Object.entries(unzipSync(readFileSync(zip))).filter(([name]) => !name.endsWith("/"));
  for (const [name, bytes] of files) {
    const file = resolve(folder, name);
    if (!file.startsWith(resolve(folder))) throw new Error(`${name} points outside of the zip`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return files.length;
}

const folder = mkdtempSync(join(tmpdir(), "jaga-netral-rebuild-"));
const npm = (...args: string[]) =>
  execFileSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
let wrong = 0;
try {
  const zip = sourceZip();
  console.log(`${unpack(zip, folder)} files of ${zip} → ${folder}`);
  if (process.argv.includes("--link-modules"))
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  else npm("ci");
  for (const browser of BROWSERS) {
    npm("exec", "--", "wxt", "build", "-b", browser);
    const target = `${browser}-mv3`;
    const [ours, rebuilt] = [join(".output", target), join(folder, ".output", target)];
    const odd = differences(ours, rebuilt);
    wrong += odd.length;
    for (const line of odd) console.log(`  ${line}`);
    console.log(
      `${target}: ${digests(ours).size} files, ${odd.length ? `${odd.length} differ` : "the same bytes"}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong ? 1 : 0;
