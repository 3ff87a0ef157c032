import * as z from "zod/mini";
import { EVIDENCE_KINDS } from "../detect/types.ts";
import type { AskedAbout } from "../domain/outcome.ts";
import type { Answer, Warning } from "../guard/types.ts";
import { ACTIONS, SITE_IDS, STRENGTHS } from "../words.ts";
import { aboutSchema } from "./outcome.ts";
import { QUESTION_PORT } from "./question-port.ts";

export { QUESTION_PORT };

/** An action held in another site's page, as the extension's own window shows it. */
export interface HeldElsewhere {
  warning: Warning;
  /** Address of the site's own page that the control opens; see `Intent.opens`. */
  opens?: string | undefined;
}

/** What the frame that holds it hands over: what is shown, and what of the answer is remembered. */
export interface QuestionRequest extends HeldElsewhere {
  about: AskedAbout;
}

const text = (most: number) => z.string().check(z.maxLength(most));
const said = z.strictObject({ id: text(4_000), en: text(4_000) });
const whole = z.number().check(z.minimum(-1), z.maximum(10_000_000));

const source = z.strictObject({
  url: text(2_000),
  kind: z.enum(["naskah", "salinan", "berita", "pengamatan"]),
  read: text(40),
});

const evidence = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  text: text(20_000),
  field: z.enum(["text", "author", "page", "imageAlt", "inner", "draft", "category", "bio"]),
  start: whole,
  end: whole,
  weight: z.number(),
  strong: z.boolean(),
  say: z.strictObject({
    key: text(100),
    values: z.record(text(100), z.union([text(20_000), z.number()])),
  }),
  ref: z.optional(text(300)),
});

const warning = z.strictObject({
  hold: text(64).check(z.minLength(1)),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTIONS),
  rule: z.strictObject({
    id: text(32).check(z.minLength(1)),
    number: z.optional(z.number()),
    title: said,
  }),
  strength: z.enum(STRENGTHS),
  note: z.optional(said),
  evidence: z.array(evidence).check(z.maxLength(500)),
  excerpt: text(200_000),
  bases: z
    .array(
      z.strictObject({
        instrument: said,
        article: text(1_000),
        text: said,
        since: z.optional(text(40)),
        source: z.optional(source),
      }),
    )
    .check(z.maxLength(100)),
  sanction: z.optional(said),
  phase: z.optional(said),
  subject: z.optional(text(20_000)),
  canRecord: z.boolean(),
  brief: z.optional(z.boolean()),
});

/** A held action comes from a page's process: it goes through this before anything is done with it. */
export const questionRequestSchema = z.strictObject({
  warning,
  opens: z.optional(text(4_000)),
  about: aboutSchema,
});

const ANSWERS = ["cancel", "continue", "not-campaign"] as const satisfies readonly Answer[];
const id = text(64).check(z.minLength(1));
/** `id` null: the popup, which is told no id. */
export const heldQuerySchema = z.strictObject({ id: z.nullable(id) });
export const heldAnswerSchema = z.strictObject({ id: z.nullable(id), answer: z.enum(ANSWERS) });
