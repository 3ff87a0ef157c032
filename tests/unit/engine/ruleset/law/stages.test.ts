import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarContest, stagesFor } from "../../../../../src/engine/ruleset/law/stages.ts";
import type { RuleBook } from "../../../../../src/engine/ruleset/schema/index.ts";

const name = (id: string) => ({ id, en: id });
const kind = (id: string, running: boolean) => ({
  id,
  name: name(id),
  explanation: name(id),
  running,
  object: "calon" as const,
});
const phases: RuleBook["phases"] = {
  kinds: [kind("di-luar-tahapan", false), kind("kampanye", true), kind("ulang", true), kind("pasca", false)],
  elections: [
    {
      id: "pilkada",
      name: name("Pilkada"),
      scope: "regional",
      stages: [
        { phase: "kampanye", from: "2026-11-01", until: "2026-12-20" },
        { phase: "ulang", from: "2026-11-10", until: "2026-11-30", contests: ["pilkada/3204"] },
        { phase: "pasca", from: "2026-12-21", until: "2027-12-20" },
      ],
      sources: [],
    },
    {
      id: "pemilu",
      name: name("Pemilu"),
      scope: "national",
      stages: [{ phase: "kampanye", from: "2027-01-10", until: "2027-02-10" }],
      sources: [],
    },
  ],
};
const contests: readonly CalendarContest[] = [
  { id: "pemilu/presiden", name: name("Presiden") },
  { id: "pilkada/32", region: "32", name: name("Gubernur Jawa Barat") },
  { id: "pilkada/3204", region: "3204", name: name("Bupati Bandung") },
  { id: "pilkada/33", region: "33", name: name("Gubernur Jawa Tengah") },
];
const lines = (date: string, region: string | null) =>
  stagesFor({ phases }, contests, date, region).map(
    ({ name, phase, until, now }) => `${name.id}: ${phase.id} ${now ? "until" : "comes, until"} ${until}`,
  );

describe("stagesFor", () => {
  it("names the contests of the region and of its province, each with its own stage and end", () => {
    expect(lines("2026-11-29", "3204")).toEqual([
      "Gubernur Jawa Barat: kampanye until 2026-12-20",
      "Bupati Bandung: ulang until 2026-11-30",
      "Pemilu: kampanye comes, until 2027-02-10",
    ]);
    expect(lines("2026-11-29", "33")[0]).toBe("Gubernur Jawa Tengah: kampanye until 2026-12-20");
  });

  it("leaves out contests of other regions and stages that are over", () => {
    expect(lines("2026-11-29", "51")).toEqual(["Pemilu: kampanye comes, until 2027-02-10"]);
    expect(lines("2027-03-01", "3204")).toEqual([]);
  });

  it("names each election once where the user gave no region", () => {
    expect(lines("2026-11-05", null)).toEqual([
      "Pilkada: kampanye until 2026-12-20",
      "Pemilu: kampanye comes, until 2027-02-10",
    ]);
  });

  it("names a regional election whose contests are not listed", () => {
    expect(
      stagesFor({ phases }, [], "2026-11-05", "51").map(({ name, contest }) => [name.id, contest]),
    ).toEqual([
      ["Pilkada", undefined],
      ["Pemilu", undefined],
    ]);
  });

  it("never leaves a running stage of the user's region unnamed, on any day", () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom("32", "3204", null), (date, region) => {
        const running = date >= "2026-11-01" && date <= "2026-12-20";
        const named = stagesFor({ phases }, contests, date, region).some(({ now }) => now);
        return named === (running || (date >= "2027-01-10" && date <= "2027-02-10"));
      }),
    );
  });
});
