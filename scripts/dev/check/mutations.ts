/**
 * Removes one defence after another from a copy of the tree and runs the tests that should notice. A defence whose
 * removal fails no test may be lost unnoticed by the next change.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Mutation } from "../../../tests/mutations/types.ts";
import { type Counted, clock } from "./run.ts";

/** Made by builds and runs, or too large to copy. */
const NOT_COPIED = /^(?:node_modules|\.git|\.output|\.tmp|coverage|\w+-output)$/;
const WINDOWS = process.platform === "win32";
/** A longer run hangs, for example in an endless loop. */
const LONGEST_MS = 600_000;
/** Relative duration of a try; used only to estimate the remaining time. */
const WEIGHT = { unit: 1, built: 8 };

interface Report {
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; title: string; failureMessages: string[] }[];
  }[];
}
/** Outcome of a run: `broken` means that it proves nothing because no test ran or the code did not load. */
type Outcome = { kind: "passed" } | { kind: "failed"; by: string } | { kind: "broken"; why: string };

/** A copy of the tree that uses the same node_modules. */
function copyTree(): string {
  const to = mkdtempSync(join(tmpdir(), "jn-mutations-"));
  for (const name of readdirSync("."))
    if (!NOT_COPIED.test(name)) cpSync(name, join(to, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(to, "node_modules"), "junction");
  return to;
}

/** Runs a tool in the copy. @returns its status and the end of its stderr */
function run(tree: string, tool: string, args: readonly string[], env: Record<string, string> = {}) {
  const { JN_OUT: _, ...rest } = process.env;
  const binary = join("node_modules", ".bin", WINDOWS ? `${tool}.cmd` : tool);
  const child = spawn(join(tree, binary), args, {
    cwd: tree,
    shell: WINDOWS,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...rest, ...env },
    timeout: LONGEST_MS,
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-300);
  });
  return new Promise<{ status: number | null; stderr: string }>((done) => {
    child.once("error", (error) => done({ status: null, stderr: String(error) }));
    child.once("close", (status) => done({ status, stderr }));
  });
}

const isBrowser = ({ tests }: Pick<Mutation, "tests">) =>
  tests.some((one) => one.startsWith("tests/browser/"));
const needsBuild = (one: Mutation) => !!one.built || isBrowser(one);

const BOTH = ["chrome", "firefox"];

async function build(tree: string, targets: readonly string[]): Promise<Outcome | null> {
  for (const target of targets) {
    const done = await run(tree, "wxt", ["build", "-b", target]);
    if (done.status !== 0) return { kind: "broken", why: `it does not build: ${done.stderr}` };
  }
  return null;
}

interface RunOptions {
  tests: readonly string[];
  /** Titles of the tests to run in these files; all by default. */
  only?: readonly string[];
  built: boolean;
  /** Chromium by default. */
  browser?: Mutation["browser"];
  /** One failing test is enough; a failure is retried once, because a browser on a busy machine may be late. */
  firstFailure: boolean;
}

const literally = (title: string) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Runs test files in the copy. */
async function test(tree: string, how: RunOptions): Promise<Outcome> {
  const report = join(tree, "report.json");
  rmSync(report, { force: true });
  const args = ["run", ...how.tests, "--reporter=json", `--outputFile=${report}`];
  if (how.firstFailure) args.push("--bail=1");
  if (isBrowser(how)) args.push("--config", "tests/browser/vitest.config.ts");
  if (how.only) args.push("-t", how.only.map(literally).join("|"));
  const { stderr } = await run(tree, "vitest", args, {
    JN_LONG: "",
    JN_SMOKE: "",
    JN_BUILT: how.built ? "chrome,firefox" : "",
    JN_BROWSERS: how.browser ?? "chromium",
    JN_WORKERS: "1",
    ...(how.firstFailure ? { JN_RETRIES: "1" } : {}),
    JN_EXTENSION_CHROMIUM: join(tree, ".output", "chrome-mv3"),
    JN_EXTENSION_FIREFOX: join(tree, ".output", "firefox-mv3"),
  });
  let result: Report;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { kind: "broken", why: `no report: ${stderr}` };
  }
  const all = result.testResults.flatMap((file) => file.assertionResults);
  const failed = all.filter((one) => one.status === "failed");
  if (failed[0]) return { kind: "failed", by: failed[0].title };
  const unread = result.testResults.find((file) => file.assertionResults.length === 0);
  if (unread) return { kind: "broken", why: `does not load: ${unread.message.slice(0, 300)}` };
  if (!all.some((one) => one.status === "passed")) return { kind: "broken", why: "no test ran" };
  return { kind: "passed" };
}

/** Mutations whose text is not in its file exactly once, so that the list is out of date. */
export const staleMutations = (list: readonly Mutation[]): string[] =>
  list.flatMap(({ name, file, find }) => {
    const found = readFileSync(file, "utf8").split(find).length - 1;
    return found === 1 ? [] : [`${name}: stands ${found} times in ${file}, not once`];
  });

