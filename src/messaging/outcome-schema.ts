import * as z from "zod/mini";
import { EVIDENCE_KINDS } from "../domain/evidence-schema.ts";
import { entrySchema } from "../domain/journal-schema.ts";
import { MAX_SUBJECT_LENGTH } from "./limits.ts";

const subject = z.string().check(z.minLength(1), z.maxLength(MAX_SUBJECT_LENGTH));

/** The subject of a question, as a page sends it. */
export const aboutSchema = z.strictObject({ subject, kind: z.nullable(z.enum(EVIDENCE_KINDS)) });

/** An answer with all its facts. It comes from a page's process, so it is validated before it is used. */
export const outcomeSchema = z.strictObject({ entry: entrySchema, about: z.nullable(aboutSchema) });

/** The account or post of a dismissed mark. */
export const silenceSchema = z.strictObject({ subject });
