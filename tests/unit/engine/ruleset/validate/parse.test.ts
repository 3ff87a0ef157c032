import { describe, expect, test } from "vitest";
import { parseRuleset, readJson } from "../../../../../src/engine/ruleset/validate/parse.ts";
import { small } from "../small.ts";

/** Any value at a path of a copy, "a.0.b". */
function changed(path: string, value: unknown, base: unknown = small()): unknown {
  const copy = structuredClone(base) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  let at = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
const faults = (json: unknown) => {
  const parsed = parseRuleset(json);
  return parsed.ok
    ? []
    : parsed.errors.map(({ path, code, hint }) => (hint ? [path, code, hint] : [path, code]));
};

test("accepts the small ruleset", () => {
  expect(faults(small())).toEqual([]);
});

describe("rejections with path and reason", () => {
  test.each([
    ["rules.0.titel", { id: "a", en: "b" }, ["rules.0.titel", "unknown-key", "title"]],
    [
      "roster.contests.0.tickets.0.nomber",
      1,
      ["roster.contests.0.tickets.0.nomber", "unknown-key", "number"],
    ],
    ["roster.accounts.0.Handle", "x", ["roster.accounts.0.Handle", "unknown-key", "handle"]],
    ["whatever", 1, ["whatever", "unknown-key"]],
    ["rules.0.title", undefined, ["rules.0.title", "missing"]],
    ["rules.0.title", 7, ["rules.0.title", "type-object"]],
    ["rules.0.triggers.0.strength", "hard", ["rules.0.triggers.0.strength", "choice"]],
    ["rules.0.triggers.0.bases", [], ["rules.0.triggers.0.bases", "too-short"]],
    ["rules.0.triggers.0.bases.0", "nowhere", ["rules.0.triggers.0.bases.0", "no-such"]],
    ["rules.1.id", "R1", ["rules.1.id", "twice"]],
    ["meta.issued", "2026-02-30", ["meta.issued", "day"]],
    ["meta.validUntil", "2020-01-01", undefined],
    ["phases.elections.0.stages.0.until", "2020-01-01", ["phases.elections.0.stages.0", "day-order"]],
    ["roster.contests.0.id", "somewhere/presiden", ["roster.contests.0.id", "contest-id"]],
    ["roster.contests.0.tickets.1.number", 1, ["roster.contests.0.tickets.1.number", "same-number"]],
    ["roster.accounts.0.url", "javascript:alert(1)", ["roster.accounts.0.url", "https"]],
    ["roster.accounts.0.url", "http://example.org/a", ["roster.accounts.0.url", "https"]],
    ["roster.accounts.0.url", "https://user:pw@example.org/", ["roster.accounts.0.url", "https"]],
    ["roster.accounts.0.handle", undefined, ["roster.accounts.0", "no-handle"]],
    ["channels.0.url", "data:text/html,x", ["channels.0.url", "https"]],
    ["meta.publisher", "x".repeat(161), ["meta.publisher", "too-long"]],
    ["meta.publisher", "", ["meta.publisher", "too-short"]],
    ["meta.publisher", "Dinas <b>X</b>", ["meta.publisher", "markup"]],
    ["meta.publisher", "Dinas \u202eX", ["meta.publisher", "hidden"]],
    ["meta.publisher", "Dinas\u200bX", ["meta.publisher", "hidden"]],
    ["meta.publisher", "Dinas\u0000X", ["meta.publisher", "hidden"]],
    ["meta.__proto__", { polluted: 1 }, ["meta.__proto__", "bad-key"]],
    ["roster.constructor", 1, ["roster.constructor", "bad-key"]],
    ["roster.parties.0.prototype", 1, ["roster.parties.0.prototype", "bad-key"]],
    ["sites.x.selectors.post.0", ".css-175oi2r", ["sites.x.selectors.post.0", "selector"]],
    ["sites.x.selectors.<a>", [], ["sites.x.selectors.?a?", "bad-key"]],
    ["sites.friendster", { hosts: [], selectors: {}, labels: {} }, ["sites.friendster", "unknown-key"]],
    ["lexicon.0.weight", Number.NaN, ["lexicon.0.weight", "not-plain"]],
    ["lexicon.0.weight", 2, ["lexicon.0.weight", "too-long"]],
    ["format", 2, ["format", "choice"]],
  ])("%s", (path, value, expected) => {
    const found = faults(changed(path, value));
    if (expected) expect(found).toContainEqual(expected);
    else expect(found).toEqual([]);
  });

  test("rejects names above the limit and accepts names at it", { timeout: 120_000 }, () => {
    const party = (at: number) => ({
      id: `p${at}`,
      name: "Partai",
      short: "P",
      aliases: Array(24).fill("Nama"),
    });
    const account = (at: number) => ({ id: `x:${at}`, site: "x", handle: `h${at}`, kind: "press" });
    const base = small();
    const accounts = Array.from({ length: 100_000 }, (_, at) => account(at));
    const roster = { contests: [], parties: [], accounts };
    const none = { ...base, roster, lexicon: [] };
    expect(faults(none)).toEqual([]);
    expect(faults({ ...none, roster: { ...roster, parties: [party(1)] } })).toEqual([
      ["roster", "too-many-names"],
    ]);
  });

  test("rejects a file that is too big, truncated, too deeply nested or not an object", () => {
    const of = (text: string) => {
      const read = readJson(text);
      const parsed = read.ok ? parseRuleset(read.value) : read;
      return parsed.ok ? [] : parsed.errors.map((error) => error.code);
    };
    const text = JSON.stringify(small());
    expect(of(text)).toEqual([]);
    expect(of(text.slice(0, -20))).toEqual(["not-json"]);
    expect(of(" ".repeat(33 * 1024 * 1024))).toEqual(["too-big"]);
    expect(of(`${"[".repeat(90)}${"]".repeat(90)}`)).toEqual(["too-deep"]);
    for (const json of ["null", "[]", "7", '"x"']) expect(of(json)).toEqual(["type-object"]);
  });

  test("quotes only a little of a hostile file", () => {
    const parsed = parseRuleset(changed("meta.publisher", `<${"x".repeat(100_000)}`));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) for (const error of parsed.errors) expect(JSON.stringify(error).length).toBeLessThan(700);
  });

  test("rejects values that are not JSON: functions, dates, objects with getters", () => {
    expect(faults(changed("meta.publisher", new Date(0)))).toEqual([["meta.publisher", "not-plain"]]);
    expect(faults(changed("meta.publisher", () => 1))).toEqual([["meta.publisher", "not-plain"]]);
    expect(faults(undefined)).toEqual([["", "not-plain"]]);
  });
});
