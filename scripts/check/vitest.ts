import { readFileSync } from "node:fs";
import type { Counted } from "./run.ts";
import { tool } from "./run.ts";

/** Runs Vitest with its usual report and reads the counts from its JSON. A file that does not load is one failure. */
export function vitest(
  report: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Counted & { note?: string } {
  const ok = tool(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    env,
  );
  const said = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const broken = said.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = said.numFailedTests + broken;
  const unsaid = !ok && failed === 0;
  return {
    passed: said.numPassedTests,
    failed: failed + (unsaid ? 1 : 0),
    skipped: said.numPendingTests,
    ...(unsaid ? { note: "vitest ended with an error outside of the tests" } : {}),
  };
}
