import type { Mutation } from "./types.ts";

const handshake = "src/content/engine-handshake.ts";
const handshakeTests = ["tests/unit/content/engine-handshake.test.ts"];

/** The script that all sites share: its load order, its handshake with the site's script, its savings. */
export const ENGINE: readonly Mutation[] = [
  {
    name: "engine-after-site",
    defence: "a site's listeners are added before the shared engine is read",
    file: "scripts/build/manifest.ts",
    find: "entry.js = [...(entry.js ?? []), ENGINE_SCRIPT];",
    put: "entry.js = [ENGINE_SCRIPT, ...(entry.js ?? [])];",
    tests: ["tests/unit/manifest.test.ts"],
  },
  {
    name: "engine-while-loading",
    defence: "a page is guarded while its parser still waits",
    file: "scripts/build/manifest.ts",
    find: "entry.js = [...(entry.js ?? []), ENGINE_SCRIPT];",
    put: 'Object.assign(entry, { run_at: "document_end", js: [...(entry.js ?? []), ENGINE_SCRIPT] });',
    tests: ["tests/browser/hanging-parser.spec.ts"],
    only: "holds the like of a campaign post and asks about it before the parser goes on",
  },
  {
    name: "engine-optional-site",
    defence: "optional sites get the engine, too",
    file: "src/background/optional-sites.ts",
    find: ".js`, ENGINE_SCRIPT],",
    put: ".js`],",
    tests: ["tests/browser/optional-sites.spec.ts"],
    only: "switching an optional site on registers only its script, and the call is held",
  },
  {
    name: "handshake-place",
    defence: "no element of the page can stand in the place of the handshake",
    file: handshake,
    find: 'Symbol.for("jaga-netral")',
    put: '"jagaNetral" as unknown as symbol',
    tests: handshakeTests,
  },
  {
    name: "handshake-first",
    defence: "the first engine stays",
    file: handshake,
    find: "  if (meeting.engine) return;\n",
    put: "",
    tests: handshakeTests,
  },
  {
    name: "handshake-missed",
    defence: "a page reports a missing engine",
    file: handshake,
    find: 'setTimeout(() => reject(new Error("engine.js timed out")), ms)',
    put: "setTimeout(() => {}, ms)",
    tests: [...handshakeTests, "tests/unit/content/bootstrap.test.ts"],
  },
  {
    name: "engine-draws",
    defence: "everything that the guard asks of the interface reaches the engine",
    file: "src/content/engine-ui.ts",
    find: "  strip: (...args) => ui().strip(...args),\n",
    put: "  strip: () => () => {},\n",
    tests: handshakeTests,
  },
  {
    name: "one-engine",
    defence: "no site's script contains shared code",
    file: "src/content/bootstrap.ts",
    find: 'import { engineUi } from "./engine-ui.ts";\n',
    put: 'import { overlayUi as engineUi } from "../overlay/index.tsx";\n',
    tests: ["tests/unit/sizes.test.ts"],
    built: true,
  },
];
