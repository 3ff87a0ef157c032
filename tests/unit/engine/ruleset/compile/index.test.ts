import { describe, expect, it } from "vitest";
import { createAssessor } from "../../../../../src/engine/detection/assess.ts";
import { isStageRunning, plainName, ticketName } from "../../../../../src/engine/ruleset/compile/engine.ts";
import {
  compileRuleset,
  loadCompiled,
  packCompiled,
} from "../../../../../src/engine/ruleset/compile/index.ts";
import { accountsOfSite, lawOf } from "../../../../../src/engine/ruleset/compile/pack.ts";
import { packTickets, unpackTickets } from "../../../../../src/engine/ruleset/compile/tickets.ts";
import { generateRuleset } from "../../../../bench/generated.ts";
import { engine, ruleset } from "../../detection/fixture.ts";

const compiled = compileRuleset(ruleset());
const packed = packCompiled(compiled);
const context = { date: "2031-05-01" };

describe("compile", () => {
  it("compiles to plain JSON that loads to the same engine", () => {
    const back = JSON.parse(JSON.stringify(compiled)) as unknown;
    expect(back).toEqual(compiled);
    expect(loadCompiled(JSON.parse(JSON.stringify(packed)))).toEqual(loadCompiled(compiled));
    const text = "ayo coblos nomor 1 Suwardana Marsinta";
    const one = createAssessor(loadCompiled(compiled))({ site: "x", kind: "post", text }, context);
    const other = createAssessor(loadCompiled(back))({ site: "x", kind: "post", text }, context);
    expect(other).toEqual(one);
    expect(one.level).toBe("warn");
  });

  it("leaves roster, lexicon and word list out of the law and everything else in", () => {
    const { roster, lexicon, ordinary, ...law } = ruleset();
    expect(compiled.law).toEqual(law);
    expect([roster.contests.length, lexicon.length > 0, ordinary.length > 0]).toEqual([1, true, true]);
  });

  it("keeps tickets with ids, numbers and names", () => {
    expect(engine().tickets.map((row) => row.slice(0, 3))).toEqual([
      ["pilkada-2030/9901/1", 1, 0],
      ["pilkada-2030/9901/2", 2, 0],
    ]);
    expect(ticketName(engine(), 0)).toBe("Suwardana Kelanajaya – Marsinta Ompusunggu");
  });

  it("packs tickets with usual and unusual ids", () => {
    const contests = [
      ["a/1", "a", "regent", "", "A", "A"],
      ["a/2", "a", "regent", "", "B", "B"],
    ] as const;
    const rows = [
      ["a/1/01", 1, 0, "Satu", "Dua"],
      ["lain", 2, 0, "Tiga"],
      ["a/2/01", 1, 1, "Empat|Lima;Enam"],
    ] as const;
    expect(unpackTickets(packTickets(rows, contests), contests)).toEqual([
      ["a/1/01", 1, 0, "Satu", "Dua"],
      ["lain", 2, 0, "Tiga"],
      ["a/2/01", 1, 1, "Empat Lima Enam"],
    ]);
  });

  it.each([
    ["no object", null, /not an object/],
    ["a text", "garbage", /not an object/],
    ["no law", { ...compiled, law: undefined }, /"law" is missing/],
    ["packed parts that are none", { ...packed, packed: 7 }, /"packed" is not an object/],
    [
      "a part that is not packed",
      { ...packed, packed: { ...packed.packed, law: {} } },
      /"law" is not a text/,
    ],
    [
      "a part cut off",
      { ...packed, packed: { ...packed.packed, law: packed.packed.law.slice(1) } },
      /length/,
    ],
    ["another format", { ...compiled, compiled: 99 }, /format 99/],
    ["no tickets", { ...compiled, tickets: undefined }, /tickets/],
    ["no matcher", { ...compiled, matcher: undefined }, /matcher/],
    ["no words beside", { ...compiled, beside: undefined }, /"beside" is missing/],
    ["damaged patterns", { ...compiled, matcher: { ...compiled.matcher, patterns: "AAAA" } }, /damaged/],
  ])("refuses %s with its own words", (_, json, message) => {
    expect(() => loadCompiled(json)).toThrow(message);
  });

  it("unpacks tickets on demand and rejects one without a contest", () => {
    expect(() => loadCompiled({ ...compiled, tickets: "|1|7|Satu" }).tickets).toThrow(/no contest/);
  });

  it("parses the accounts of one site in order, and all of them on demand", () => {
    const account = (site: string, name: string) => ({ id: `${site}:${name}`, site, name, kind: "team" });
    const accounts = [
      account("x", "a"),
      account("facebook", 'b "site":"x"\nc'),
      account("x", "d"),
    ] as never as typeof compiled.accounts;
    const stored = packCompiled({ ...compiled, accounts });
    for (const form of [stored, { ...compiled, accounts }]) {
      expect(accountsOfSite(form, "x").map(({ name }) => name)).toEqual(["a", "d"]);
      expect(accountsOfSite(form, "reddit")).toEqual([]);
      expect(loadCompiled(form).accounts.all).toEqual(accounts);
      expect(loadCompiled(form).accounts.find("facebook", { name: accounts[1]!.name })).toEqual(accounts[1]);
    }
  });

  it("returns the stored law without loading the rest", () => {
    expect(lawOf(packed)).toEqual(compiled.law);
    expect(lawOf(compiled)).toEqual(compiled.law);
    expect(lawOf({ ...packed, packed: { ...packed.packed, law: "{" } })).toBeUndefined();
    expect(lawOf("garbage")).toBeUndefined();
  });

  it("holds a large roster below 5 MB in the form that storage keeps", () => {
    const many = packCompiled(compileRuleset(generateRuleset(ruleset(), 20_000)));
    expect(JSON.stringify(many).length).toBeLessThan(1_100_000);
  });
});

describe("names and days", () => {
  it.each([
    ["Dr. H. BUSTAMI HAMZAH, S.E., M.Si.", "Bustami Hamzah"],
    ["I WAYAN SUDARGANA", "I Wayan Sudargana"],
    ["Tgk. H. M. FADHIL", "M. Fadhil"],
    ["Airin Rachmi Diany", "Airin Rachmi Diany"],
  ])("shows %j as %j", (official, shown) => {
    expect(plainName(official)).toBe(shown);
  });

  it("runs a stage only for its own election and days", () => {
    const { law } = compiled;
    expect(isStageRunning(law, "pilkada-2030/9901", "pilkada-2030", "2030-10-01")).toBe(true);
    expect(isStageRunning(law, "pilkada-2030/9901", "pilkada-2030", "2030-11-21")).toBe(false);
    expect(isStageRunning(law, undefined, undefined, "2030-10-01")).toBe(false);
    expect(isStageRunning(law, undefined, undefined, "2030-02-01")).toBe(true);
  });
});
