/** Tests of what is built judge the build of these sources, never an older one that lies there. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { isJudged } from "./lib/built.ts";

const root = mkdtempSync(join(tmpdir(), "built-"));
afterAll(() => rmSync(root, { recursive: true }));
const manifest = join(root, ".output/firefox-mv3/manifest.json");
const source = join(root, "src/guard/decision/decide.ts");

const writeAt = (file: string, seconds: number): void => {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
  utimesSync(file, seconds, seconds);
};
beforeEach(() => {
  rmSync(join(root, ".output"), { recursive: true, force: true });
  writeAt(source, 1_000);
  for (const folder of ["src/guard/decision", "src/guard", "src"])
    utimesSync(join(root, folder), 1_000, 1_000);
});

test("a plain run tests a build that is newer than all its sources", () => {
  expect(isJudged("firefox", "", root)).toBe(false);
  writeAt(manifest, 2_000);
  expect(isJudged("firefox", "", root)).toBe(true);
  expect(isJudged("chrome", "", root)).toBe(false);
});

test("a plain run ignores a build older than a changed or removed source", () => {
  writeAt(manifest, 2_000);
  utimesSync(source, 2_001, 2_001);
  expect(isJudged("firefox", "", root)).toBe(false);
  writeAt(source, 1_000);
  rmSync(source);
  utimesSync(join(root, "src/guard/decision"), 2_001, 2_001);
  expect(isJudged("firefox", "", root)).toBe(false);
});

test("a run that built tests its own builds, present or not, and no other", () => {
  writeAt(manifest, 2_000);
  expect(isJudged("firefox", "chrome", root)).toBe(false);
  expect(isJudged("chrome", "chrome", root)).toBe(true);
  expect(isJudged("firefox", "chrome,firefox", root)).toBe(true);
});

test("npm test names both builds, and the quick run names the one it makes", () => {
  const script = readFileSync("scripts/dev/test.ts", "utf8");
  expect(script).toContain('JN_BUILT: "chrome,firefox"');
  expect(script).toContain('JN_BUILT: "chrome"');
});
