/** Runs the project's tools and counts results. */
import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { binary, Shell } from "./shell.ts";

export interface Counted {
  passed: number;
  failed: number;
  skipped: number;
  /** One line for each failure. */
  failures?: readonly string[];
  /** A remark for the summary. */
  note?: string | undefined;
}

interface Step extends Counted {
  name: string;
  seconds: number;
}

/** The work of a step; its tools write through the given shell. */
export type Work = (shell: Shell) => Promise<Counted> | Counted;
export type Job = readonly [name: string, work: Work];

/** Runs a tool of node_modules/.bin with its output shown, and waits. @returns true when it ended well. */
export function tool(name: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(binary(name), args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const steps: Step[] = [];

async function perform([name, work]: Job, shell: Shell): Promise<Step> {
  const began = Date.now();
  let counted: Counted;
  try {
    counted = await work(shell);
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    counted = { passed: 0, failed: 1, skipped: 0, note };
  }
  const step = { name, seconds: (Date.now() - began) / 1000, ...counted };
  steps.push(step);
  return step;
}

/** Runs one step; an exception counts as one failure. @returns true when nothing failed. */
export async function step(name: string, work: Work): Promise<boolean> {
  console.log(`\n── ${name} ──`);
  return (await perform([name, work], new Shell(true))).failed === 0;
}

/**
 * Runs steps in parallel lanes, in order within a lane, and prints each step's output when it has ended. Use as many
 * lanes as two cores can serve.
 * @returns the names of the failed steps
 */
export async function sideBySide(...lanes: readonly (readonly Job[])[]): Promise<Set<string>> {
  const failed = new Set<string>();
  const walk = async (lane: readonly Job[]) => {
    for (const job of lane) {
      const shell = new Shell(false);
      const done = await perform(job, shell);
      if (done.failed) failed.add(done.name);
      console.log(
        `\n── ${done.name} (beside others, ${done.seconds.toFixed(0)} s) ──\n${shell.kept().trim()}`,
      );
    }
  };
  await Promise.all(lanes.map(walk));
  return failed;
}

/** One yes-or-no check. */
export const one = (ok: boolean, note?: string): Counted => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  ...(note ? { note } : {}),
});

/** The load of the machine: a duration measured beside other work proves little. */
export const load = (): string =>
  `load average ${loadavg()
    .map((n) => n.toFixed(2))
    .join(", ")} on ${availableParallelism()} cores`;

/** Prints the summary; its last line is exactly "N passed, N failed", ", N skipped" following where there are some. */
export function summary(): boolean {
  const sum = (key: "passed" | "failed" | "skipped") => steps.reduce((total, s) => total + s[key], 0);
  for (const { name, failures = [] } of steps)
    if (failures.length) console.log(`\n── failed: ${name} ──\n${failures.join("\n")}`);
  console.log("\n── summary ──");
  for (const s of steps) {
    const counts = `${s.passed} passed, ${s.failed} failed${s.skipped ? `, ${s.skipped} skipped` : ""}`;
    console.log(
      `${s.failed ? "✗" : "✓"} ${s.name.padEnd(22)} ${counts}, ${s.seconds.toFixed(0)} s${s.note ? ` (${s.note})` : ""}`,
    );
  }
  console.log(`took ${clock(performance.now() / 1000)}; ${load()}`);
  const skipped = sum("skipped");
  console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return sum("failed") === 0;
}

/** Seconds in readable form, "1 min 05 s". */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