async function tryOne(tree: string, one: Mutation): Promise<Outcome> {
  const path = join(tree, one.file);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.split(one.find).join(one.put));
  const built = needsBuild(one);
  const { tests, only, browser } = one;
  /* Unit tests of the build check both. */
  const targets = one.built ? BOTH : [browser ?? "chrome"];
  try {
    return (
      (built && (await build(tree, targets))) ||
      (await test(tree, { tests, ...(only && { only: [only] }), built, browser, firstFailure: true }))
    );
  } finally {
    writeFileSync(path, whole);
  }
}

/** The runs of the control: every file once, and only the named tests of files listed for single tests. */
export function controlRuns(list: readonly Mutation[], built: boolean): Omit<RunOptions, "firstFailure">[] {
  const filesOf = (some: readonly Mutation[]) => [...new Set(some.flatMap(({ tests }) => tests))];
  const unit = filesOf(list.filter((one) => !isBrowser(one)));
  const inBrowsers = list.filter((one) => isBrowser(one) && !one.browser);
  const whole = filesOf(inBrowsers.filter(({ only }) => !only));
  const single = inBrowsers.filter(({ only, tests }) => only && tests.some((file) => !whole.includes(file)));
  return [
    ...(unit.length ? [{ tests: unit, built }] : []),
    ...(whole.length ? [{ tests: whole, built }] : []),
    ...(single.length
      ? [{ tests: filesOf(single), only: [...new Set(single.map(({ only }) => only!))], built }]
      : []),
    ...list
      .filter(({ browser }) => browser)
      .map(({ tests, only, browser }) => ({ tests, ...(only && { only: [only] }), built, browser })),
  ];
}

/** The tests must pass with all defences in place, or their failing proves nothing. */
async function control(tree: string, list: readonly Mutation[]): Promise<void> {
  const built = list.some(needsBuild);
  const bad = built ? await build(tree, BOTH) : null;
  if (bad?.kind === "broken") throw new Error(bad.why);
  for (const each of controlRuns(list, built)) {
    const outcome = await test(tree, { ...each, firstFailure: false });
    if (outcome.kind !== "passed")
      throw new Error(`with nothing taken out: ${outcome.kind === "failed" ? outcome.by : outcome.why}`);
  }
}

const weightOf = (one: Mutation): number => (needsBuild(one) ? WEIGHT.built : WEIGHT.unit);

/**
 * Removes each defence once and prints a line for it with the time so far and an estimate of the rest.
 * @param copies how many run at the same time, each in its own copy of the tree
 * @throws Error where list or tests prove nothing
 */
export async function tryMutations(list: readonly Mutation[], copies = 2): Promise<Counted> {
  const stale = staleMutations(list);
  if (stale.length) throw new Error(`the list is out of date\n${stale.join("\n")}`);
  const trees = Array.from({ length: Math.min(copies, list.length) }, copyTree);
  const began = Date.now();
  const seconds = (from: number) => (Date.now() - from) / 1000;
  /* Those that need a build take longest and come first, so that no copy ends up alone with one. */
  const waiting = [...list].sort((a, b) => weightOf(b) - weightOf(a));
  const total = list.reduce((sum, one) => sum + weightOf(one), 0);
  const survivors: string[] = [];
  let done = 0;
  let triedCount = 0;
  try {
    await control(trees[0]!, list);
    console.log(`with nothing taken out all tests pass (${clock(seconds(began))})`);
    const start = Date.now();
    const work = async (tree: string) => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const outcome = await tryOne(tree, one);
        const how =
          outcome.kind === "failed"
            ? `“${outcome.by}”`
            : outcome.kind === "passed"
              ? "SURVIVED"
              : `BROKEN: ${outcome.why}`;
        done += weightOf(one);
        const left = clock((seconds(start) / done) * (total - done));
        const time = `[${++triedCount}/${list.length}, ${clock(seconds(began))}, about ${left} left]`;
        const mark = outcome.kind === "failed" ? "✓" : "✗";
        console.log(`${mark} ${one.name}: ${one.defence} (${one.file}) ${how} ${time}`);
        if (outcome.kind !== "failed") survivors.push(`${one.name} (${one.file}): ${how}`);
      }
    };
    await Promise.all(trees.map(work));
  } finally {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true, maxRetries: 3 });
  }
  return {
    passed: list.length - survivors.length,
    failed: survivors.length,
    skipped: 0,
    failures: survivors,
  };
}

/** The named mutations, or all. @param browsers false: only those that need neither build nor browser. */
export const chooseMutations = (
  all: readonly Mutation[],
  names: readonly string[],
  browsers: boolean,
): Mutation[] =>
  all.filter((one) => (names.length ? names.includes(one.name) : browsers || !needsBuild(one)));
