import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { isJudged } from "./lib/built.ts";
import { withoutComments } from "./lib/source.ts";

/** What one of our files imports when it runs: `import type` and `export type` are gone by then. */
const RUNS =
  /(?:^|;)\s*(?:import|export)\s+(?!type\b)(?:[^;"']*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
const ROOT = join(import.meta.dirname, "../..");

/** Every file that runs in the script of an entrypoint, and every package it takes along. */
function runs(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    if (!/\.tsx?$/.test(path)) return;
    for (const [, plain, late] of readFileSync(join(ROOT, path), "utf8").matchAll(RUNS)) {
      const name = (plain ?? late)!.replace(/\?.*$/, "");
      if (name.startsWith(".")) follow(relative(ROOT, join(ROOT, dirname(path), name)));
      else packages.add(name);
    }
  };
  follow(entry);
  return { files, packages };
}

const SCRIPTS = readdirSync(join(ROOT, "entrypoints")).filter((name) => name.endsWith(".content.ts"));

describe("the imports of a page script", () => {
  it("control: include zod in the background, through files and packages", () => {
    const { files, packages } = runs("entrypoints/background.ts");
    expect([...packages]).toContain("zod/mini");
    expect([...files]).toContain("src/engine/ruleset/schema/law.ts");
  });

  it.each(SCRIPTS)("include no schema and no validator: %s", (name) => {
    const { files, packages } = runs(`entrypoints/${name}`);
    expect(files.size).toBeGreaterThan(7);
    expect([...files].filter((path) => /schema/.test(path))).toEqual([]);
    expect([...packages].filter((path) => /^zod/.test(path))).toEqual([]);
  });

  it.each([...SCRIPTS, "background.ts"])("include no case to practise with: %s", (name) => {
    expect([...runs(`entrypoints/${name}`).files].filter((path) => /assets\/training/.test(path))).toEqual(
      [],
    );
  });

  it("of the page for practising include nothing of the engine, and no case: these are read as a file", () => {
    const { files } = runs("entrypoints/practice/main.ts");
    expect([...files]).toContain("src/pages/practice/session.ts");
    expect([...files].filter((path) => /src\/engine|assets\/training/.test(path))).toEqual([]);
  });
});

/* `browser` without an import is the framework's, which the build points at webextension-polyfill (wxt.config.ts). */
const CALLS = /(?<![\w.$"'`-])(browser|chrome)\s*(?:\?\.|\.|\[)/g;
const PLAIN = /^import (?!type\b).*"@wxt-dev\/browser"/m;
/** By which names a file calls the browser, and whether it imports the one without the polyfill. */
const usesOf = (path: string) => {
  const code = withoutComments(readFileSync(join(ROOT, path), "utf8"));
  return { path, names: [...code.matchAll(CALLS)].map(([, name]) => name), isPlain: PLAIN.test(code) };
};
const callers = (entries: readonly string[]) =>
  [...new Set(entries.flatMap((entry) => [...runs(entry).files]))]
    .filter((path) => /\.tsx?$/.test(path))
    .map(usesOf)
    .filter(({ names, isPlain }) => names.length > 0 || isPlain);

describe("how the browser is called", () => {
  const roofs = [
    "entrypoints/background.ts",
    ...readdirSync(join(ROOT, "entrypoints"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `entrypoints/${name}/main.ts`),
  ];
  const inPages = callers(SCRIPTS.map((name) => `entrypoints/${name}`));
  const inRoofs = callers(roofs);
  const isInPages = ({ path }: { path: string }) => inPages.some((one) => one.path === path);

  it("in background and own pages is webextension-polyfill, by the framework's `browser`, and nothing else", () => {
    expect(roofs.length).toBeGreaterThan(5);
    expect(readFileSync(join(ROOT, "wxt.config.ts"), "utf8")).toContain(
      'modules: ["@wxt-dev/webextension-polyfill"]',
    );
    const own = inRoofs.filter((one) => !isInPages(one));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(({ names, isPlain }) => isPlain || names.includes("chrome"))).toEqual([]);
  });

  it("in page scripts does without it, by an import that says so", () => {
    expect(inPages.length).toBeGreaterThan(3);
    expect(inPages.filter(({ names, isPlain }) => !isPlain || names.includes("chrome"))).toEqual([]);
    for (const name of SCRIPTS)
      expect([...runs(`entrypoints/${name}`).packages].filter((path) => /polyfill|^wxt/.test(path))).toEqual(
        [],
      );
  });

  it("in what both run is as in page scripts, and only the messages are", () => {
    expect(inRoofs.filter(isInPages).map(({ path }) => path)).toEqual(["src/messaging/transport.ts"]);
  });

  it.each(["chrome", "firefox"] as const)(
    "so that the build for %s has it in the background, in no page script",
    (target) => {
      if (!isJudged(target)) return;
      const built = join(ROOT, `.output/${target}-mv3`);
      /* The polyfill's own words, where it is loaded in something else. */
      const has = (file: string) =>
        readFileSync(join(built, file), "utf8").includes("should only be loaded in a browser extension");
      expect(has("background.js")).toBe(true);
      const scripts = readdirSync(join(built, "content-scripts")).filter((name) => name.endsWith(".js"));
      expect(scripts.length).toBeGreaterThan(10);
      expect(scripts.filter((name) => has(`content-scripts/${name}`))).toEqual([]);
    },
  );
});
