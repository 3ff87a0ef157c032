/** The list of defences that are taken out once each (`npm run mutations`) keeps up with the code. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { controlRuns, staleMutations } from "../../scripts/dev/check/mutations.ts";
import { MUTATIONS } from "../mutations/list.ts";

test("every mutation's text is in its file exactly once", () => {
  expect(MUTATIONS.length).toBeGreaterThan(100);
  expect(staleMutations(MUTATIONS)).toEqual([]);
});

test("every mutation has a unique name, existing tests and a change", () => {
  const names = MUTATIONS.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(MUTATIONS.filter(({ find, put }) => find === put)).toEqual([]);
  const files = MUTATIONS.flatMap((one) => one.tests);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test("a mutation limited to one test names an existing one", () => {
  const titles = MUTATIONS.flatMap(({ only, tests }) => (only ? [[only, tests] as const] : []));
  const lost = titles.filter(
    ([only, tests]) => !tests.some((file) => readFileSync(file, "utf8").includes(only)),
  );
  expect(lost).toEqual([]);
});

test("the control runs every listed file, and only the named tests of files listed for single tests", () => {
  const of = (name: string, tests: string[], only?: string) => ({
    ...{ name, defence: name, file: "src/domain/vocabulary.ts", find: "a", put: "b", tests },
    ...(only && { only }),
  });
  const list = [
    of("a", ["tests/unit/x.test.ts"]),
    of("b", ["tests/unit/x.test.ts", "tests/unit/y.test.ts"]),
    of("c", ["tests/browser/p.spec.ts"], "first"),
    of("d", ["tests/browser/p.spec.ts"], "second"),
    of("e", ["tests/browser/q.spec.ts"]),
    of("f", ["tests/browser/q.spec.ts"], "third"),
  ];
  expect(controlRuns(list, true)).toEqual([
    { tests: ["tests/unit/x.test.ts", "tests/unit/y.test.ts"], built: true },
    { tests: ["tests/browser/q.spec.ts"], built: true },
    { tests: ["tests/browser/p.spec.ts"], only: ["first", "second"], built: true },
  ]);
  const [first, second] = [MUTATIONS.find(({ only }) => only)!, MUTATIONS.find(({ only }) => !only)!];
  const files = controlRuns([first, second], false).flatMap(({ tests }) => tests);
  expect(files.sort()).toEqual([...first.tests, ...second.tests].sort());
});
