import { defineConfig } from "vitest/config";

const browsers = (process.env.JN_BROWSERS ?? "chromium,firefox").split(",");

/** The browser tests: the same files once in Chromium, once in Firefox, against the built extension. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    maxWorkers: Number(process.env.JN_WORKERS ?? 3),
    reporters: ["./tests/browser/reporter.ts"],
    projects: browsers.map((browser) => ({
      test: {
        name: browser,
        include: ["tests/browser/**/*.spec.ts"],
        env: { JN_BROWSER: browser },
        testTimeout: 60_000,
        hookTimeout: 120_000,
        pool: "forks",
      },
    })),
  },
});
