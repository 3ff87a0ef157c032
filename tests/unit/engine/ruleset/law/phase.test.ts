import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phaseOf } from "../../../../../src/engine/ruleset/law/phase.ts";
import { bundled } from "../bundled.ts";

const ruleset = bundled();
const phase = (date: string, contest?: string) => phaseOf(ruleset, date, contest).id;
const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe("phases", () => {
  test("today is outside the stages for everybody", () => {
    expect(phase("2026-11-21")).toBe("di-luar-tahapan");
    for (const contest of ruleset.roster.contests)
      expect(phase("2026-11-21", contest.id)).toBe("di-luar-tahapan");
    expect(phaseOf(ruleset, "2026-11-21").running).toBe(false);
  });

  test.each([
    ["2024-08-26", "di-luar-tahapan"],
    ["2024-08-27", "pra-penetapan"],
    ["2024-09-21", "pra-penetapan"],
    ["2024-09-22", "penetapan-ke-kampanye"],
    ["2024-09-24", "penetapan-ke-kampanye"],
    ["2024-09-25", "kampanye"],
    ["2024-11-23", "kampanye"],
    ["2024-11-24", "masa-tenang"],
    ["2024-11-26", "masa-tenang"],
    ["2024-11-27", "pungut-hitung"],
    ["2024-12-16", "pungut-hitung"],
    ["2024-12-17", "pasca"],
    ["2025-11-26", "pasca"],
    ["2025-11-27", "di-luar-tahapan"],
  ])("Pilkada 2024 on %s: %s", (date, expected) => {
    expect(phase(date, "pilkada-2024/3204")).toBe(expected);
  });

  test.each([
    ["2023-11-27", "di-luar-tahapan"],
    ["2023-11-28", "kampanye"],
    ["2024-02-10", "kampanye"],
    ["2024-02-11", "masa-tenang"],
    ["2024-02-14", "pungut-hitung"],
    ["2024-02-15", "pasca"],
    ["2024-10-10", "pasca"],
  ])("parties follow the national election: %s %s", (date, expected) => {
    expect(phase(date)).toBe(expected);
  });

  test("a re-vote runs only where it is held", () => {
    expect(phase("2025-05-24", "pilkada-2024/7373")).toBe("sengketa-psu");
    expect(phase("2025-05-25", "pilkada-2024/7373")).toBe("pasca");
    expect(phase("2025-08-06", "pilkada-2024/91")).toBe("sengketa-psu");
    expect(phase("2025-05-24", "pilkada-2024/3204")).toBe("pasca");
    expect(phase("2025-08-01", "pilkada-ulang-2025/1901")).toBe("penetapan-ke-kampanye");
    expect(phase("2025-08-01", "pilkada-2024/1901")).toBe("pasca");
  });

  test("a contest nobody knows has no stage; one election's id is not the beginning of another's", () => {
    expect(phase("2024-10-10", "antah-berantah/1")).toBe("di-luar-tahapan");
    expect(phase("2024-10-10", "pilkada-20244/1")).toBe("di-luar-tahapan");
  });

  test("stages of one election leave no gap and do not overlap, except where they name contests", () => {
    for (const election of ruleset.phases.elections) {
      const general = election.stages.filter((stage) => !stage.contests);
      general.forEach((stage, at) => {
        const next = general[at + 1];
        if (next) expect(next.from, `${election.id} ${stage.phase}`).toBe(dayAfter(stage.until));
      });
    }
  });

  test("over every day of the calendar the phase is the one of the stage that holds, else outside", () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => dayAfter("2023-06-01", n));
    fc.assert(
      fc.property(days, fc.constantFrom(...ruleset.roster.contests.map((c) => c.id)), (date, contest) => {
        const election = ruleset.phases.elections.find((one) => contest.startsWith(`${one.id}/`))!;
        const holding = election.stages.filter(
          (s) => s.from <= date && date <= s.until && (!s.contests || s.contests.includes(contest)),
        );
        const got = phase(date, contest);
        if (holding.length === 0) expect(got).toBe("di-luar-tahapan");
        else expect(holding.map((s) => s.phase)).toContain(got);
      }),
    );
  });

  test("a ruleset without any phase still answers", () => {
    const empty = { phases: { kinds: [], elections: [] } };
    expect(phaseOf(empty, "2026-11-21").id).toBe("di-luar-tahapan");
  });
});
