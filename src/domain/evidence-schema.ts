import * as z from "zod/mini";
import type { Frozen } from "./immutable.ts";

/** Kinds of reason. `account` and `page` are about who, the others about what is said. */
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

/** Where in the surface an evidence was found; `start`/`end` are UTF-16 offsets into that field. */
const EVIDENCE_FIELDS = ["text", "author", "page", "imageAlt", "inner", "draft", "category", "bio"] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

const maxText = (most: number) => z.string().check(z.maxLength(most));
const offset = z.number().check(z.minimum(-1), z.maximum(10_000_000));

/** A sentence of the locale files, below `evidence.`, with the values of its slots. */
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
  /** How much it counts: positive for campaign, negative for neutral. In units of the score's log-odds. */
  weight: z.number(),
  /** Two independent strong reasons make a `warn`. */
  strong: z.boolean(),
  /** A sentence that a layman understands. */
  say: sentenceSchema,
  /** What the ruleset knows it by: account, ticket, party or term id. */
  ref: z.optional(maxText(300)),
});
export type Evidence = Frozen<typeof evidenceSchema>;
