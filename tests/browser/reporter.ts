/** Prints the table action × way × page × browser after the usual report. */
import { writeFileSync } from "node:fs";
import { DefaultReporter, type TestModule, type TestSpecification } from "vitest/node";
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
    const again = tests.filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0);
    for (const test of again)
      this.log(`second try: ${test.project.name}, ${test.fullName} (${test.result().state})`);
    this.log(`tests that needed a second try: ${again.length}`);
    const state = (name: string) => tests.filter((test) => test.result().state === name).length;
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length).length;
    const counted = { passed: state("passed"), failed: state("failed") + broken, skipped: state("skipped") };
    const failures = [
      ...modules.flatMap((module) =>
        module.errors().map((error) => said(module.project.name, module.moduleId, error.message)),
      ),
      ...tests.flatMap((test) => {
        const result = test.result();
        if (result.state !== "failed") return [];
        return [said(test.project.name, test.fullName, result.errors[0]?.message ?? "")];
      }),
    ];
    if (process.env.JN_REPORT)
      writeFileSync(process.env.JN_REPORT, JSON.stringify({ ...counted, failures, cells }));
  }
}

const said = (browser: string, what: string, message: string): string =>
  `${browser}, ${what}: ${message.split("\n")[0]!.slice(0, 300)}`;
