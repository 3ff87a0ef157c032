/** Schemas of what a page's process sends to the background: every message is validated before it is used. */

import * as z from "zod/mini";
import { evidenceSchema, sentenceSchema } from "./evidence-schema.ts";
import type { Frozen } from "./immutable.ts";
import { LANGUAGES, type Language } from "./languages.ts";
import { SITE_IDS } from "./sites.ts";
import { ACTIONS, SOURCE_KINDS, STRENGTHS } from "./vocabulary.ts";

const maxText = (max: number) => z.string().check(z.maxLength(max));
const translations = Object.fromEntries(
  LANGUAGES.slice(1).map((code) => [code, z.optional(maxText(4_000))]),
) as Record<Exclude<Language, "id">, z.ZodMiniOptional<z.ZodMiniString>>;
const LocalizedText = z.strictObject({ id: maxText(4_000), ...translations });

const source = z.strictObject({
  url: maxText(2_000),
  kind: z.enum(SOURCE_KINDS),
  read: maxText(40),
});

/** A basis as the dialog shows it. */
const basis = z.strictObject({
  instrument: LocalizedText,
  article: maxText(1_000),
  text: LocalizedText,
  /** ISO day since which it is in force. */
  since: z.optional(maxText(40)),
  source: z.optional(source),
});
export type ShownBasis = Frozen<typeof basis>;

/** Everything the dialog shows about one held action; plain values, made by `decide`. */
export const warningSchema = z.strictObject({
  /** Unique id of this hold. */
  holdId: maxText(64).check(z.minLength(1)),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTIONS),
  rule: z.strictObject({
    id: maxText(32).check(z.minLength(1)),
    number: z.optional(z.number()),
    title: LocalizedText,
  }),
  strength: z.enum(STRENGTHS),
  /** Why the basis is disputed, or whose advice it is. */
  note: z.optional(LocalizedText),
  /** Strongest first; the first one is the headline. */
  evidence: z.array(evidenceSchema).check(z.maxLength(500)),
  /** The situation in sentences: where the surface stands, whether its contest runs. */
  situation: z.optional(z.array(sentenceSchema).check(z.maxLength(10))),
  /** The text that evidence with field "text" points into; "" if there is none. */
  excerpt: maxText(200_000),
  bases: z.array(basis).check(z.maxLength(100)),
  /** Level of sanction in this phase, for this status. */
  sanction: z.optional(LocalizedText),
  phase: z.optional(LocalizedText),
  /** Name or handle of the account, if any, that "Bukan kampanye" silences. */
  subject: z.optional(maxText(20_000)),
  /** False in a script orphaned by an update and in a private window: the dialog says that it cannot record. */
  canRecord: z.boolean(),
  /** The user answered *Batal* here today: the question is a single line beside the control. */
  brief: z.optional(z.boolean()),
});
export type Warning = Frozen<typeof warningSchema>;

/** What a guarded page reports to badge and popup. No text, name or address of a post. */
export const pageStateSchema = z.strictObject({
  site: z.enum(SITE_IDS),
  state: z.enum(["none", "campaign-account", "campaign-posts", "loading", "unreadable"]),
  /** Number of posts on the page with campaign evidence, held or noted. */
  posts: z.number().check(z.minimum(0), z.maximum(100_000)),
  /** Name of the header's account, if it is a campaign account. Shown in the popup, stored nowhere. */
  account: z.optional(z.string().check(z.maxLength(300))),
  paused: z.nullable(z.enum(["timed", "site"])),
  /** Why the page is `unreadable` with rules loaded: no surface where some are expected, or a press on an unknown one. */
  unrecognized: z.optional(z.enum(["page", "press"])),
  /** The current faults, e.g. rules that could not be loaded. */
  faults: z
    .array(
      z.strictObject({
        code: z.string().check(z.maxLength(64)),
        detail: z.optional(z.string().check(z.maxLength(500))),
      }),
    )
    .check(z.maxLength(10)),
});
export type PageState = Frozen<typeof pageStateSchema>;
