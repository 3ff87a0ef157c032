import type { Phase, RuleBook, Stage } from "../schema/index.ts";

/** The phase outside all stages; every ruleset has it, and this constant replaces it if it was switched off. */
export const OUTSIDE = "di-luar-tahapan";
const OUTSIDE_PHASE: Phase = {
  id: OUTSIDE,
  name: { id: "Di luar tahapan", en: "Outside the stages" },
  explanation: { id: "Tidak ada tahapan yang berjalan.", en: "No stage is running." },
  running: false,
  object: "none",
};

/** Running stages outweigh ended ones, then stages that name the contest; ties go to the earlier in the list. */
function stageWeight(stage: Stage, phase: Phase): number {
  return (phase.running ? 2 : 0) + (stage.contests ? 1 : 0);
}

/**
 * The phase on a day. A contest uses the stages of its own election (its id starts with the election's id and "/").
 * Without a contest (parties, unknown) the national elections apply.
 *
 * @param date ISO day, "YYYY-MM-DD".
 * @param contestId id of a contest; an unknown one has no stages.
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
