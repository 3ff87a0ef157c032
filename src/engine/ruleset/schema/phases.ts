import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { LIMITS } from "./limits.ts";
import { day, id, list, localizedText, sources } from "./parts.ts";

/** A stage (tahapan) with the texts shown to the user. */
export const Phase = z
  .strictObject({
    id: id("id of the phase"),
    name: localizedText,
    explanation: localizedText,
    /** True while a stage of the election runs: accounts of parties and office-holders count as campaign. */
    running: z.boolean().check(z.describe("true while a stage of the election runs")),
    /** What the people standing for election are: nobody yet, hopefuls, candidates, elected. */
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
    /** Restricts the phase to these contests (re-votes); absent: all contests of the election. */
    contests: z.optional(list(id("id of a contest"), LIMITS.contests, "only these contests")),
    /** The reason why a day is derived or chosen. */
    note: z.optional(localizedText),
  })
  .check(z.describe("one phase of one election"));
export type Stage = Frozen<typeof Stage>;

export const Election = z
  .strictObject({
    /** Prefix of its contests' ids: "pilkada-2024" has "pilkada-2024/3204". */
    id: id("id of the election; its contests' ids begin with it and “/”"),
    name: localizedText,
    scope: z.enum(["national", "regional"]).check(z.describe("a national election is also the parties'")),
    stages: list(Stage, LIMITS.stages, "its stages, in order"),
    note: z.optional(localizedText),
    sources,
  })
  .check(z.describe("an election and its calendar"));
export type Election = Frozen<typeof Election>;

export const Phases = z.strictObject({
  /** Phase kinds; the one with id "di-luar-tahapan" applies when no other does. */
  kinds: list(Phase, LIMITS.phases, "kinds of phase"),
  elections: list(Election, LIMITS.elections, "elections"),
});
export type Phases = Frozen<typeof Phases>;
