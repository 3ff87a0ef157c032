import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OUTSIDE } from "../../../../src/engine/ruleset/law/phase.ts";
import { parseRuleset } from "../../../../src/engine/ruleset/validate/parse.ts";
import { projectFiles, withoutComments } from "../../lib/source.ts";

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

/** Where an id is put together: what stands before "+", a template's ${…} or a call that joins, and so may begin one. */
const BEGINNING = [
  /"([^"\\\n]*)"\s*\+/g,
  /`([^`$]*)\$\{/g,
  /"([^"\\\n]*)"\s*\.concat\(/g,
  /\[\s*"([^"\\\n]*)",[^\]\n]*\]\s*\.join\(\s*""\s*\)/g,
];
const RULE_LETTERS = new Set(RULE_IDS.map((id) => id.replace(/\d+$/, "")));
/** A rule's letter begins one of its ids, words up to a joint ("skb22-", "pilkada-2024/") one of the others. */
const isBeginning = (piece: string): boolean =>
  RULE_LETTERS.has(piece) || (/\w[-/:]$/.test(piece) && [...OTHER_IDS].some((id) => id.startsWith(piece)));

/** Beginnings of ids that this code puts together. */
const built = (bare: string): string[] =>
  BEGINNING.flatMap((way) => [...bare.matchAll(way)].map((found) => found[1]!)).filter(isBeginning);

/** Ids of the ruleset that this code names outside comments. */
function named(code: string): string[] {
  const bare = withoutComments(code);
  /* A sentence may speak of a rule; a list of ids is none. */
  const unspoken = bare.replace(LITERAL, (token) =>
    /^"[^"]* [^"]*[a-z]{2}[^"]*"$/.test(token) ? '""' : token,
  );
  const words = RULE_IDS.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(unspoken));
  const literals = [...bare.matchAll(LITERAL)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
  return [...words, ...literals.filter((literal) => OTHER_IDS.has(literal)), ...built(bare)];
}

/* What makes the bundled ruleset, or adds a roster file to it, names its own contests, parties and phases. */
const MAKERS = ["scripts/ruleset/", "scripts/model/roster-file.ts"];

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
    for (const code of [
      '"R" + n',
      `\`R\${n}\``,
      `\`\${[1, 2].map((n) => \`R\${n}\`)}\``,
      '"R".concat(n)',
      '["R", n].join("")',
    ])
      expect(named(code), code).toEqual(["R"]);
    expect(named('"skb22-etik-" + n')).toEqual(["skb22-etik-"]);
    expect(named(`\`pilkada-2024/\${region}\``)).toEqual(["pilkada-2024/"]);
    expect(named(`"A" + n; \`\${n} R\`; \`data-\${name}\`; "R" === letter`)).toEqual([]);
    expect(named('describe("R1 to R8, or an agency\'s own")')).toEqual([]);
    expect(named('/** R6, "R7" */ // R8\nconst at = "https://example.org/";')).toEqual([]);
  });

  it("are named by the ruleset alone", () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => named(readFileSync(file, "utf8")).map((id) => `${file}: ${id}`));
    expect(found).toEqual([]);
  });
});
