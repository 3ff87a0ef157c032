/** CONTRIBUTING.md says what each npm script is for. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("CONTRIBUTING.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("every npm script is named in the table of commands", () => {
  const rows = page.split("\n").filter((line) => /^\| `npm (?:run|test)/.test(line));
  const named = rows.flatMap((row) =>
    [...row.split("|")[1]!.matchAll(/`npm (?:run (?:-s )?)?([\w:-]+)/g)].map(([, name]) => name!),
  );
  expect(new Set(named).size).toBe(named.length);
  expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

test("it names a single test that can be run as it stands there", () => {
  const command = /`npx vitest run --project pure --project unit (\S+) -t "([^"]+)"`/.exec(page)!;
  expect(readFileSync(command[1]!, "utf8")).toContain(command[2]);
});
