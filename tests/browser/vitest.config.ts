import { defineConfig } from "vitest/config";
import { LongestFirst } from "./order.ts";

const browsers = (process.env.JN_BROWSERS ?? "chromium,firefox").split(",");
/** All browser tests; with JN_SMOKE only a few cells of each matrix (smoke.ts). */
const SPECS = process.env.JN_SMOKE ? "tests/browser/matrix-*.spec.ts" : "tests/browser/**/*.spec.ts";
/** Tests that measure time run alone, after all others. */
const TIMING = "tests/browser/*timing.spec.ts";

const project = (browser: string, timing: boolean) => ({
  test: {
    name: timing ? `${browser} alone` : browser,
    include: timing ? [TIMING] : [SPECS],
    exclude: timing ? [] : [TIMING],
    env: { JN_BROWSER: browser, JN_SHARED_BROWSER: "1" },
    globalSetup: browser === "firefox" ? ["tests/browser/warm-profile.ts"] : [],
    testTimeout: 60_000,
    /* A real browser on a busy machine may be late; the reporter lists tests that needed a retry. */
    retry: Number(process.env.JN_RETRIES ?? 2),
    hookTimeout: 120_000,
    expect: { poll: { interval: 100, timeout: 10_000 } },
    pool: "forks" as const,
    /* Files of a worker share its browser (lib/pool.ts). */
    isolate: false,
    maxWorkers: timing ? 1 : Number(process.env.JN_WORKERS ?? 3),
    sequence: { groupOrder: timing ? 1 : 0 },
  },
});

/** The browser tests: the same files in Chromium and in Firefox, against the built extension. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    reporters: ["./tests/browser/reporter.ts"],
    sequence: { sequencer: LongestFirst },
    projects: browsers.flatMap((browser) => [
      project(browser, false),
      ...(process.env.JN_SMOKE ? [] : [project(browser, true)]),
    ]),
  },
});
