import * as z from "zod/mini";
import { ACTIONS, SITE_IDS } from "../words.ts";
import { CHOICES, type Check, DEEDS, type Entry } from "./types.ts";

const isoDay = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`))),
);
const ruleId = z.string().check(z.minLength(1), z.maxLength(32));

/** What a stored line must look like. Strict: a line with more in it is not one of ours. */
export const entrySchema = z.strictObject({
  hold: z.string().check(z.minLength(1), z.maxLength(64)),
  day: isoDay,
  rule: z.nullable(ruleId),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTIONS),
  choice: z.enum(CHOICES),
});

/** The line if it is one, else undefined. */
export function readEntry(value: unknown): Entry | undefined {
  const read = entrySchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/** What a stored weekly check must look like. */
export const checkSchema = z.strictObject({
  // A Monday: the first of January 1970 was a Thursday.
  week: isoDay.check(z.refine((day) => (Date.parse(day) / 86_400_000 + 3) % 7 === 0)),
  day: isoDay,
  answers: z.record(ruleId, z.enum(DEEDS)),
  note: z.string().check(z.maxLength(2000)),
});

/** The check if it is one, else undefined. */
export function readCheck(value: unknown): Check | undefined {
  const read = checkSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
