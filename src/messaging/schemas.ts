/** Schemas of messages: each comes from another process and is validated before it is used. */
import * as z from "zod/mini";
import type { Frozen } from "../domain/immutable.ts";
import type { Answer } from "../domain/warning.ts";
import { warningSchema } from "../domain/warning-schema.ts";
import { aboutSchema } from "./outcome-schema.ts";

const text = (max: number) => z.string().check(z.maxLength(max));

export const journalQuerySchema = z.strictObject({ last: z.number().check(z.minimum(1), z.maximum(1_000)) });
/** `holdId: null` erases everything. */
export const eraseSchema = z.strictObject({ holdId: z.nullable(text(64)) });

const tag = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A post that calls to vote, as tags under `key`; null only requests the list. */
export const seenPostSchema = z.nullable(z.strictObject({ key: tag, account: tag, post: tag }));

export const upperLayerNameSchema = z.enum(["agency", "own"]);
/** The fingerprint that the user compared and confirmed. */
const confirmed = z.optional(text(80));
export const addLayerSchema = z.strictObject({
  name: upperLayerNameSchema,
  text: text(60_000_000),
  confirmed,
  /** Replace the current layer even if it is by another publisher. */
  replace: z.optional(z.boolean()),
});
export const followFeedSchema = z.strictObject({
  url: text(2_000),
  confirmed,
  replace: z.optional(z.boolean()),
});
export const rosterQuerySchema = z.strictObject({ words: text(200).check(z.minLength(1)) });

/** What a frame in another site's page sends when it holds an action. */
export const questionRequestSchema = z.strictObject({
  warning: warningSchema,
  /** Address of the site's own page that the control opens; see `Intent.opens`. */
  opens: z.optional(text(4_000)),
  /** The subject that the answer is stored for; null if it is too long for a message. */
  about: z.nullable(aboutSchema),
});
export type QuestionRequest = Frozen<typeof questionRequestSchema>;
/** The question about an action held in another site's page, as the extension's window shows it. */
export type RemoteQuestion = Omit<QuestionRequest, "about">;

const ANSWERS = ["cancel", "continue", "not-campaign"] as const satisfies readonly Answer[];
const id = text(64).check(z.minLength(1));
/** `id` is null from the popup, which does not know it. */
export const remoteQuestionQuerySchema = z.strictObject({ id: z.nullable(id) });
export const remoteAnswerSchema = z.strictObject({ id: z.nullable(id), answer: z.enum(ANSWERS) });
