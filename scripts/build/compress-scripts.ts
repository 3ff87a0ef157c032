import { type MinifyOptions, minify } from "terser";
import type { Plugin } from "vite";

const OPTIONS: MinifyOptions = {
  ecma: 2020,
  compress: { sequences: false, passes: 3, unsafe_arrows: true },
};

/**
 * Compresses page scripts a second time, by terser: it puts constants and functions used once in their places, which
 * the bundler's own minifier leaves. Saves 1.3 KB of the engine's 110 and 0.9 KB of each site's 50 to 65 (November
 * 2026); terser is the reference of its kind and as strict about what it may change. Two more passes and arrows for
 * function expressions without `this` save 0.9 KB more of the engine; "unsafe" is only `new` on such a function, and
 * nothing here is constructed but classes.
 */
export function compressScripts(folder: string): Plugin {
  return {
    name: "jaga-netral:compress-scripts",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk" || !chunk.fileName.startsWith(folder)) continue;
          const { code } = await minify(chunk.code, OPTIONS);
          if (code) chunk.code = code;
        }
      },
    },
  };
}
