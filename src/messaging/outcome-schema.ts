import * as z from "zod/mini";
import { EVIDENCE_KINDS } from "../domain/evidence-schema.ts";
import { entrySchema } from "../domain/journal-schema.ts";
import { MAX_SUBJECT } from "./limits.ts";

const subject = z.string().check(z.minLength(1), z.maxLength(MAX_SUBJECT));

/** What a question was about, as a page says it. */
export const aboutSchema = z.strictObject({ subject, kind: z.nullable(z.enum(EVIDENCE_KINDS)) });

/** An answer with all its facts comes from a page's process: it goes through this before anything is done with it. */
export const outcomeSchema = z.strictObject({ entry: entrySchema, about: z.nullable(aboutSchema) });

/** An account or post that a mark was dismissed for. */
export const silenceSchema = z.strictObject({ subject });
