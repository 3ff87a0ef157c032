/** The background alone writes what tabs and pages share: two writers that read before they write lose a change. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What the browser and the storage library call writing. */
const WRITES =
  /\.(setValue|removeValue|setItems?|removeItems?|setMeta|removeMeta)\(|\b(local|sync|session|managed)\s*\.\s*(set|remove|clear)\(|storage\s*\.\s*local\b(?!\s*\.\s*get\()/;

/** Files outside the background that may, and why. */
const MAY: Readonly<Record<string, string>> = {
  "src/state/own-book.ts": "the opened key, one value in memory: its last writer is right, whoever it is",
};

const sources = [
  ...["src", "entrypoints"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  ),
].filter((file) => /\.tsx?$/.test(file));
/** Comments name keys and calls without making them. */
const codeOf = (file: string): string =>
  readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

test("no file outside the background writes shared storage", () => {
  expect(sources.length).toBeGreaterThan(200);
  const writers = sources.filter((file) => WRITES.test(codeOf(file)));
  expect(writers.filter((file) => file.startsWith("src/background/")).length).toBeGreaterThan(3);
  expect(writers.filter((file) => !file.startsWith("src/background/"))).toEqual(Object.keys(MAY));
});

test("within the background, what the user set and answered has one writer", () => {
  const shared =
    /stored\.(settings|pause|silenced|today|kinds|answeredWeek)\s*\.\s*(set|remove)|ownItem\s*\.\s*(set|remove)/;
  const writers = sources.filter((file) => shared.test(codeOf(file)));
  expect(writers).toEqual([]);
});
