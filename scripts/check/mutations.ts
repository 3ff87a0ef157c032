/**
 * Takes one defence after another out of a copy of the tree and runs the tests that should miss it. A defence whose
 * loss no test notices is one that the next change may lose unseen.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Mutation } from "../../tests/mutations/types.ts";
import type { Counted } from "./run.ts";

/** Made by builds and runs, or too big to copy. */
const LEFT = new Set(["node_modules", ".git", ".output", ".tmp", "coverage", "demo-output", "test-output"]);
const WINDOWS = process.platform === "win32";

interface Report {
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; title: string; failureMessages: string[] }[];
  }[];
}
/** What became of a run: `broken` where it says nothing, as no test ran or the code did not load. */
type Outcome =
  | { kind: "passed" }
  | { kind: "failed"; by: string; more: number }
  | { kind: "broken"; why: string };

/** A copy of the tree that uses the same node_modules. */
function copyTree(): string {
  const to = mkdtempSync(join(tmpdir(), "jn-mutations-"));
  for (const name of readdirSync(".")) if (!LEFT.has(name)) cpSync(name, join(to, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(to, "node_modules"), "junction");
  return to;
}

function run(tree: string, tool: string, args: readonly string[], env: Record<string, string> = {}) {
  const { JN_OUT: _, ...rest } = process.env;
  const binary = join("node_modules", ".bin", WINDOWS ? `${tool}.cmd` : tool);
  return spawnSync(join(tree, binary), args, {
    cwd: tree,
    encoding: "utf8",
    shell: WINDOWS,
    env: { ...rest, ...env },
  });
}

const isBrowser = ({ tests }: Pick<Mutation, "tests">) =>
  tests.some((one) => one.startsWith("tests/browser/"));
const needsBuild = (one: Mutation) => !!one.built || isBrowser(one);

/** @param whole for Firefox, too: unit tests of what is built look at both. */
function build(tree: string, whole: boolean): Outcome | null {
  for (const target of whole ? ["chrome", "firefox"] : ["chrome"]) {
    const done = run(tree, "wxt", ["build", "-b", target]);
    if (done.status !== 0) return { kind: "broken", why: `it does not build: ${done.stderr.slice(-300)}` };
  }
  return null;
}

/** Runs test files in the copy. */
function test(tree: string, how: Pick<Mutation, "tests" | "only">, built: boolean): Outcome {
  const report = join(tree, "report.json");
  rmSync(report, { force: true });
  const args = ["run", ...how.tests, "--reporter=json", `--outputFile=${report}`];
  if (isBrowser(how)) args.push("--config", "tests/browser/vitest.config.ts");
  if (how.only) args.push("-t", how.only.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const { stderr } = run(tree, "vitest", args, {
    JN_LONG: "",
    JN_BUILT: built ? "1" : "",
    JN_BROWSERS: "chromium",
    JN_WORKERS: "1",
    JN_EXTENSION_CHROMIUM: join(tree, ".output", "chrome-mv3"),
  });
  let said: Report;
  try {
    said = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { kind: "broken", why: `no report: ${stderr.slice(-300)}` };
  }
  const all = said.testResults.flatMap((file) => file.assertionResults);
  const failed = all.filter((one) => one.status === "failed");
  if (failed[0]) return { kind: "failed", by: failed[0].title, more: failed.length - 1 };
  const unread = said.testResults.find((file) => file.assertionResults.length === 0);
  if (unread) return { kind: "broken", why: `does not load: ${unread.message.slice(0, 300)}` };
  if (!all.some((one) => one.status === "passed")) return { kind: "broken", why: "no test ran" };
  return { kind: "passed" };
}

/** Those that do not stand in their file exactly once: there the list is out of date. */
export const stale = (list: readonly Mutation[]): string[] =>
  list.flatMap(({ name, file, find }) => {
    const found = readFileSync(file, "utf8").split(find).length - 1;
    return found === 1 ? [] : [`${name}: stands ${found} times in ${file}, not once`];
  });

function tryOne(tree: string, one: Mutation): Outcome {
  const path = join(tree, one.file);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.split(one.find).join(one.put));
  try {
    return (needsBuild(one) && build(tree, !!one.built)) || test(tree, one, needsBuild(one));
  } finally {
    writeFileSync(path, whole);
  }
}

/** The tests must pass with all defences in place: else their failing says nothing. */
function control(tree: string, list: readonly Mutation[]): void {
  const unit = [...new Set(list.filter((one) => !isBrowser(one)).flatMap(({ tests }) => tests))];
  const built = list.some(needsBuild);
  const bad = built ? build(tree, true) : null;
  if (bad?.kind === "broken") throw new Error(bad.why);
  const runs = [
    ...(unit.length ? [{ tests: unit }] : []),
    ...list.filter(isBrowser).map(({ tests, only }) => ({ tests, ...(only && { only }) })),
  ];
  for (const each of runs) {
    const said = test(tree, each, built);
    if (said.kind !== "passed")
      throw new Error(`with nothing taken out: ${said.kind === "failed" ? said.by : said.why}`);
  }
}

/** Tries each defence once and prints a line for it. @throws where list or tests say nothing. */
export function tryMutations(list: readonly Mutation[]): Counted {
  const old = stale(list);
  if (old.length) throw new Error(`the list is out of date\n${old.join("\n")}`);
  const tree = copyTree();
  const survivors: string[] = [];
  try {
    control(tree, list);
    for (const one of list) {
      const said = tryOne(tree, one);
      const how =
        said.kind === "failed"
          ? `“${said.by}”${said.more ? ` and ${said.more} more` : ""}`
          : said.kind === "passed"
            ? "SURVIVED"
            : `BROKEN: ${said.why}`;
      console.log(`${said.kind === "failed" ? "✓" : "✗"} ${one.name}: ${one.defence} (${one.file}) ${how}`);
      if (said.kind !== "failed") survivors.push(`${one.name} (${one.file}): ${how}`);
    }
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
  return {
    passed: list.length - survivors.length,
    failed: survivors.length,
    skipped: 0,
    failures: survivors,
  };
}

/** Those named, or all. @param browsers false: only what needs neither build nor browser. */
export const chosen = (all: readonly Mutation[], names: readonly string[], browsers: boolean): Mutation[] =>
  all.filter((one) => (names.length ? names.includes(one.name) : browsers || !needsBuild(one)));
