import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";
import { day, id, list, Said, sources } from "./parts.ts";

export const Phase = z
  .strictObject({
    id: id("id of the phase"),
    name: Said,
    explanation: Said,
    running: z.boolean().check(z.describe("true while a stage of the election runs")),
    object: z.enum(["none", "bakal-calon", "calon", "terpilih"]).check(z.describe("who stands")),
  })
  .check(z.describe("a stage (tahapan) as the user reads of it"));

export const Stage = z
  .strictObject({
    phase: id("id of a phase"),
    from: day("first day"),
    until: day("last day"),
    contests: z.optional(list(id("id of a contest"), LIMITS.contests, "only these contests")),
    note: z.optional(Said),
  })
  .check(z.describe("one phase of one election"));

export const Election = z
  .strictObject({
    id: id("id of the election; its contests' ids begin with it and “/”"),
    name: Said,
    scope: z.enum(["national", "regional"]).check(z.describe("a national election is also the parties'")),
    stages: list(Stage, LIMITS.stages, "its stages, in order"),
    note: z.optional(Said),
    sources,
  })
  .check(z.describe("an election and its calendar"));

export const Phases = z.strictObject({
  kinds: list(Phase, LIMITS.phases, "kinds of phase"),
  elections: list(Election, LIMITS.elections, "elections"),
});
