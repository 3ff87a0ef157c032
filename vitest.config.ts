import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { guardIn, IN_NODE } from "./tests/unit/guard/driver/projects.ts";

const browsers = (process.env.JN_BROWSERS ?? "chromium,firefox").split(",");

/** The guard's tests run in real browsers, all others in Node. */
export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/!(guard)/**/*.test.{ts,tsx}", "tests/unit/*.test.ts", IN_NODE],
        },
      },
      ...(await Promise.all(browsers.map(guardIn))),
    ],
  },
});
