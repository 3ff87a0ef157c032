/** What the linter cannot see of imports: that it looks at every room, and types that are imported in passing. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectFiles, withoutComments } from "./lib/source.ts";

/** `import("…").A` and `typeof import("…")`: types that neither the rooms' rule nor the one of circles sees. */
const IN_PASSING =
  /\btypeof\s+import\s*\(|\bimport\s*\(\s*(["'`])[^"'`]*\1[^()]*\)\s*\.\s*(?!then\b|catch\b|finally\b)/;
/** An import or export from another file that brings more than types. */
const OF_VALUES = /^\s*(?:import(?!\s+type\b)|export(?!\s+type\b)[^;=]*\bfrom\b)/m;
/** The same from another folder: a room's own files are its own. */
const OF_VALUES_ELSEWHERE = /^\s*(?:import(?!\s+type\b)|export(?!\s+type\b))[^;=]*?\bfrom\s+"(?!\.\/)/m;

const files = projectFiles().filter((file) => /^(src|entrypoints|scripts)\/.*\.tsx?$/.test(file));
const codeOf = (file: string): string => withoutComments(readFileSync(file, "utf8"));

describe("imports", () => {
  it("are checked by the linter in every room", () => {
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.length).toBeGreaterThan(10);
    const { overrides } = JSON.parse(readFileSync("biome.json", "utf8")) as {
      overrides: { includes: string[]; linter: { rules: { style?: { noRestrictedImports?: object } } } }[];
    };
    const ruled = overrides
      .filter(({ linter }) => linter.rules.style?.noRestrictedImports)
      .flatMap(({ includes }) => includes);
    expect(rooms.map(({ name }) => `src/${name}/**`).filter((room) => !ruled.includes(room))).toEqual([]);
  });

  it("of types are at the head of a file, where the linter sees them", () => {
    expect(files.length).toBeGreaterThan(250);
    expect(files.filter((file) => IN_PASSING.test(codeOf(file)))).toEqual([]);
  });

  it("in src/domain are of types or of its own files, except for the schemas", () => {
    const shapes = files.filter((file) => /^src\/domain\/(?!.*-schema\.ts$)/.test(file));
    expect(shapes.length).toBeGreaterThan(8);
    expect(shapes.filter((file) => OF_VALUES_ELSEWHERE.test(codeOf(file)))).toEqual([]);
  });
});

describe("the import check", () => {
  it.each(['let a: import("./x.ts").A', 'type B = typeof import("./x.ts")', "let a: import('./x.ts') . A"])(
    "finds the inline type import in %s",
    (code) => expect(IN_PASSING.test(code)).toBe(true),
  );
  it.each(['(await import("./x.ts")).run()', 'void import("./x.ts");', 'import("./x.ts").then(run)'])(
    "ignores the dynamic import %s",
    (code) => expect(IN_PASSING.test(code)).toBe(false),
  );
  it.each([
    'import { a } from "./x.ts";',
    'import "./x.ts";',
    'export { a } from "./x.ts";',
    'export * from "./x.ts";',
  ])("finds the value import in %s", (code) => expect(OF_VALUES.test(code)).toBe(true));
  it.each(['import type { A } from "./x.ts";', 'export type { A } from "./x.ts";', "export interface A {}"])(
    "ignores %s, which imports no value",
    (code) => expect(OF_VALUES.test(code)).toBe(false),
  );
});
