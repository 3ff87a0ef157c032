import type { LocalizedText } from "../../../domain/localized-text.ts";
import type { Election, Phase, RuleBook, Stage } from "../schema/index.ts";
import { OUTSIDE } from "./phase.ts";

/** A contest, as far as the calendar needs it. */
export interface CalendarContest {
  id: string;
  /** Kemendagri code without dots; "" or undefined where the contest is of the whole country. */
  region?: string | undefined;
  name: LocalizedText;
}

/** A stage that runs or comes, of a contest that concerns the user. */
export interface ContestStage {
  /** The contest or, where many contests of one election share the stage, the election. */
  name: LocalizedText;
  phase: Phase;
  /** ISO days, both inclusive. */
  from: string;
  until: string;
  /** False: it has not begun yet. */
  now: boolean;
  /** A contest in that stage, as `phaseOf` and `explain` want it; undefined for a national election without one. */
  contest: string | undefined;
}

/** True if a contest of this region is also the user's: of the same region, or of the province that the region lies in. */
const concerns = (contest: CalendarContest, region: string | null): boolean =>
  !contest.region || region === null || contest.region === region || contest.region === region.slice(0, 2);

/** The running stage of this day or, failing that, the next one; of several that run, one that names the contest. */
function stageOf(
  election: Election,
  phases: ReadonlyMap<string, Phase>,
  date: string,
  contest?: string,
): Stage | undefined {
  const stages = election.stages.filter(
    (stage) =>
      phases.get(stage.phase)?.running &&
      stage.until >= date &&
      (!stage.contests || (contest !== undefined && stage.contests.includes(contest))),
  );
  const running = stages.filter((stage) => stage.from <= date);
  return (
    running.find((stage) => stage.contests) ??
    running[0] ??
    stages.sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  );
}

/**
 * All stages that run or come, of all elections that concern the region: national ones, and the contests of the region
 * and of its province. Without a region every regional election counts, named once for all of its contests.
 *
 * @param date ISO day, "YYYY-MM-DD"
 * @param region Kemendagri code without dots; null if the user gave none
 * @returns running ones first, then by the day on which they begin
 */
export function stagesFor(
  { phases }: Pick<RuleBook, "phases">,
  contests: readonly CalendarContest[],
  date: string,
  region: string | null,
): ContestStage[] {
  const kinds = new Map(phases.kinds.filter(({ id }) => id !== OUTSIDE).map((kind) => [kind.id, kind]));
  const found: ContestStage[] = [];
  for (const election of phases.elections) {
    const own = contests.filter(({ id }) => id.startsWith(`${election.id}/`));
    const mine = own.filter((contest) => concerns(contest, region));
    const add = (name: LocalizedText, contest: string | undefined) => {
      const stage = stageOf(election, kinds, date, contest);
      if (!stage) return;
      const { from, until } = stage;
      const one = { name, phase: kinds.get(stage.phase)!, from, until, now: from <= date, contest };
      const same = (other: ContestStage) =>
        other.name.id === name.id && other.from === from && other.phase.id === one.phase.id;
      if (!found.some(same)) found.push(one);
    };
    if (election.scope === "national") add(election.name, mine[0]?.id);
    else if (own.length === 0) add(election.name, undefined);
    else for (const contest of mine) add(region === null ? election.name : contest.name, contest.id);
  }
  return found.sort(
    (a, b) => Number(b.now) - Number(a.now) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
}
