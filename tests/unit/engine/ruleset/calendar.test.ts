import { describe, expect, test } from "vitest";
import { STATUSES, type Status } from "../../../../src/domain/vocabulary.ts";
import { explain } from "../../../../src/engine/ruleset/law/explain.ts";
import { phaseOf } from "../../../../src/engine/ruleset/law/phase.ts";
import { bundled } from "./bundled.ts";

const ruleset = bundled();
const dayFrom = (day: string, by: number) =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** What a like can lead to, by phase: written down apart from the data, from the law's own words. */
const ETHICS = ["pra-penetapan"];
const DISCIPLINE = ["penetapan-ke-kampanye", "kampanye", "masa-tenang", "pungut-hitung", "sengketa-psu"];
function expected(phase: string, status: Status): string {
  if (status === "PPNPN") return "contract";
  if (ETHICS.includes(phase)) return "ethics";
  return DISCIPLINE.includes(phase) ? "discipline" : "unclear";
}

/** A contest of every election, and one for each list of contests that has a stage of its own. */
const contests = ruleset.roster.contests.filter(
  (contest, at, all) =>
    all.findIndex((one) => one.election === contest.election) === at ||
    ruleset.phases.elections.some((election) =>
      election.stages.some((stage) => stage.contests?.includes(contest.id)),
    ),
);

describe("through every boundary of the calendar", () => {
  const days = [
    ...new Set(
      ruleset.phases.elections.flatMap((election) =>
        election.stages.flatMap(({ from, until }) => [dayFrom(from, -1), from, until, dayFrom(until, 1)]),
      ),
    ),
  ].sort();

  test("there are boundaries of every election with dates", () => {
    expect(days.length).toBeGreaterThan(30);
    expect(contests.length).toBeGreaterThan(6);
  });

  test.each(contests.map((contest) => [contest.id] as const))(
    "%s: sanction and basis follow phase and status",
    (contest) => {
      const seen = new Set<string>();
      for (const date of days) {
        const phase = phaseOf(ruleset, date, contest);
        seen.add(phase.id);
        for (const status of STATUSES) {
          const said = explain(ruleset, { action: "like", surface: "post", status, date, contest });
          const at = `${date} ${phase.id} ${status}`;
          expect(said?.phase.id, at).toBe(phase.id);
          expect(said?.sanctionLevel, at).toBe(expected(phase.id, status));
          expect(said?.holds, at).toBe(true);
          const lists = said?.bases.map((basis) => basis.id).filter((id) => id.startsWith("skb22-")) ?? [];
          if (phase.object === "bakal-calon") expect(lists, at).toEqual(["skb22-etik-4"]);
          else if (phase.object !== "none") expect(lists, at).toEqual(["skb22-disiplin-6"]);
          else expect(lists, at).toEqual(["skb22-disiplin-6", "skb22-etik-4"]);
        }
      }
      expect(seen.size).toBeGreaterThan(2);
      expect(seen).toContain("di-luar-tahapan");
    },
  );

  test("the law changes on its day: UU 20/2023 on 31 October 2023, SKB 2022, PP 94/2021", () => {
    const cited = (date: string) =>
      new Set(
        explain(ruleset, { action: "like", surface: "post", status: "PNS", date })?.bases.map(
          (b) => b.instrument.id,
        ),
      );
    const change = (date: string, gone: string, come: string) => {
      expect([cited(dayFrom(date, -1)).has(gone), cited(dayFrom(date, -1)).has(come)], date).toEqual([
        true,
        false,
      ]);
      expect([cited(date).has(gone), cited(date).has(come)], date).toEqual([false, true]);
    };
    change("2023-10-31", "uu5-2014", "uu20-2023");
    change("2022-09-22", "skb-2020", "skb-2022");
    change("2021-08-31", "pp53-2010", "pp94-2021");
  });
});
