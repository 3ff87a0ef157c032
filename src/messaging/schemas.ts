/** What a message may hold: it comes from another process and goes through this before anything is done with it. */
import * as z from "zod/mini";
import type { Frozen } from "../domain/immutable.ts";
import type { Answer } from "../domain/warning.ts";
import { warningSchema } from "../domain/warning-schema.ts";
import { aboutSchema } from "./outcome-schema.ts";

const text = (most: number) => z.string().check(z.maxLength(most));

export const bookQuerySchema = z.strictObject({ last: z.number().check(z.minimum(1), z.maximum(1_000)) });
/** `hold: null` erases all. */
export const eraseSchema = z.strictObject({ hold: z.nullable(text(64)) });

const tag = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A post that calls to vote, by tags under `key`; null: only the list is asked for. */
export const seenSchema = z.nullable(z.strictObject({ key: tag, account: tag, post: tag }));

export const layerPlaceSchema = z.enum(["agency", "own"]);
/** The fingerprint that the user compared and confirmed. */
const confirmed = z.optional(text(80));
export const addSchema = z.strictObject({
  name: layerPlaceSchema,
  text: text(60_000_000),
  confirmed,
  /** Another publisher's layer, in place of the one there is. */
  replace: z.optional(z.boolean()),
});
export const followSchema = z.strictObject({
  url: text(2_000),
  confirmed,
  replace: z.optional(z.boolean()),
});
export const findSchema = z.strictObject({ words: text(200).check(z.minLength(1)) });

/** What a frame in another site's page hands over when it holds an action. */
export const questionRequestSchema = z.strictObject({
  warning: warningSchema,
  /** Address of the site's own page that the control opens; see `Intent.opens`. */
  opens: z.optional(text(4_000)),
  /** What of the answer is remembered; null where that is too long for a message. */
  about: z.nullable(aboutSchema),
});
export type QuestionRequest = Frozen<typeof questionRequestSchema>;
/** An action held in another site's page, as the extension's own window shows it. */
export type HeldElsewhere = Omit<QuestionRequest, "about">;

const ANSWERS = ["cancel", "continue", "not-campaign"] as const satisfies readonly Answer[];
const id = text(64).check(z.minLength(1));
/** `id` null: the popup, which is told no id. */
export const heldQuerySchema = z.strictObject({ id: z.nullable(id) });
export const heldAnswerSchema = z.strictObject({ id: z.nullable(id), answer: z.enum(ANSWERS) });
