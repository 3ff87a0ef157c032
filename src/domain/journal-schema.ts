import * as z from "zod/mini";
import { CHOICES, WEEKLY_ANSWERS } from "./choices.ts";
import type { Frozen } from "./immutable.ts";
import { ACTIONS, SITE_IDS } from "./vocabulary.ts";

const isoDay = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`))),
);
const ruleId = z.string().check(z.minLength(1), z.maxLength(32));

/**
 * One line of the self-check book, as it is stored. No text, name or address of what was on the page. Strict: a line
 * with more in it is not one of ours.
 */
export const entrySchema = z.strictObject({
  /** Unique id of the hold it ends, so that a line sent twice is kept once. */
  hold: z.string().check(z.minLength(1), z.maxLength(64)),
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
/** The last day that was good: lines come by the day. */
let lastValidDay = "";
const isDay = (value: unknown): boolean => {
  if (value === lastValidDay) return true;
  const read = isoDay.safeParse(value);
  if (read.success) lastValidDay = read.data;
  return read.success;
};
const isText = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.length >= 1 && value.length <= most;

/**
 * The line if it is one, else undefined. The same as `entrySchema` says (a test holds them together), by hand: ten
 * thousand lines are read in 10 ms instead of 100.
 */
export function readEntry(value: unknown): JournalEntry | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length !== KEYS) return undefined;
  const { hold, day, rule, site, action, choice } = value as Record<string, unknown>;
  return isText(hold, 64) &&
    isDay(day) &&
    (rule === null || isText(rule, 32)) &&
    ALLOWED.site.has(site) &&
    ALLOWED.action.has(action) &&
    ALLOWED.choice.has(choice)
    ? ({ hold, day, rule, site, action, choice } as JournalEntry)
    : undefined;
}

/** One weekly self-check, offline deeds included, as it is stored. Written by the user alone, for the user alone. */
export const checkSchema = z.strictObject({
  /** Monday of the week, ISO day: the first of January 1970 was a Thursday. */
  week: isoDay.check(z.refine((day) => (Date.parse(day) / 86_400_000 + 3) % 7 === 0)),
  /** Local day of the last answer. */
  day: isoDay,
  /** By rule id; a rule not answered is absent. */
  answers: z.record(ruleId, z.enum(WEEKLY_ANSWERS)),
  /** "" for none. */
  note: z.string().check(z.maxLength(2000)),
});
export type WeeklyCheck = Frozen<typeof checkSchema>;

/** The check if it is one, else undefined. */
export function readCheck(value: unknown): WeeklyCheck | undefined {
  const read = checkSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
