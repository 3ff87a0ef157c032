import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseRuleset } from "../../../src/ruleset/parse.ts";
import { OUTSIDE } from "../../../src/ruleset/phase.ts";
import { projectFiles, withoutComments } from "../lib/source.ts";

/**
 * What the law says is data: a layer may replace any rule, basis or phase by one with an id of its own, so code that
 * names such an id falls silent then.
 */

const parsed = parseRuleset(JSON.parse(readFileSync("public/rulesets/bundled.json", "utf8")));
if (!parsed.ok) throw new Error("the bundle is refused");
const { rules, instruments, bases, sanctions, phases, roster } = parsed.ruleset;
const RULE_IDS = rules.map((rule) => rule.id);
const OTHER_IDS = new Set(
  [
    instruments,
    bases,
    sanctions,
    phases.kinds,
    phases.elections,
    roster.contests,
    roster.parties,
    roster.accounts,
  ].flatMap((list) => list.map((one) => one.id)),
);
/** The one id that code and data share: the phase that holds where no stage does, made up where a layer lacks it. */
OTHER_IDS.delete(OUTSIDE);

const LITERAL = /"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|(?<=[{,]\s*)([\w$]+)(?=:)/g;

/** Ids of the ruleset that this code names outside comments. */
function named(code: string): string[] {
  const bare = withoutComments(code);
  /* A sentence may speak of a rule; a list of ids is none. */
  const unspoken = bare.replace(LITERAL, (token) =>
    /^"[^"]* [^"]*[a-z]{2}[^"]*"$/.test(token) ? '""' : token,
  );
  const words = RULE_IDS.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(unspoken));
  const literals = [...bare.matchAll(LITERAL)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
  return [...words, ...literals.filter((literal) => OTHER_IDS.has(literal))];
}

/* What makes the bundled ruleset, or adds a roster file to it, names its own contests, parties and phases. */
const MAKERS = ["scripts/ruleset/", "scripts/detect/roster-file.ts"];

const files = projectFiles().filter(
  (file) =>
    /^(?:src|entrypoints|scripts)\/.*\.tsx?$/.test(file) && !MAKERS.some((maker) => file.startsWith(maker)),
);

describe("ids of the ruleset in code", () => {
  it("knows them, in strings, keys and bare words, and leaves comments alone", () => {
    expect(RULE_IDS.length).toBeGreaterThan(9);
    expect(OTHER_IDS.size).toBeGreaterThan(1_000);
    const [basis] = bases;
    expect(named('ids.push("R8");')).toEqual(["R8"]);
    expect(named('const TOPICS = {\n  R4: "attribute",\n};')).toEqual(["R4"]);
    expect(named("rules.X1.holds")).toEqual(["X1"]);
    expect(named(`if (id === "${basis!.id}") return;`)).toEqual([basis!.id]);
    expect(named('const ids = "R1 R2".split(" ");')).toEqual(["R1", "R2"]);
    expect(named('describe("R1 to R8, or an agency\'s own")')).toEqual([]);
    expect(named('/** R6, "R7" */ // R8\nconst at = "https://example.org/";')).toEqual([]);
  });

  it("are named by the ruleset alone", () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => named(readFileSync(file, "utf8")).map((id) => `${file}: ${id}`));
    expect(found).toEqual([]);
  });
});
