import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** What the guard hands to every site's script (src/content/readers.ts). */
const SHARED = /\/src\/(?:dom\/text|sites\/shared\/(?:post-context|roles))\.ts$/;
const EXPORTED = /^export (?:const|function) (\w+)/gm;
/** The scripts that have the code themselves. */
const OWNERS: ReadonlySet<string> = new Set(["guard", "engine"]);

/**
 * Lets the sites' own scripts take the readers of text, roles and context from the guard, which runs before them in the
 * same world, instead of carrying a copy: 4 to 6 KB of each (November 2026). Only in what is released: during development
 * the order of the scripts is not certain.
 */
export function sharedReaders(): Plugin {
  let isSite = false;
  return {
    name: "jaga-netral:shared-readers",
    enforce: "pre",
    apply: (_, { command, mode }) => command === "build" && mode === "production",
    configResolved({ build }) {
      const script = build.lib && build.lib.formats?.[0] === "iife" ? build.lib.fileName : undefined;
      isSite = typeof script === "string" && !OWNERS.has(script);
    },
    load(id) {
      if (!isSite || !SHARED.test(id)) return null;
      const names = [...readFileSync(id, "utf8").matchAll(EXPORTED)].map(([, name]) => name!);
      const code = names.map((name) => `export const ${name} = /* @__PURE__ */ taken("${name}");`);
      return `import { taken } from "/src/content/guard-handshake.ts";\n${code.join("\n")}`;
    },
  };
}
