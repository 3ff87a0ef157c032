import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

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
    expect(files.size).toBeGreaterThan(10);
    expect([...files].filter((path) => /schema/.test(path))).toEqual([]);
    expect([...packages].filter((path) => /^zod/.test(path))).toEqual([]);
  });
});
