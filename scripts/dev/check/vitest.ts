import { readFileSync } from "node:fs";
import type { Counted } from "./run.ts";
import type { Shell } from "./shell.ts";

/**
 * Runs Vitest with its usual report and reads the counts from its JSON. A file that does not load counts as one
 * failure.
 */
export async function vitest(
  shell: Shell,
  report: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Counted> {
  const ok = await shell.tool(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    env,
  );
  const said = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
    }[];
  };
  const broken = said.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = said.numFailedTests + broken;
  const failures = said.testResults.flatMap((file) =>
    file.status === "failed" && file.assertionResults.length === 0
      ? [`${file.name}: ${firstLine(file.message)}`]
      : file.assertionResults
          .filter((one) => one.status === "failed")
          .map((one) => `${one.fullName}: ${firstLine(one.failureMessages[0] ?? "")}`),
  );
  const unsaid = !ok && failed === 0;
  return {
    passed: said.numPassedTests,
    failed: failed + (unsaid ? 1 : 0),
    skipped: said.numPendingTests,
    failures,
    ...(unsaid ? { note: "vitest ended with an error outside of the tests" } : {}),
  };
}

const firstLine = (text: string): string => text.split("\n")[0]!.slice(0, 300);
