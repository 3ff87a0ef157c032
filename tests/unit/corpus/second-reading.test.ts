/** Drawing items for a blind second reading, and what its answers say of the corpus. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  agreement,
  blindItem,
  drawItems,
  type Reading,
  type WrittenItem,
} from "../../../scripts/model/second-reading.ts";
import { agreementReport } from "../../../scripts/model/second-reading-report.ts";

const linesOf = <T>(file: string): T[] =>
  readFileSync(`assets/corpus/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
const items = readdirSync("assets/corpus/written")
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => linesOf<WrittenItem>(`written/${name}`));
const answers = linesOf<Reading>("second-reading.jsonl");
const tally = (values: readonly string[], value: string): number =>
  values.filter((one) => one === value).length;

describe("a draw", () => {
  const drawn = drawItems(items, 200, 5);

  it("has as many items as asked, none twice, the same ones for the same seed and others for another", () => {
    const ids = drawn.map(({ id }) => id);
    expect(new Set(ids).size).toBe(200);
    expect(drawItems(items, 200, 5).map(({ id }) => id)).toEqual(ids);
    expect(drawItems(items, 200, 6).filter(({ id }) => ids.includes(id)).length).toBeLessThan(40);
  });

  it.each([
    ["level", ({ level }: WrittenItem) => level],
    ["kind", ({ kind }: WrittenItem) => kind],
    ["language", ({ lang }: WrittenItem) => lang],
    ["rule", ({ rules }: WrittenItem) => rules[0] ?? "none"],
    ["phase", ({ phase }: WrittenItem) => phase],
  ])("has at least three of every %s", (_, of) => {
    const had = drawn.map(of);
    const few = [...new Set(items.map(of))].filter((value) => tally(had, value) < 3);
    expect(few).toEqual([]);
  });

  it("takes thin cells oftener than common ones, by the root of their size", () => {
    const item = (id: number, lang: string): WrittenItem => ({
      id: `${id}`,
      kind: "post",
      platform: "x",
      text: "",
      level: "warn",
      rules: [],
      lang,
      phase: "campaign",
    });
    const many = Array.from({ length: 10_000 }, (_, i) => item(i, i < 100 ? "mak" : "id"));
    // Weights 100/√100 = 10 against 9900/√9900 = 99.5: nine of a hundred, not the one of a draw by row.
    const thin = drawItems(many, 500, 1).filter(({ lang }) => lang === "mak").length;
    expect(thin).toBeGreaterThan(30);
    expect(thin).toBeLessThan(65);
  });
});

it("shows a blind reader the situation and nothing that tells the label", () => {
  const shown = items.map((item, i) => blindItem(item, i, "roster"));
  const keys = new Set(shown.flatMap((one) => Object.keys(one)));
  expect([...keys].sort()).toEqual(
    "author contests imageAlt number page parent phase platform surface text".split(" "),
  );
});

describe("agreement", () => {
  const pairs = (text: string): [string, string][] =>
    text.split(" ").map((pair) => pair.split("") as [string, string]);

  it("is Cohen's kappa: what is beyond chance of what could be", () => {
    // Shares .6 and .4 against .5 and .5: chance .5, agreed .7.
    const { n, agreed, kappa } = agreement(pairs("ww ww ww ww wn wn nn nn nn nw"));
    expect([n, agreed]).toEqual([10, 0.7]);
    expect(kappa).toBeCloseTo(0.4, 10);
  });

  it("is nothing where labels agree no oftener than by chance, below it where they shun each other", () => {
    expect(agreement(pairs("ww wn nw nn")).kappa).toBe(0);
    expect(agreement(pairs("wn nw")).kappa).toBe(-1);
  });

  it("is whole where both always say the same", () => {
    expect(agreement(pairs("ww nn cc")).kappa).toBe(1);
    expect(agreement(pairs("ww ww")).kappa).toBe(1);
  });
});

describe("the answers kept", () => {
  it("are of items that exist, each once, with a level and a reason", () => {
    const ids = new Set(items.map(({ id }) => id));
    expect(answers.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
    const levels = ["warn", "notice", "clear"];
    expect(
      answers.filter(
        ({ level, was, reason }) => !levels.includes(level) || !levels.includes(was) || reason.length < 3,
      ),
    ).toEqual([]);
  });

  it("agree with the corpus as it was read, in the round after the guide was written, by kappa .85", () => {
    const second = answers.filter(({ round }) => round === 2);
    expect(second.length).toBe(200);
    expect(agreement(second.map(({ was, level }) => [was, level])).kappa).toBeGreaterThanOrEqual(0.85);
  });

  it("are told round by round, with what was corrected since", () => {
    const report = agreementReport(items, answers);
    expect(report).toContain("## Round 2");
    expect(report).toMatch(/\| writer not sure \| \d+ \|/);
    const [first] = answers;
    const changed = items.map((item) => (item.id === first!.id ? { ...item, level: "none" } : item));
    expect(agreementReport(changed, [first!])).toContain("1 of 1 have another level today");
    expect(() => agreementReport([], answers)).toThrow(`${first!.id}: no such item`);
  });
});
