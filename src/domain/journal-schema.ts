import * as z from "zod/mini";
import { CHOICES, WEEKLY_ANSWERS } from "./choices.ts";
import type { Frozen } from "./immutable.ts";
import { SITE_IDS } from "./sites.ts";
import { ACTIONS } from "./vocabulary.ts";

const isoDay = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`))),
);
const ruleId = z.string().check(z.minLength(1), z.maxLength(32));

/**
 * One entry of the self-check journal, as stored. It has no text, name or address of what was on the page. Strict: an
 * entry with more keys is not one of ours.
 */
export const entrySchema = z.strictObject({
  /** Unique id of the hold that it ends, so that an entry sent twice is stored once. */
  holdId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Local day, ISO "YYYY-MM-DD". */
  day: isoDay,
  /** Unknown (null) for `unchecked`. */
  rule: z.nullable(ruleId),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTIONS),
  choice: z.enum(CHOICES),
});
export type JournalEntry = Frozen<typeof entrySchema>;

const ALLOWED = {
  site: new Set<unknown>(SITE_IDS),
  action: new Set<unknown>(ACTIONS),
  choice: new Set<unknown>(CHOICES),
};
const KEYS = 6;
/** The last valid day: entries come sorted by day, so most have the same one. */
let lastValidDay = "";
const isDay = (value: unknown): boolean => {
  if (value === lastValidDay) return true;
  const parsed = isoDay.safeParse(value);
  if (parsed.success) lastValidDay = parsed.data;
  return parsed.success;
};
const isText = (value: unknown, max: number): boolean =>
  typeof value === "string" && value.length >= 1 && value.length <= max;

/**
 * The value as an entry, or undefined if it is none. Checks the same as `entrySchema` (a test compares both), but by
 * hand: ten thousand entries are read in 10 ms instead of 100.
 */
export function readEntry(value: unknown): JournalEntry | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length !== KEYS) return undefined;
  const { holdId, day, rule, site, action, choice } = value as Record<string, unknown>;
  return isText(holdId, 64) &&
    isDay(day) &&
    (rule === null || isText(rule, 32)) &&
    ALLOWED.site.has(site) &&
    ALLOWED.action.has(action) &&
    ALLOWED.choice.has(choice)
    ? ({ holdId, day, rule, site, action, choice } as JournalEntry)
    : undefined;
}

/** One weekly self-check, as stored; it includes what happened offline. Written by and for the user only. */
export const checkSchema = z.strictObject({
  /** Monday of the week, ISO day. The 3 in the check: 1 January 1970 was a Thursday. */
  week: isoDay.check(z.refine((day) => (Date.parse(day) / 86_400_000 + 3) % 7 === 0)),
  /** Local day of the last answer. */
  day: isoDay,
  /** By rule id; rules without an answer are absent. */
  answers: z.record(ruleId, z.enum(WEEKLY_ANSWERS)),
  /** "" for none. */
  note: z.string().check(z.maxLength(2000)),
});
export type WeeklyCheck = Frozen<typeof checkSchema>;
/** What the user has just answered or written in a weekly check. */
export type CheckPart = Partial<Pick<WeeklyCheck, "answers" | "note">>;

/** The value as a weekly check, or undefined if it is none. */
export function readCheck(value: unknown): WeeklyCheck | undefined {
  const read = checkSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
