import * as z from "zod/mini";
import { ACTIONS, SITE_IDS } from "../words.ts";
import { CHOICES, type Entry } from "./types.ts";

/** What a stored line must look like. Strict: a line with more in it is not one of ours. */
export const entrySchema = z.strictObject({
  hold: z.string().check(z.minLength(1), z.maxLength(64)),
  day: z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/),
    z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`))),
  ),
  rule: z.nullable(z.string().check(z.minLength(1), z.maxLength(32))),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTIONS),
  choice: z.enum(CHOICES),
});

/** The line if it is one, else undefined. */
export function readEntry(value: unknown): Entry | undefined {
  const read = entrySchema.safeParse(value);
  return read.success ? read.data : undefined;
}
