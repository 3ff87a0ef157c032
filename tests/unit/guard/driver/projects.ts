/** Vitest projects for the guard's tests in real browsers: no extension, no profile, one page, real input on request. */
import type { Plugin, TestProjectInlineConfiguration } from "vitest/config";
import { chromium, userInChromium } from "./chromium.ts";
import { firefox, userInFirefox } from "./firefox.ts";

/** These need no page and stay in Node. */
export const IN_NODE = "tests/unit/guard/**/{decide,mark-position}.test.ts";
/** The guard's tests, and tests of helpers that need a real page too. */
export const IN_BROWSERS = ["tests/unit/guard/**/*.test.ts", "tests/unit/dom/{caret,orphan-style}.test.ts"];

/** An empty page under any address below /page/. */
const emptyPage: Plugin = {
  name: "empty page",
  configureServer({ middlewares }) {
    middlewares.use("/page/", (_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><html><head></head><body></body></html>");
    });
  },
};

const browserOf = (name: string) =>
  name === "firefox"
    ? { provider: firefox(), instances: [{ browser: "firefox" as const }], commands: { user: userInFirefox } }
    : {
        provider: chromium(),
        instances: [{ browser: "chromium" as const }],
        commands: { user: userInChromium },
      };

/** One project per browser. */
export function guardIn(name: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: [emptyPage],
    /* Per tree: a copy (`npm run mutations`) shares node_modules, and a shared cache would reload its pages. */
    cacheDir: `test-output/node_modules/.vite-${name}`,
    optimizeDeps: { include: ["fast-check", "@sinonjs/fake-timers"] },
    test: {
      /* Firefox tells a page of focus and size some time after the test that caused it: the 300 ms then begin anew. */
      ...(name === "firefox" && { retry: 2 }),
      name: name === "firefox" ? "guard in firefox" : "guard",
      include: IN_BROWSERS,
      exclude: [IN_NODE],
      setupFiles: ["tests/unit/guard/after-each.ts"],
      fileParallelism: false,
      isolate: false,
      env: { JN_LONG: process.env.JN_LONG ?? "" },
      browser: {
        enabled: true,
        headless: true,
        ui: false,
        screenshotFailures: false,
        viewport: { width: 1000, height: 800 },
        ...browserOf(name),
      },
    },
  } as TestProjectInlineConfiguration;
}
