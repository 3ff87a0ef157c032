import { defaults, type Fields } from "./fields.ts";

/** Office hours, for rule 6. */
export interface OfficeHours {
  /** ISO weekdays, 1 = Monday … 7 = Sunday, rising. */
  days: number[];
  /** "HH:MM", in `zone`. */
  from: string;
  to: string;
  zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
}

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

export const ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = { or: null, must: "day or null", is: (v: unknown) => v === null || DAY.test(String(v)) };

/** True for office hours that make sense: a weekday at least, and an end after the start. */
export function isOffice(value: unknown): value is OfficeHours {
  if (typeof value !== "object" || value === null) return false;
  const { days, from, to, zone, ...more } = value as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    Array.isArray(days) &&
    days.length >= 1 &&
    days.length <= 7 &&
    days.every((d, i) => Number.isInteger(d) && d >= 1 && d <= 7 && (i === 0 || d > days[i - 1])) &&
    typeof from === "string" &&
    TIME.test(from) &&
    typeof to === "string" &&
    TIME.test(to) &&
    from < to &&
    (ZONES as readonly unknown[]).includes(zone)
  );
}

const RETENTIONS: readonly unknown[] = [30, 90, 365, 0];

export const ownFields: Fields<Own> = {
  welcomed: day,
  office: {
    or: { days: [1, 2, 3, 4, 5], from: "07:30", to: "16:00", zone: "Asia/Jakarta" },
    must: "days 1-7, from and to as HH:MM, zone",
    is: isOffice,
  },
  keepBook: { or: true, must: "true, false", is: (v) => typeof v === "boolean" },
  retention: { or: 90, must: "30, 90, 365, 0", is: (v) => RETENTIONS.includes(v) },
  reminder: { or: 0, must: "0-7", is: (v) => Number.isInteger(v) && Number(v) >= 0 && Number(v) <= 7 },
  pact: day,
};

export const DEFAULT_OWN: Own = defaults(ownFields);

/**
 * Is the weekly self-check due? From the weekday picked until the end of the week, unless it was answered.
 * @param weekday ISO, of today
 * @param monday of this week
 * @param answered Monday of the last week with an answer
 */
export const isDue = (own: Own, weekday: number, monday: string, answered: string | null): boolean =>
  own.reminder !== 0 && weekday >= own.reminder && answered !== monday;

/** Is this moment within the office hours? */
export function atOffice(office: OfficeHours, now: Date): boolean {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: office.zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday")) + 1;
  const time = `${part("hour")}:${part("minute")}`;
  return office.days.includes(weekday) && time >= office.from && time < office.to;
}
