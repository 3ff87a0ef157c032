/**
 * The shape of a case to practise with: a scene, one action, the answer with its reason. Limits hold for everybody who
 * writes cases, so that a page's memory and a line's length stay bounded.
 */
import * as z from "zod/mini";
import type { Frozen } from "./immutable.ts";
import { LANGUAGES, type Language } from "./languages.ts";
import { SITE_IDS } from "./sites.ts";
import { ACTIONS, STATUSES, STRENGTHS } from "./vocabulary.ts";

/** Limits of characters and items. */
export const TRAINING_LIMITS = {
  id: 60,
  name: 60,
  /** Role, title, place, caption, action: what is read at a glance. */
  line: 120,
  /** A post, a draft, a message. */
  text: 200,
  reason: 320,
  messages: 3,
  options: 6,
  bases: 8,
  cases: 400,
} as const;

/** The three answers, from "go ahead" to "do not". */
export const TRAINING_ANSWERS = ["fine", "better-not", "no"] as const;

/** What people do outside a site's controls, or that is no act of support at all. */
const EVERYDAY_ACTIONS = [
  "read",
  "watch",
  "leave",
  "delete",
  "decline",
  "receive",
  "wear",
  "display",
  "pose",
  "speak",
] as const;

const plain = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const id = z
  .string()
  .check(z.minLength(1), z.maxLength(TRAINING_LIMITS.id), z.regex(/^[A-Za-z0-9][A-Za-z0-9._:/+@-]*$/));

/** A text with its translations; Bahasa Indonesia replaces a missing one. */
const said = (max: number) => {
  const others = Object.fromEntries(
    LANGUAGES.slice(1).map((code) => [code, z.optional(plain(max))]),
  ) as Record<Exclude<Language, "id">, z.ZodMiniOptional<z.ZodMiniString>>;
  return z.strictObject({ id: plain(max), ...others });
};
const line = said(TRAINING_LIMITS.line);
const text = said(TRAINING_LIMITS.text);
/** Who speaks, an account, a group; invented. A name is the same in every language, a word ("Ibu") has translations. */
const name = z.union([plain(TRAINING_LIMITS.name), said(TRAINING_LIMITS.name)]);

/** One drawn component for each kind; what it shows is data. */
const scene = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("post"),
    by: name,
    about: z.optional(line),
    text,
    /** Choices of a poll. */
    options: z.optional(z.array(name).check(z.minLength(2), z.maxLength(TRAINING_LIMITS.options))),
  }),
  /** A post and what is written, or about to be written, under it. */
  z.strictObject({
    kind: z.literal("comment"),
    by: name,
    about: z.optional(line),
    text,
    reply: z.optional(text),
  }),
  z.strictObject({ kind: z.literal("profile"), name, about: line }),
  z.strictObject({ kind: z.literal("group"), name, about: line, text: z.optional(text) }),
  z.strictObject({ kind: z.literal("event"), by: name, title: line, place: line }),
  z.strictObject({
    kind: z.literal("chat"),
    name,
    messages: z
      .array(z.strictObject({ by: name, text }))
      .check(z.minLength(1), z.maxLength(TRAINING_LIMITS.messages)),
  }),
  z.strictObject({ kind: z.literal("invitation"), by: name, text }),
  /** What is to be seen in the picture, in words. */
  z.strictObject({ kind: z.literal("photo"), picture: text, caption: z.optional(line) }),
  /** A draft of one's own. */
  z.strictObject({ kind: z.literal("composer"), text }),
  z.strictObject({ kind: z.literal("live"), by: name, title: line }),
  z.strictObject({ kind: z.literal("office"), place: line, text }),
  z.strictObject({ kind: z.literal("vehicle"), vehicle: line, text }),
]);

/** One case. */
export const trainingCaseSchema = z.strictObject({
  /** Begins with its scene's kind. */
  id,
  /** Who "Anda" is here. */
  role: line,
  status: z.enum(STATUSES),
  /** The spouse of the one who acts stands for election. */
  spouse: z.optional(z.literal(true)),
  /** Id of a phase of the ruleset. */
  phase: id,
  /** Absent: not on a network. */
  site: z.optional(z.enum(SITE_IDS)),
  scene,
  action: z.enum([...ACTIONS, ...EVERYDAY_ACTIONS]),
  /** The action as a sentence to "Anda". */
  act: line,
  answer: z.enum(TRAINING_ANSWERS),
  /** Id of the rule of the ruleset that the case is about, also where it does not reach. */
  rule: id,
  /** How firm the answer is. A `disputed` one is never "fine" or "no". */
  strength: z.enum(STRENGTHS),
  /** Ids of bases of the ruleset, the one that decides first. */
  bases: z.array(id).check(z.minLength(1), z.maxLength(TRAINING_LIMITS.bases)),
  /** Two sentences. */
  reason: said(TRAINING_LIMITS.reason),
});
export type TrainingCase = Frozen<typeof trainingCaseSchema>;

/** One file of cases. */
export const trainingCasesSchema = z.array(trainingCaseSchema).check(z.maxLength(TRAINING_LIMITS.cases));
