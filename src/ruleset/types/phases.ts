import type { Said, SourceRef } from "./law.ts";

/** A stage (tahapan) as the user reads of it. */
export interface Phase {
  id: string;
  name: Said;
  explanation: Said;
  /** True while a stage of the election runs: accounts of parties and office-holders count as campaign. */
  running: boolean;
  /** What those are who stand for election: nobody yet, hopefuls, candidates, elected. */
  object: "none" | "bakal-calon" | "calon" | "terpilih";
}

/** One phase of one election, both days inclusive. */
export interface Stage {
  phase: string;
  from: string;
  until: string;
  /** Only for these contests (re-votes). Absent: for all of the election. */
  contests?: readonly string[] | undefined;
  /** Where a day is derived or chosen, why. */
  note?: Said | undefined;
}

export interface Election {
  /** Contest ids begin with it: "pilkada-2024" has "pilkada-2024/3204". */
  id: string;
  name: Said;
  scope: "national" | "regional";
  stages: readonly Stage[];
  note?: Said | undefined;
  sources: readonly SourceRef[];
}

export interface Phases {
  /** Phase kinds; the one with id "di-luar-tahapan" is what holds when no stage does. */
  kinds: readonly Phase[];
  elections: readonly Election[];
}
