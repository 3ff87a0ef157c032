import * as z from "zod/mini";
import type { Frozen } from "./immutable.ts";

/** Kinds of evidence. Those about accounts and pages say who speaks, the others what is said. */
export const EVIDENCE_KINDS = [
  "account",
  "neutral-account",
  "page-name",
  "page-category",
  "office-holder",
  "ticket",
  "candidate",
  "party",
  "ballot-number",
  "call-to-vote",
  "slogan",
  "hashtag",
  "programme",
  "event-invitation",
  "charity",
  "attribute",
  "image-text",
  "lexicon",
  "news-style",
  "model",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The field of the surface that contains the evidence; `start`/`end` are UTF-16 offsets into it. */
const EVIDENCE_FIELDS = ["text", "author", "page", "imageAlt", "inner", "draft", "category", "bio"] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

const maxText = (max: number) => z.string().check(z.maxLength(max));
const offset = z.number().check(z.minimum(-1), z.maximum(10_000_000));

/** A sentence from the locale files, below `evidence.`, with the values of its placeholders. */
export const sentenceSchema = z.strictObject({
  key: maxText(100),
  values: z.record(maxText(100), z.union([maxText(20_000), z.number()])),
});
export type Sentence = Frozen<typeof sentenceSchema>;

/** One reason for an assessment, as it may come from a page's process. */
export const evidenceSchema = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  /** The words as the page shows them, or the handle. */
  text: maxText(20_000),
  field: z.enum(EVIDENCE_FIELDS),
  start: offset,
  end: offset,
  /** Its weight in log-odds of the score: positive for campaign, negative for neutral. */
  weight: z.number(),
  /** Two independent strong reasons make a `warn`. */
  strong: z.boolean(),
  /** The evidence as a sentence in plain words. */
  say: sentenceSchema,
  /** Its id in the ruleset: of an account, ticket, party or term. */
  ref: z.optional(maxText(300)),
});
export type Evidence = Frozen<typeof evidenceSchema>;
