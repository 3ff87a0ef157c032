import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  test: { include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 20_000 },
});
