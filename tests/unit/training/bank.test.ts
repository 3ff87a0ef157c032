/** The cases to practise with are right by schema, law and words, and a broken one is found. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFiles, readFiles } from "../../../scripts/training/bank.ts";
import { coverageTable, shortfalls } from "../../../scripts/training/coverage.ts";
import { caseFaults } from "../../../scripts/training/faults.ts";
import { localDay } from "../../../src/domain/day.ts";
import type { TrainingCase } from "../../../src/domain/training-schema.ts";
import type { Ruleset } from "../../../src/engine/ruleset/schema/index.ts";

const ruleset = JSON.parse(readFileSync("public/rulesets/bundled.json", "utf8")) as Ruleset;
const files = readFiles();
const { cases, faults } = parseFiles(files);
const today = localDay(new Date());

/** A case of the bank with this answer, changed. */
function broken(answer: string, change: (one: TrainingCase) => Partial<TrainingCase>): string[] {
  const one = cases.find(
    (some) => some.answer === answer && some.strength !== "disputed" && some.status === "PNS" && !some.spouse,
  )!;
  return caseFaults([{ ...one, ...change(one) }], ruleset, today).map((fault) =>
    fault.replace(`${one.id}: `, ""),
  );
}

describe("the bank of cases", () => {
  it("has no fault by the law of today", () => {
    expect(faults).toEqual([]);
    expect(caseFaults(cases, ruleset, today)).toEqual([]);
  });

  it("has all rules, phases, networks, statuses and spouses, and enough answers of each kind", () => {
    expect(shortfalls(cases, ruleset)).toEqual([]);
  });

  it("warns of every ballot number alike", () => {
    const warned = cases.filter(({ answer }) => answer !== "fine");
    const of = (number: number) =>
      warned.filter(({ scene, act }) =>
        new RegExp(`nomor ${number}`, "i").test(JSON.stringify([scene, act.id])),
      ).length;
    const counts = [of(1), of(2), of(3)];
    expect(Math.min(...counts)).toBeGreaterThan(15);
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.3);
  });

  it("is counted whole by the table of rule, phase, network, status and answer", () => {
    const rows = coverageTable(cases).split("| rule | phase | network | status | answer | cases |")[1]!;
    const counts = [...rows.matchAll(/\| (\d+) \|$/gm)].map(([, n]) => Number(n));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(cases.length);
  });
});

describe("what the bank lacks", () => {
  it.each([
    ["a rule", cases.filter(({ rule }) => rule !== "R8"), "rule R8: 0 of at least 3"],
    ["a phase", cases.filter(({ phase }) => phase !== "sengketa-psu"), "phase sengketa-psu: 0 of at least 3"],
    ["a network", cases.filter(({ site }) => site !== "bluesky"), "network bluesky: 0 of at least 3"],
    ["a status", cases.filter(({ status }) => status !== "PPNPN"), "status PPNPN: 0 of at least 3"],
    ["spouses", cases.filter(({ spouse }) => !spouse), "spouses: 0 of at least 3"],
    [
      "disputed answers",
      cases.filter(({ strength }) => strength !== "disputed"),
      "disputed: 0 of at least 25",
    ],
    [
      "the answer that it is fine",
      cases.filter(({ answer }) => answer !== "fine"),
      "answer fine: 0 of at least 50",
    ],
    [
      "a kind of scene",
      cases.filter(({ scene }) => scene.kind !== "vehicle"),
      "kinds of scene: 11 of at least 12",
    ],
    ["cases", cases.slice(0, 100), "cases: 100 of at least 160"],
  ])("is named where it is %s", (_, rest, lack) => {
    expect(shortfalls(rest, ruleset)).toContain(lack);
  });
});

