import type { Phase, RuleBook, Stage } from "../schema/index.ts";

/** The phase that holds when no stage does; every ruleset has it, this one where it was switched off. */
export const OUTSIDE = "di-luar-tahapan";
const OUTSIDE_PHASE: Phase = {
  id: OUTSIDE,
  name: { id: "Di luar tahapan", en: "Outside the stages" },
  explanation: { id: "Tidak ada tahapan yang berjalan.", en: "No stage is running." },
  running: false,
  object: "none",
};

/** A stage that runs weighs more than one that is over; then what names the contest; then the earlier in the list. */
function stageWeight(stage: Stage, phase: Phase): number {
  return (phase.running ? 2 : 0) + (stage.contests ? 1 : 0);
}

/**
 * The phase on a day. A contest has its own election's stages (its id begins with the election's id and "/").
 * Without a contest (parties, unknown) the national elections count.
 *
 * @param date ISO day, "YYYY-MM-DD".
 * @param contestId id of a contest; one that is not known has no stages.
 */
export function phaseOf(ruleset: Pick<RuleBook, "phases">, date: string, contestId?: string): Phase {
  const { kinds, elections } = ruleset.phases;
  const byId = (id: string) => kinds.find((kind) => kind.id === id);
  let best: Phase | undefined;
  let bestWeight = -1;
  for (const election of elections) {
    const applies =
      contestId === undefined ? election.scope === "national" : contestId.startsWith(`${election.id}/`);
    if (!applies) continue;
    for (const stage of election.stages) {
      if (date < stage.from || date > stage.until) continue;
      if (stage.contests && (contestId === undefined || !stage.contests.includes(contestId))) continue;
      const phase = byId(stage.phase);
      if (phase && stageWeight(stage, phase) > bestWeight) {
        best = phase;
        bestWeight = stageWeight(stage, phase);
      }
    }
  }
  return best ?? byId(OUTSIDE) ?? OUTSIDE_PHASE;
}
