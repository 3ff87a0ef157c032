import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { locales, manifestMessages } from "./scripts/build/compile-locales.ts";
import { inlineStyles } from "./scripts/build/inline-styles.ts";
import { engineLast, manifest } from "./scripts/build/manifest.ts";

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill"],
  outDir: process.env.JN_OUT ?? ".output",
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    "build:publicAssets": (_, files) => {
      files.push(...manifestMessages(new URL("./assets/locales", import.meta.url).pathname));
    },
    "build:manifestGenerated": (_, made) => engineLast(made),
  },
  vite: () => ({
    plugins: [
      locales(),
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      inlineStyles("popup/index.html"),
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
    excludeSources: ["demo-output/**", "test-output/**", "assets/corpus/**"],
    sourcesTemplate: "jaga-netral-{{version}}-sources.zip",
  },
});
