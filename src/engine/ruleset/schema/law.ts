import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { ACTIONS, STATUSES, STRENGTHS, SURFACE_KINDS, TOPICS } from "../../../domain/vocabulary.ts";
import { LIMITS } from "./limits.ts";
import { day, id, list, localizedText, requiredSources, sources, text } from "./parts.ts";
import { ACCOUNT_KINDS } from "./roster.ts";

const statuses = z.array(z.enum(STATUSES)).check(z.minLength(1), z.maxLength(STATUSES.length));

/** One rule × action × surface: its bases in law, and whether the guard holds the action or gives a notice only. */
export const Trigger = z
  .strictObject({
    actions: z
      .array(z.enum(ACTIONS))
      .check(z.minLength(1), z.maxLength(ACTIONS.length), z.describe("what the user does")),
    surfaces: z
      .array(z.enum(SURFACE_KINDS))
      .check(z.minLength(1), z.maxLength(SURFACE_KINDS.length), z.describe("where")),
    strength: z.enum(STRENGTHS).check(z.describe("how firm the basis is; always shown")),
    /** Restricts it to surfaces about this topic ("debate": words of role `event` with that topic); absent: any topic. */
    topic: z.optional(z.enum(TOPICS).check(z.describe("only where the surface speaks of this"))),
    /** Restricts it to these kinds of accounts (joining a team's account is firm, following a candidate's is disputed). */
    accounts: z.optional(
      z
        .array(z.enum(ACCOUNT_KINDS))
        .check(z.minLength(1), z.maxLength(ACCOUNT_KINDS.length), z.describe("only accounts of these kinds")),
    ),
    /** True if the guard holds the action and asks; false if it gives a notice only. */
    holds: z.boolean().check(z.describe("true: the action is held and the user asked; false: a notice only")),
    /** Ids of the bases of this trigger, the strongest first. */
    bases: z
      .array(id("id of a basis"))
      .check(z.minLength(1), z.maxLength(30), z.describe("ids of bases, strongest first")),
    /** Shown beside the strength, for example why it is disputed. */
    note: z.optional(localizedText),
  })
  .check(z.describe("rule × action × surface"));
export type Trigger = Frozen<typeof Trigger>;

/** An e-mail or web address, also without its "https://". */
const ADDRESS =
  /\S@\S|:\/\/|\bwww\.|[a-z0-9-]\.(?:[a-z]{2,3}\.id|id|com|net|org|info|me|ly|io|app|link|xyz)(?![a-z0-9])/i;
const hasAddress = (text: unknown): boolean => ADDRESS.test(String(text));

/** Stands in a question or on a page of ours: it leads nowhere and asks for no letter. */
const ownWords = localizedText.check(z.refine((text) => !Object.values(text).some(hasAddress), "address"));

export const Rule = z
  .strictObject({
    id: id("R1 to R8, X1, X2, or an agency's own"),
    /** 1…8 of the "8 tidak"; undefined for extra rules. */
    number: z.optional(z.int().check(z.minimum(1), z.maximum(99), z.describe("1 to 8 of the “8 tidak”"))),
    title: ownWords,
    /** What the rule is about, to follow “did you …”: its title forbids, which a question would deny twice. */
    deed: z.optional(ownWords),
    explanation: localizedText,
    do: list(localizedText, LIMITS.advice, "what the user may well do"),
    dont: list(localizedText, LIMITS.advice, "what to leave"),
    binds: statuses.check(z.describe("whom it binds")),
    /** "spouse": binds only users who said that their spouse is a candidate (X2). */
    only: z.optional(z.literal("spouse").check(z.describe("binds only who says a spouse is a candidate"))),
    /** Sources of explanation, advice and notes; each basis has its own sources. */
    sources: z.optional(sources),
    triggers: list(Trigger, LIMITS.triggers, "when it speaks"),
  })
  .check(z.describe("one rule"));
export type Rule = Frozen<typeof Rule>;

/** A law, decree, circular or official advice. Days are ISO, inclusive. */
export const Instrument = z
  .strictObject({
    id: id("id of the instrument"),
    /** Short name with number and year ("PP 94/2021") and what it is about. */
    title: localizedText,
    /**
     * `current`: in force or no repeal found; `advice`: never binding; `limited`: made for one election, later force
     * unknown; `superseded`: replaced; `historical`: no longer used.
     */
    status: z
      .enum(["current", "advice", "limited", "superseded", "historical"])
      .check(z.describe("what is known of its force")),
    /** The year in its number; if its first day is unknown, it was not in force before that year. */
    year: z.optional(z.int().check(z.minimum(1945), z.maximum(2200), z.describe("year in its number"))),
    validFrom: z.optional(day("first day in force")),
    validUntil: z.optional(day("last day in force")),
    supersededBy: z.optional(id("id of the instrument that replaced it")),
    /** Which parts of it were read and which were not. */
    note: z.optional(localizedText),
    sources: requiredSources,
  })
  .check(z.describe("a law, decree, circular or advice"));
export type Instrument = Frozen<typeof Instrument>;

/** One article of an instrument that backs a rule. */
export const Basis = z
  .strictObject({
    id: id("id of the basis"),
    instrument: id("id of its instrument"),
    article: text(LIMITS.line, "article, letter, number"),
    text: localizedText,
    /** Restricts it to users of these statuses (PPPK through PP 49/2018); absent: all users. */
    binds: z.optional(statuses.check(z.describe("only for users of these statuses"))),
    /** Restricts it to objects of this standing, because the joint decree has one list for each; absent: any standing. */
    object: z.optional(
      z.enum(["bakal-calon", "calon"]).check(z.describe("only where the object has this standing")),
    ),
    validFrom: z.optional(day("first day in force, where it differs from the instrument's")),
    validUntil: z.optional(day("last day in force, where it differs from the instrument's")),
    sources: requiredSources,
  })
  .check(z.describe("one article that backs a rule"));
export type Basis = Frozen<typeof Basis>;

/** Possible consequences of a breach, by phase and status. The text never says more than "dapat". */
export const Sanction = z
  .strictObject({
    id: id("id of the sanction"),
    /** Ids of the phases in which it applies. */
    phases: z
      .array(id("id of a phase"))
      .check(z.minLength(1), z.maxLength(LIMITS.phases), z.describe("phases it is for")),
    statuses: statuses.check(z.describe("for whom")),
    /** Restricts it to these rules; a sanction that names the rule precedes one that names none. */
    rules: z.optional(list(id("id of a rule"), LIMITS.rules, "only for these rules")),
    level: z
      .enum(["none", "ethics", "discipline", "contract", "unclear"])
      .check(z.describe("kind of sanction")),
    text: localizedText,
    bases: list(id("id of a basis"), 30, "what it rests on"),
  })
  .check(z.describe("what a breach can lead to"));
export type Sanction = Frozen<typeof Sanction>;
