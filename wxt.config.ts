import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { locales, manifestMessages } from "./scripts/build/compile-locales.ts";
import { compressScripts } from "./scripts/build/compress-scripts.ts";
import { inlineStyles } from "./scripts/build/inline-styles.ts";
import { manifest, shareScripts } from "./scripts/build/manifest.ts";
import { sharedReaders } from "./scripts/build/shared-readers.ts";
import { unclobberedDom } from "./scripts/build/unclobbered-dom.ts";
import { ensureBundle } from "./scripts/ruleset/bundle.ts";
import { trainingAsset } from "./scripts/training/pack.ts";

/** The scripts that read pages reach nodes by symbols in Chromium; the engine's own reads what it has drawn itself. */
const keyFor = (browser: string) => (file: string) => {
  if (!file.startsWith("content-scripts/")) return null;
  if (browser === "firefox" || file.endsWith("/engine.js")) return "name";
  return file.endsWith("/guard.js") ? "symbol" : "guard's symbol";
};

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill"],
  outDir: process.env.JN_OUT ?? ".output",
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    "build:before": () => void ensureBundle(),
    "build:publicAssets": (_, files) => {
      const absoluteSrc = new URL("./assets/model/text-model.json", import.meta.url).pathname;
      files.push({ absoluteSrc, relativeDest: "model/text-model.json" });
      files.push(...manifestMessages(new URL("./assets/locales", import.meta.url).pathname));
      files.push(trainingAsset());
    },
    "build:manifestGenerated": (_, made) => shareScripts(made),
  },
  vite: ({ browser }) => ({
    plugins: [
      locales(),
      sharedReaders(),
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      inlineStyles("popup/index.html"),
      unclobberedDom(keyFor(browser)),
      compressScripts("content-scripts/"),
    ],
    /* See src/content/silent-context.ts: the guard neither announces itself nor can be switched off by the page. */
    resolve: {
      alias: {
        "wxt/utils/content-script-context": new URL("./src/content/silent-context.ts", import.meta.url)
          .pathname,
      },
    },
    build: {
      sourcemap: !!process.env.JN_MAP,
      target: ["chrome137", "firefox140"],
      cssTarget: ["chrome137", "firefox140"],
    },
  }),
  zip: {
    artifactTemplate: "jaga-netral-{{version}}-{{browser}}.zip",
    /* The bundled ruleset is left out, too: whoever rebuilds makes it from its sources. */
    excludeSources: ["*-output/**", "assets/corpus/**", "public/rulesets/bundled.json"],
    sourcesTemplate: "jaga-netral-{{version}}-sources.zip",
  },
});
