import type { Fields } from "./fields.ts";
import { OFFICE, type OfficeHours } from "./office-hours.ts";

/** What the user says of themselves and of the book. Not read in pages, so kept apart from the settings. */
export interface Own {
  /** Day on which the welcome was finished or skipped; null: not yet. */
  welcomed: string | null;
  office: OfficeHours;
  /** false: nothing is written to the book. */
  keepBook: boolean;
  /** Days after which lines are forgotten; 0: never. */
  retention: 30 | 90 | 365 | 0;
  /** ISO weekday of the weekly reminder, 1 = Monday … 7 = Sunday; 0: none. */
  reminder: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Day on which the integrity pact was made; null: not made. Kept on the device, shown to nobody. */
  pact: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = { or: null, must: "day or null", is: (v: unknown) => v === null || DAY.test(String(v)) };

const RETENTIONS: readonly unknown[] = [30, 90, 365, 0];

export const ownFields: Fields<Own> = {
  welcomed: day,
  ...OFFICE,
  keepBook: { or: true, must: "true, false", is: (v) => typeof v === "boolean" },
  retention: { or: 90, must: "30, 90, 365, 0", is: (v) => RETENTIONS.includes(v) },
  reminder: { or: 0, must: "0-7", is: (v) => Number.isInteger(v) && Number(v) >= 0 && Number(v) <= 7 },
  pact: day,
};

/**
 * Is the weekly self-check due? From the weekday picked until the end of the week, unless it was answered.
 * @param weekday ISO, of today
 * @param monday of this week
 * @param answered Monday of the last week with an answer
 */
export const isDue = (own: Own, weekday: number, monday: string, answered: string | null): boolean =>
  own.reminder !== 0 && weekday >= own.reminder && answered !== monday;
