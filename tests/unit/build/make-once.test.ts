import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { makeOnce } from "../../../scripts/build/make-once.ts";

let root = "";
let made = 0;
let text = "one";
const at = (name: string) => join(root, name);
const output = () => readFileSync(at("out/made.json"), "utf8");
const ask = () =>
  makeOnce({
    output: at("out/made.json"),
    stamp: at("kept/made.hash"),
    sources: [at("data"), at("code/make.ts")],
    make: () => {
      made++;
      return text;
    },
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "make-once-"));
  const folder = root;
  onTestFinished(() => rmSync(folder, { recursive: true }));
  made = 0;
  text = "one";
  for (const folder of ["data/deep", "code"]) mkdirSync(at(folder), { recursive: true });
  writeFileSync(at("data/deep/rules.json"), "{}");
  writeFileSync(at("code/make.ts"), 'import { near } from "./near.ts";\nimport { z } from "zod";\n');
  writeFileSync(at("code/near.ts"), 'export type { Far } from "./far.ts";\n');
  writeFileSync(at("code/far.ts"), "export type Far = 1;\n");
});

test("makes a file that is not there, and not again while nothing changed", () => {
  expect([ask(), ask(), made]).toEqual([true, false, 1]);
  expect(output()).toBe("one");
  rmSync(at("out"), { recursive: true });
  expect([ask(), made]).toEqual([true, 2]);
});

test.each([
  ["a file deep in a folder of sources changed", "data/deep/rules.json"],
  ["a file was added to a folder of sources", "data/new.json"],
  ["the code that makes it changed", "code/make.ts"],
  ["a type changed that its code imports over another file", "code/far.ts"],
])("makes it again when %s", (_, file) => {
  ask();
  text = "two";
  writeFileSync(at(file), "changed");
  expect([ask(), output(), ask()]).toEqual([true, "two", false]);
});

test("makes it again when the file is not the one that was made", () => {
  ask();
  writeFileSync(at("out/made.json"), "by hand");
  expect([ask(), output()]).toEqual([true, "one"]);
});

test("leaves the file with its date where a changed source makes the same bytes", () => {
  ask();
  utimesSync(at("out/made.json"), 1_000, 1_000);
  writeFileSync(at("data/deep/rules.json"), "{ }");
  expect([ask(), made, statSync(at("out/made.json")).mtimeMs]).toEqual([true, 2, 1_000_000]);
});

test("keeps nothing where making fails, so that the next one who asks hears it, too", () => {
  const fails = () =>
    makeOnce({
      output: at("out/made.json"),
      stamp: at("kept/made.hash"),
      sources: [at("data")],
      make: () => {
        throw new Error("rules: not a list");
      },
    });
  expect(fails).toThrow("not a list");
  expect(fails).toThrow("not a list");
  expect(() => output()).toThrow();
});

test("names the import that leads nowhere", () => {
  writeFileSync(at("code/near.ts"), 'import "./gone.ts";\n');
  expect(ask).toThrow("gone.ts");
});
