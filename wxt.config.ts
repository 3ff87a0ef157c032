import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { locales } from "./scripts/compile-locales.ts";
import { manifest } from "./src/manifest.ts";

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill"],
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  manifest: ({ browser }) => manifest(browser),
  vite: () => ({
    plugins: [locales(), preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: { sourcemap: false, target: "es2022" },
  }),
  zip: {
    artifactTemplate: "jaga-netral-{{version}}-{{browser}}.zip",
    sourcesTemplate: "jaga-netral-{{version}}-sources.zip",
  },
});
