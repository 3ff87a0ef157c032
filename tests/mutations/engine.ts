import type { Mutation } from "./types.ts";

const late = "src/content/late.ts";
const lateTests = ["tests/unit/content/late.test.ts"];

/** The script that all sites share: when it comes, where it meets the site's own, and what it saves. */
export const ENGINE: readonly Mutation[] = [
  {
    name: "engine-behind",
    defence: "a site's listeners stand before the shared engine is read",
    file: "src/manifest.ts",
    find: "entry.js = [...(entry.js ?? []), ENGINE_SCRIPT];",
    put: "entry.js = [ENGINE_SCRIPT, ...(entry.js ?? [])];",
    tests: ["tests/unit/manifest.test.ts"],
  },
  {
    name: "engine-while-loading",
    defence: "a page is guarded while its parser still waits",
    file: "src/manifest.ts",
    find: "entry.js = [...(entry.js ?? []), ENGINE_SCRIPT];",
    put: 'Object.assign(entry, { run_at: "document_end", js: [...(entry.js ?? []), ENGINE_SCRIPT] });',
    tests: ["tests/browser/hanging-parser.spec.ts"],
    only: "the like of a campaign post is held and asked about before the parser goes on",
  },
  {
    name: "engine-asked",
    defence: "sites that are switched on get the engine, too",
    file: "src/background/asked.ts",
    find: ".js`, ENGINE_SCRIPT],",
    put: ".js`],",
    tests: ["tests/browser/asked.spec.ts"],
    only: "switched on: only this site's script is registered, and the call is held",
  },
  {
    name: "late-place",
    defence: "no element of the page stands where the two scripts meet",
    file: late,
    find: 'Symbol.for("jaga-netral")',
    put: '"jagaNetral" as unknown as symbol',
    tests: lateTests,
  },
  {
    name: "late-first",
    defence: "the engine that came first stays",
    file: late,
    find: "  if (place.late) return;\n",
    put: "",
    tests: lateTests,
  },
  {
    name: "late-missed",
    defence: "a page says so where the engine does not come",
    file: late,
    find: 'setTimeout(() => reject(new Error("engine.js did not come")), ms)',
    put: "setTimeout(() => {}, ms)",
    tests: [...lateTests, "tests/unit/content/start.test.ts"],
  },
  {
    name: "one-engine",
    defence: "no site's script carries what all share",
    file: "src/content/start.ts",
    find: 'import { lateUi } from "./late-ui.ts";\n',
    put: 'import { guardUi as lateUi } from "../ui/guard-ui.tsx";\n',
    tests: ["tests/unit/sizes.test.ts"],
    built: true,
  },
];