describe("a case", () => {
  it("is refused where a basis is superseded, unknown, of another status or of another standing", () => {
    expect(broken("no", ({ bases }) => ({ bases: [...bases, "uu5-9-2"] }))).toEqual([
      `uu5-9-2 is not in force on ${today}`,
    ]);
    expect(broken("no", ({ bases }) => ({ bases: [...bases, "uu99-1"] }))).toEqual(["no basis uu99-1"]);
    expect(broken("no", ({ bases }) => ({ bases: [...bases, "pp49-52-3"] }))).toEqual([
      "pp49-52-3 does not bind PNS",
    ]);
    expect(broken("no", ({ bases }) => ({ bases: [...bases, "skb22-etik-4"], phase: "kampanye" }))).toEqual([
      "skb22-etik-4 speaks of bakal-calon, in this phase it is calon",
    ]);
  });

  it("is refused on the day on which its basis has lapsed, and before it came into force", () => {
    const lapsed = structuredClone(ruleset) as { -readonly [Key in keyof Ruleset]: Ruleset[Key] };
    lapsed.instruments = lapsed.instruments.map((one) =>
      one.id === "skb-2022" ? { ...one, validUntil: "2026-12-31" } : one,
    );
    expect(caseFaults(cases, lapsed, "2026-12-31")).toEqual([]);
    const after = caseFaults(cases, lapsed, "2027-01-01");
    expect(after.length).toBeGreaterThan(50);
    expect(after.every((fault) => fault.endsWith("is not in force on 2027-01-01"))).toBe(true);
    expect(caseFaults(cases, ruleset, "2022-09-21").join()).toContain("skb22-disiplin-6 is not in force");
  });

  it("is refused where answer, strength and what decides do not go together", () => {
    expect(broken("no", () => ({ strength: "advice" }))).toEqual(["“no” by a advice basis"]);
    expect(broken("better-not", () => ({ strength: "firm" }))[0]).toBe("“better-not” by a firm basis");
    expect(broken("fine", () => ({ strength: "disputed" }))).toContain("disputed, and yet “fine”");
    expect(broken("no", () => ({ rule: "R1", bases: ["tj-1"] }))).toContain(
      "firm, but what decides is advice",
    );
    expect(broken("no", () => ({ rule: "R8", bases: ["skb22-disiplin-6"], phase: "kampanye" }))).toEqual([
      "skb22-disiplin-6 decides, but does not back R8",
    ]);
  });

  it("is refused where rule, phase, status and spouse are not those of the ruleset", () => {
    expect(broken("no", () => ({ rule: "R9" }))).toContain("no rule R9");
    expect(broken("no", () => ({ phase: "musim-hujan" }))).toContain("no phase musim-hujan");
    expect(broken("no", () => ({ spouse: true }))[0]).toMatch(/^R\d and “spouse” do not go together$/);
    expect(broken("no", () => ({ status: "PPPK" }))).toContain(
      "names no basis through which the rule binds PPPK",
    );
  });

  it("is refused where its words accuse, threaten, are not two sentences, or hide a dispute", () => {
    const reason = (id: string, en: string) => broken("no", () => ({ reason: { id, en } }));
    const en = "The decree names this. It may be judged a breach.";
    expect(reason("SKB menyebutnya. Ini dapat dinilai melanggar.", en)).toEqual([]);
    expect(reason("Anda melanggar SKB. Ini dapat dinilai melanggar.", en)).toEqual([
      "“Anda melanggar” in id",
    ]);
    expect(reason("Ini bisa dipidana. Ini dapat dinilai melanggar.", en)).toEqual(["“dipidana” in id"]);
    expect(reason("Ini dapat dinilai melanggar.", en)).toEqual(["the reason in id has 1 sentences"]);
    expect(reason("SKB menyebutnya. Jangan lakukan.", en)).toEqual([
      "the answer is no, its reason in id does not say that it may be judged a breach",
    ]);
    expect(broken("better-not", ({ reason }) => ({ strength: "disputed", reason }))).toContain(
      "disputed, and the reason in en does not say so",
    );
  });

  it("is refused without a translation, under another's id, and with a real party or candidate", () => {
    const [act] = broken("no", ({ act }) => ({ act: { id: act.id } }));
    expect(act).toMatch(/^“.*” is missing in en$/);
    const [one] = cases;
    expect(caseFaults([one!, one!], ruleset, today)).toEqual([`${one!.id}: the id is taken`]);
    const party = ruleset.roster.parties[0]!;
    const plain = ruleset.roster.contests
      .flatMap(({ tickets }) => tickets.map(({ candidates }) => candidates[0]!.name))
      .find((name) => /^\p{L}+ \p{L}+$/u.test(name))!;
    const named = (text: string) => broken("no", () => ({ act: { id: text, en: "You like it." } }));
    expect(named(`Anda menyukai ${party.name}.`)).toEqual([`names ${party.name.toLowerCase()}, who is real`]);
    expect(named(`Anda menyukai ${party.short}.`)).toEqual([`names ${party.short}, who is real`]);
    expect(named(`Anda menyukai ${plain}.`)).toEqual([`names ${plain.toLowerCase()}, who is real`]);
  });
});

describe("a file of cases", () => {
  const [first] = files;
  const [one] = first!.content as TrainingCase[];
  const parse = (change: object, name = first!.name) =>
    parseFiles([{ name, content: [{ ...one!, ...change }] }]).faults.join();

  it("control: is read as it stands", () => {
    expect(parse({})).toBe("");
  });

  it.each([
    ["a text beyond the limit", { act: { id: "a".repeat(121), en: "You like it." } }],
    ["an unknown key", { score: 1 }],
    ["an unknown network", { site: "friendster" }],
    ["an unknown scene", { scene: { kind: "dream", text: { id: "a", en: "b" } } }],
    ["markup", { act: { id: "Anda <b>menyukai</b> ini.", en: "You like it." } }],
    ["a hidden character", { act: { id: "Anda\u200b menyukai ini.", en: "You like it." } }],
    ["no basis", { bases: [] }],
  ])("is refused with %s", (_, change) => {
    expect(parse(change)).not.toBe("");
  });

  it("is refused with a scene or an id of another file", () => {
    expect(parse({}, "office")).toContain("in office.json");
    expect(parse({ id: "post-x", scene: one!.scene })).toContain("the id begins with another kind");
  });
});
