/**
 * Prints the table action × way × page × browser and the unstable tests after the usual report, writes the counts for
 * `npm test` (JN_REPORT) and stores the duration of each file.
 */
import { writeFileSync } from "node:fs";
import { DefaultReporter, type TestCase, type TestModule, type TestSpecification } from "vitest/node";
import { durationKey, recordDurations } from "./durations.ts";
import { findFlaky, flakyTable, type TestRun } from "./flaky.ts";
import { hostileTable } from "./hostile/table.ts";
import { savedPagesNote } from "./lib/pages.ts";
import type { Cell } from "./matrix/measure.ts";
import { matrixTable } from "./matrix/table.ts";

export default class MatrixReporter extends DefaultReporter {
  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications);
    this.log(savedPagesNote());
  }

  override onTestRunEnd(...args: Parameters<DefaultReporter["onTestRunEnd"]>): void {
    super.onTestRunEnd(...args);
    const modules: readonly TestModule[] = args[0];
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const cells = tests.flatMap((test) => (test.meta() as { cell?: Cell }).cell ?? []);
    if (cells.length) this.log(matrixTable(cells));
    const specs = modules.map((module) => {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const count = (state: string) => states.filter((one) => one === state).length;
      const file = module.moduleId.replace(/^.*\//, "");
      const browser = module.project.name.split(" ")[0]!;
      return { browser, file, passed: count("passed"), failed: count("failed") };
    });
    if (specs.some(({ file }) => file.startsWith("hostile-"))) this.log(hostileTable(specs));
    const flaky = findFlaky(tests.flatMap(testRun));
    this.log(flakyTable(flaky));
    /* A partial run of a file would record too short a duration. */
    if (!this.ctx.config.testNamePattern && !process.env.JN_SMOKE)
      recordDurations(
        Object.fromEntries(
          modules
            .filter((module) => module.state() === "passed")
            .map((module) => [
              durationKey(module.project.name, module.moduleId),
              module.diagnostic().duration / 1000,
            ]),
        ),
      );
    const state = (name: string) => tests.filter((test) => test.result().state === name).length;
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length).length;
    /* Printed in every run; only a long run fails by it. */
    const isTooFlaky = flaky.tooMany && Boolean(process.env.JN_LONG);
    const failed = state("failed") + broken + (isTooFlaky ? 1 : 0);
    const counted = { passed: state("passed"), failed, skipped: state("skipped") };
    if (isTooFlaky) process.exitCode = 1;
    const failures = [
      ...(flaky.tooMany ? flakyTable(flaky).split("\n") : []),
      ...modules.flatMap((module) =>
        module.errors().map((error) => failureLine(module.project.name, module.moduleId, error.message)),
      ),
      ...tests.flatMap((test) => {
        const result = test.result();
        if (result.state !== "failed") return [];
        return [failureLine(test.project.name, test.fullName, result.errors[0]?.message ?? "")];
      }),
    ];
    if (process.env.JN_REPORT)
      writeFileSync(
        process.env.JN_REPORT,
        JSON.stringify({ ...counted, failures, flaky: flaky.tests.length, cells }),
      );
  }
}

/** Empty for a test that did not run. */
function testRun(test: TestCase): TestRun[] {
  const { state, errors } = test.result();
  if (state !== "passed" && state !== "failed") return [];
  return [
    {
      browser: test.project.name,
      name: test.fullName,
      state,
      retries: test.diagnostic()?.retryCount ?? 0,
      /* Where a retry passed, these are the errors of the tries before. */
      error: (errors?.[0]?.message ?? "").split("\n")[0]!.slice(0, 300),
    },
  ];
}

const failureLine = (browser: string, what: string, message: string): string =>
  `${browser}, ${what}: ${message.split("\n")[0]!.slice(0, 300)}`;
