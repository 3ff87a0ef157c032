/** The list of defences that are taken out once each (`npm run mutations`) keeps up with the code. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stale } from "../../scripts/check/mutations.ts";
import { MUTATIONS } from "../mutations/list.ts";

test("every defence on the list stands in its file exactly once", () => {
  expect(MUTATIONS.length).toBeGreaterThan(100);
  expect(stale(MUTATIONS)).toEqual([]);
});

test("has a name of its own, tests that exist, and something taken out", () => {
  const names = MUTATIONS.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(MUTATIONS.filter(({ find, put }) => find === put)).toEqual([]);
  const files = MUTATIONS.flatMap((one) => one.tests);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test("one that is to be found by a single test names one", () => {
  const titles = MUTATIONS.flatMap(({ only, tests }) => (only ? [[only, tests] as const] : []));
  const lost = titles.filter(
    ([only, tests]) => !tests.some((file) => readFileSync(file, "utf8").includes(only)),
  );
  expect(lost).toEqual([]);
});
