import type { Fields } from "./fields.ts";
import { type OfficeHours, officeHoursFields } from "./office-hours.ts";

/** What the user says about themselves and the journal. Pages do not read it, so it is stored apart from the settings. */
export interface Profile {
  /** Day on which the welcome was finished or skipped; null if it was neither yet. */
  welcomed: string | null;
  office: OfficeHours;
  /** If false, nothing is written to the journal. */
  journalEnabled: boolean;
  /** Days after which entries are erased; 0 means never. */
  retention: 30 | 90 | 365 | 0;
  /** Minutes without use after which an opened book locks itself. */
  lockAfter: 1 | 5 | 10;
  /** ISO weekday of the weekly reminder, 1 = Monday … 7 = Sunday; 0 means no reminder. */
  reminder: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Day on which the integrity pact was made; null if it was not. Stored on the device, shown to nobody else. */
  pact: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = { or: null, must: "day or null", is: (v: unknown) => v === null || DAY.test(String(v)) };

const RETENTIONS: readonly unknown[] = [30, 90, 365, 0];
/** None above `IDLE_MS` of src/journal/keyring.ts, which no opened key outlives. */
const LOCK_AFTER: readonly unknown[] = [1, 5, 10];

export const profileFields: Fields<Profile> = {
  welcomed: day,
  ...officeHoursFields,
  journalEnabled: { or: true, must: "true, false", is: (v) => typeof v === "boolean" },
  retention: { or: 90, must: "30, 90, 365, 0", is: (v) => RETENTIONS.includes(v) },
  lockAfter: { or: 10, must: "1, 5, 10", is: (v) => LOCK_AFTER.includes(v) },
  reminder: { or: 0, must: "0-7", is: (v) => Number.isInteger(v) && Number(v) >= 0 && Number(v) <= 7 },
  pact: day,
};

/**
 * True if the weekly self-check is due: from the chosen weekday until the end of the week, unless it was answered.
 * @param weekday of today, ISO
 * @param monday of this week
 * @param answered Monday of the last week with an answer
 */
export const isWeeklyCheckDue = (
  profile: Profile,
  weekday: number,
  monday: string,
  answered: string | null,
): boolean => profile.reminder !== 0 && weekday >= profile.reminder && answered !== monday;
