import * as z from "zod/mini";
import { ACTIONS, STATUSES, STRENGTHS, SURFACE_KINDS } from "../../words.ts";
import { LIMITS } from "./limits.ts";
import { day, id, list, Said, someSources, sources, text } from "./parts.ts";
import { ACCOUNT_KINDS } from "./roster.ts";

export const TOPICS = ["debate", "attribute", "sticker", "office"] as const;

const statuses = z.array(z.enum(STATUSES)).check(z.minLength(1), z.maxLength(STATUSES.length));

export const Trigger = z
  .strictObject({
    actions: z
      .array(z.enum(ACTIONS))
      .check(z.minLength(1), z.maxLength(ACTIONS.length), z.describe("what the user does")),
    surfaces: z
      .array(z.enum(SURFACE_KINDS))
      .check(z.minLength(1), z.maxLength(SURFACE_KINDS.length), z.describe("where")),
    strength: z.enum(STRENGTHS).check(z.describe("how firm the basis is; always shown")),
    topic: z.optional(z.enum(TOPICS).check(z.describe("only where the surface speaks of this"))),
    accounts: z.optional(
      z
        .array(z.enum(ACCOUNT_KINDS))
        .check(z.minLength(1), z.maxLength(ACCOUNT_KINDS.length), z.describe("only accounts of these kinds")),
    ),
    holds: z.boolean().check(z.describe("true: the action is held and the user asked; false: a notice only")),
    bases: z
      .array(id("id of a basis"))
      .check(z.minLength(1), z.maxLength(30), z.describe("ids of bases, strongest first")),
    note: z.optional(Said),
  })
  .check(z.describe("rule × action × surface"));

export const Rule = z
  .strictObject({
    id: id("R1 to R8, X1, X2, or an agency's own"),
    number: z.optional(z.int().check(z.minimum(1), z.maximum(99), z.describe("1 to 8 of the “8 tidak”"))),
    title: Said,
    explanation: Said,
    do: list(Said, LIMITS.advice, "what the user may well do"),
    dont: list(Said, LIMITS.advice, "what to leave"),
    binds: statuses.check(z.describe("whom it binds")),
    only: z.optional(z.literal("spouse").check(z.describe("binds only who says a spouse is a candidate"))),
    sources: z.optional(sources),
    triggers: list(Trigger, LIMITS.triggers, "when it speaks"),
  })
  .check(z.describe("one rule"));

export const Instrument = z
  .strictObject({
    id: id("id of the instrument"),
    title: Said,
    status: z
      .enum(["current", "advice", "limited", "superseded", "historical"])
      .check(z.describe("what is known of its force")),
    year: z.optional(z.int().check(z.minimum(1945), z.maximum(2200), z.describe("year in its number"))),
    validFrom: z.optional(day("first day in force")),
    validUntil: z.optional(day("last day in force")),
    supersededBy: z.optional(id("id of the instrument that replaced it")),
    note: z.optional(Said),
    sources: someSources,
  })
  .check(z.describe("a law, decree, circular or advice"));

export const Basis = z
  .strictObject({
    id: id("id of the basis"),
    instrument: id("id of its instrument"),
    article: text(LIMITS.line, "article, letter, number"),
    text: Said,
    binds: z.optional(statuses.check(z.describe("only for users of these statuses"))),
    object: z.optional(
      z.enum(["bakal-calon", "calon"]).check(z.describe("only where the object has this standing")),
    ),
    validFrom: z.optional(day("first day in force, where it differs from the instrument's")),
    validUntil: z.optional(day("last day in force, where it differs from the instrument's")),
    sources: someSources,
  })
  .check(z.describe("one article that backs a rule"));

export const Sanction = z
  .strictObject({
    id: id("id of the sanction"),
    phases: z
      .array(id("id of a phase"))
      .check(z.minLength(1), z.maxLength(LIMITS.phases), z.describe("phases it is for")),
    statuses: statuses.check(z.describe("for whom")),
    rules: z.optional(list(id("id of a rule"), LIMITS.rules, "only for these rules")),
    level: z
      .enum(["none", "ethics", "discipline", "contract", "unclear"])
      .check(z.describe("kind of sanction")),
    text: Said,
    bases: list(id("id of a basis"), 30, "what it rests on"),
  })
  .check(z.describe("what a breach can lead to"));
