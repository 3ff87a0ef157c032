import { ZONES, type Zone } from "../domain/vocabulary.ts";
import type { Fields } from "./fields.ts";

/** Office hours, for rule 6. */
export interface OfficeHours {
  /** ISO weekdays, 1 = Monday … 7 = Sunday, ascending. */
  days: number[];
  /** "HH:MM", in `zone`. */
  from: string;
  to: string;
  zone: Zone;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for valid office hours: at least one weekday, and an end after the start. */
export function isOfficeHours(value: unknown): value is OfficeHours {
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

/** The field of the user's profile that contains them. */
export const officeHoursFields: Fields<{ office: OfficeHours }> = {
  office: {
    or: { days: [1, 2, 3, 4, 5], from: "07:30", to: "16:00", zone: "Asia/Jakarta" },
    must: "days 1-7, from and to as HH:MM, zone",
    is: isOfficeHours,
  },
};

/** True if this moment is within the office hours. */
export function isWithinOfficeHours(office: OfficeHours, now: Date): boolean {
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
