/** Runs the project's own tools and keeps the count. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Counted {
  passed: number;
  failed: number;
  skipped: number;
  /** One line each: what failed, and how. */
  failures?: readonly string[];
}

interface Step extends Counted {
  name: string;
  seconds: number;
  /** What to say of it in the summary. */
  note?: string | undefined;
}

/** The tool as npm installed it. */
const binary = (name: string) =>
  join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Runs a tool of node_modules/.bin with its output shown. @returns true when it ended well. */
export function tool(name: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(binary(name), args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** Runs a tool and returns what it wrote to stdout. */
export function output(name: string, args: readonly string[]): string {
  const done = spawnSync(binary(name), args, {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return done.stdout ?? "";
}

const steps: Step[] = [];

/** Does one step; an exception is one failure. */
export async function step(
  name: string,
  work: () => Promise<Counted & { note?: string }> | (Counted & { note?: string }),
) {
  console.log(`\n── ${name} ──`);
  const began = Date.now();
  let counted: Counted & { note?: string };
  try {
    counted = await work();
  } catch (error) {
    counted = {
      passed: 0,
      failed: 1,
      skipped: 0,
      note: error instanceof Error ? error.message : String(error),
    };
  }
  steps.push({ name, seconds: (Date.now() - began) / 1000, ...counted });
  return counted.failed === 0;
}

/** One thing that is either so or not. */
export const one = (ok: boolean, note?: string): Counted & { note?: string } => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  ...(note ? { note } : {}),
});

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
  const skipped = sum("skipped");
  console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return sum("failed") === 0;
}
