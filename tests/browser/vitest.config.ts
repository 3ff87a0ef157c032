import { defineConfig } from "vitest/config";
import { LongestFirst } from "./order.ts";

const browsers = (process.env.JN_BROWSERS ?? "chromium,firefox").split(",");
/** Every browser test; with JN_SMOKE only the matrix, a few cells of each (smoke.ts). */
const SPECS = process.env.JN_SMOKE ? "tests/browser/matrix-*.spec.ts" : "tests/browser/**/*.spec.ts";
/** What measures time runs by itself when all else is done. */
const TIMING = "tests/browser/*timing.spec.ts";

const project = (browser: string, timing: boolean) => ({
  test: {
    name: timing ? `${browser} alone` : browser,
    include: timing ? [TIMING] : [SPECS],
    exclude: timing ? [] : [TIMING],
    env: { JN_BROWSER: browser, JN_SHARED_BROWSER: "1" },
    globalSetup: browser === "firefox" ? ["tests/browser/warm.ts"] : [],
    testTimeout: 60_000,
    /* A real browser on a busy machine may miss a beat; what needed another try is listed by the reporter. */
    retry: Number(process.env.JN_RETRIES ?? 2),
    hookTimeout: 120_000,
    expect: { poll: { interval: 100, timeout: 10_000 } },
    pool: "forks" as const,
    /* The files of a worker share its browser (lib/pool.ts). */
    isolate: false,
    maxWorkers: timing ? 1 : Number(process.env.JN_WORKERS ?? 3),
    sequence: { groupOrder: timing ? 1 : 0 },
  },
});

/** The browser tests: the same files once in Chromium, once in Firefox, against the built extension. */
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
