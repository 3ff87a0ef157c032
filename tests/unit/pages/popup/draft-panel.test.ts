import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../../../src/domain/assessment.ts";
import { createAssessor } from "../../../../src/engine/detection/assess.ts";
import { compileRuleset } from "../../../../src/engine/ruleset/compile/index.ts";
import { loadCompiled } from "../../../../src/engine/ruleset/compile/load.ts";
import { stagesFor } from "../../../../src/engine/ruleset/law/stages.ts";
import type { Ruleset } from "../../../../src/engine/ruleset/schema/index.ts";
import { parseRuleset } from "../../../../src/engine/ruleset/validate/parse.ts";
import { basisOf } from "../../../../src/pages/popup/basis.ts";
import { highlight } from "../../../../src/pages/popup/draft-panel.tsx";
import { neutralWording } from "../../../../src/pages/popup/neutral-wording.ts";

let ruleset: Ruleset;
let check: (text: string) => Assessment;

beforeAll(() => {
  const read = parseRuleset(JSON.parse(readFileSync("public/rulesets/bundled.json", "utf8")));
  if (!read.ok) throw new Error("the bundle is refused");
  ruleset = read.ruleset;
  const model = JSON.parse(readFileSync("assets/model/text-model.json", "utf8"));
  const assess = createAssessor(loadCompiled(compileRuleset(ruleset, { model })));
  check = (text) => assess({ site: "unknown", kind: "composer", text }, { date: "2024-11-01" });
});

describe("neutral wording", () => {
  const offered = (text: string) => neutralWording(text, check(text), check);

  it("leaves the call to vote out if the rest is neutral", () => {
    const text = "Rapat RT jam sembilan di balai desa, jangan terlambat. Ayo coblos nomor 2!";
    expect(check(text).level).not.toBe("clear");
    expect(offered(text)).toBe("Rapat RT jam sembilan di balai desa, jangan terlambat.");
  });

  it("offers nothing if too little is left or the rest is still campaigning", () => {
    expect(offered("Ayo coblos nomor 2!")).toBeUndefined();
    expect(offered("Ayo coblos nomor 2! Terima kasih.")).toBeUndefined();
    const both = "Coblos nomor 2 ya. Kami relawan Paslon 02 siap memenangkan Paslon 02 di TPS!";
    expect(offered(both)).toBeUndefined();
  });

  it("offers only texts that are clear by the same rules", () => {
    const texts = [
      "Rapat jam sembilan di balai desa.",
      "Coblos nomor 1!",
      "Pilih paslon 02!",
      "Hidup nomor urut 3!",
    ];
    for (const a of texts)
      for (const b of texts) {
        const neutral = offered(`${a} ${b}`);
        if (neutral !== undefined) expect(check(neutral).level).toBe("clear");
      }
  });
});

it("highlights marks at their offsets, overlapping or not", () => {
  const pieces = highlight("coblos nomor 2 ya", [
    [7, 14],
    [0, 6],
    [2, 9],
  ]);
  const words = pieces.map((p) =>
    typeof p === "string" ? p : `[${(p as { props: { children: string } }).props.children}]`,
  );
  expect(words.join("")).toBe("[coblos][ no][mor 2] ya".replace("[ no]", "[ no]"));
});

describe("the basis of each of the eight rules", () => {
  const stages = (date: string) => stagesFor(ruleset, ruleset.roster.contests, date, "32");

  it.each(["PNS", "PPPK"] as const)("names articles, strength and phase of each rule for a %s", (status) => {
    for (const rule of ruleset.rules.filter((one) => one.number !== undefined)) {
      const basis = basisOf(ruleset, rule, status, "2024-11-01", stages("2024-11-01"))!;
      expect([rule.id, basis.bases.length > 0]).toEqual([rule.id, true]);
      for (const one of basis.bases) {
        expect(one.article).toBeTruthy();
        for (const { strength, actions } of one.deeds) {
          expect(["firm", "disputed", "advice"]).toContain(strength);
          expect(actions.length).toBeGreaterThan(0);
        }
        if (one.since) expect(one.since <= "2024-11-01").toBe(true);
      }
      expect(basis.outcomes.map(({ stage }) => stage?.phase.id)).toEqual(["kampanye"]);
    }
  });

  it("calls no advice of 2018 or 2023 a firm basis, whatever else the deed rests on", () => {
    const advice = new Set(
      ruleset.instruments.filter(({ status }) => status === "advice").map(({ title }) => title.id),
    );
    let seen = 0;
    for (const rule of ruleset.rules)
      for (const one of basisOf(ruleset, rule, "PNS", "2026-11-29", [])?.bases ?? [])
        if (advice.has(one.instrument.id)) {
          seen++;
          expect(one.deeds.map(({ strength }) => strength)).not.toContain("firm");
        }
    expect(seen).toBeGreaterThan(8);
  });

  it("gives the sanction of each stage that runs, and of none where none runs", () => {
    const rule = ruleset.rules.find((one) => one.id === "R1")!;
    const outcomes = (date: string) =>
      basisOf(ruleset, rule, "PNS", date, stages(date))!.outcomes.map(
        ({ stage, sanction }) => `${stage?.phase.id}: ${sanction?.id.slice(0, 9)}`,
      );
    expect(outcomes("2024-11-01")[0]).toMatch(/^kampanye: /);
    expect(outcomes("2024-11-01")).not.toEqual(outcomes("2026-11-29"));
    expect(outcomes("2026-11-29")[0]).toMatch(/^undefined: /);
  });

  it("names nothing that was not yet in force on that day", () => {
    const rule = ruleset.rules.find((one) => one.id === "R1")!;
    const names = (date: string) =>
      basisOf(ruleset, rule, "PNS", date, [])
        ?.bases.map((b) => b.instrument.id)
        .join() ?? "";
    expect(names("2026-11-21")).not.toBe(names("2020-01-01"));
  });
});
