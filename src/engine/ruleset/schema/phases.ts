import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { LIMITS } from "./limits.ts";
import { day, id, list, Said, sources } from "./parts.ts";

/** A stage (tahapan) as the user reads of it. */
export const Phase = z
  .strictObject({
    id: id("id of the phase"),
    name: Said,
    explanation: Said,
    /** True while a stage of the election runs: accounts of parties and office-holders count as campaign. */
    running: z.boolean().check(z.describe("true while a stage of the election runs")),
    /** What those are who stand for election: nobody yet, hopefuls, candidates, elected. */
    object: z.enum(["none", "bakal-calon", "calon", "terpilih"]).check(z.describe("who stands")),
  })
  .check(z.describe("a stage (tahapan) as the user reads of it"));
export type Phase = Frozen<typeof Phase>;

/** One phase of one election, both days inclusive. */
export const Stage = z
  .strictObject({
    phase: id("id of a phase"),
    from: day("first day"),
    until: day("last day"),
    /** Only for these contests (re-votes). Absent: for all of the election. */
    contests: z.optional(list(id("id of a contest"), LIMITS.contests, "only these contests")),
    /** Where a day is derived or chosen, why. */
    note: z.optional(Said),
  })
  .check(z.describe("one phase of one election"));
export type Stage = Frozen<typeof Stage>;

export const Election = z
  .strictObject({
    /** Contest ids begin with it: "pilkada-2024" has "pilkada-2024/3204". */
    id: id("id of the election; its contests' ids begin with it and “/”"),
    name: Said,
    scope: z.enum(["national", "regional"]).check(z.describe("a national election is also the parties'")),
    stages: list(Stage, LIMITS.stages, "its stages, in order"),
    note: z.optional(Said),
    sources,
  })
  .check(z.describe("an election and its calendar"));
export type Election = Frozen<typeof Election>;

export const Phases = z.strictObject({
  /** Phase kinds; the one with id "di-luar-tahapan" is what holds when no stage does. */
  kinds: list(Phase, LIMITS.phases, "kinds of phase"),
  elections: list(Election, LIMITS.elections, "elections"),
});
export type Phases = Frozen<typeof Phases>;
