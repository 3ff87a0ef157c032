import { globSync } from "node:fs";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { guardIn, IN_BROWSERS, IN_NODE } from "./tests/unit/guard/driver/projects.ts";

/** Rooms whose tests are pure: no DOM, no browser, nothing of the process is changed. */
const PURE = ["engine", "bench", "browser", "matrix", "sites"];
/** Among their tests those that put a module in another's place, or run the command line with its files. */
const NOT_PURE = ["engine/text/cost", "engine/ruleset/cli", "engine/ruleset/agency/files"].map(
  (name) => `tests/unit/${name}.test.ts`,
);
/**
 * Files of pure tests share a worker's modules, which saves loading schemas, ruleset and model anew for each. They must
 * pass in any order: `vitest run --project pure --sequence.shuffle.files --sequence.shuffle.tests`.
 */
const pure = globSync(`tests/unit/{${PURE}}/**/*.test.{ts,tsx}`, { cwd: import.meta.dirname })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !NOT_PURE.includes(file));

const project = (name: string, files: { include: string[]; exclude?: string[] }, isolate: boolean) => ({
  extends: true as const,
  test: { name, ...files, isolate, globalSetup: ["tests/unit/generated.ts"] },
});

const browsers = (process.env.JN_BROWSERS ?? "chromium,firefox").split(",");

/** The guard's tests run in real browsers, all others in Node. */
export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  test: {
    testTimeout: 20_000,
    projects: [
      project("pure", { include: pure }, false),
      project(
        "unit",
        {
          include: ["tests/unit/!(guard)/**/*.test.{ts,tsx}", "tests/unit/*.test.ts", IN_NODE],
          exclude: [...pure, ...IN_BROWSERS.filter((files) => !files.includes("/guard/"))],
        },
        true,
      ),
      ...browsers.map(guardIn),
    ],
  },
});
