/** An instant or day in markup. Without a time zone an instant could mean one of two days, so it must have one. */
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
/** The sites have no older posts; an earlier day comes from a clock at zero. */
const OLDEST = "2003-01-01";

/** The local day of a machine-readable time; undefined if it is invalid, implausible or in the future. */
export function localDay(text: string | null | undefined, now = Date.now()): string | undefined {
  const [, year, month, day, time, seconds = "00", zone] = INSTANT.exec(text?.trim() ?? "") ?? [];
  if (!year) return undefined;
  const date = `${year}-${month}-${day}`;
  const start = Date.parse(`${date}T00:00:00Z`);
  /* A day that rolls over (30 February) does not exist. */
  if (Number.isNaN(start) || !new Date(start).toISOString().startsWith(date)) return undefined;
  const instant = time ? Date.parse(`${date}T${time}:${seconds}${withColon(zone!)}`) : Number.NaN;
  if (time && Number.isNaN(instant)) return undefined;
  const localDate = time ? isoDay(new Date(instant)) : date;
  return localDate > isoDay(new Date(now)) || localDate < OLDEST ? undefined : localDate;
}

const withColon = (zone: string): string => zone.replace(/^(.\d\d)(\d\d)$/, "$1:$2");

const twoDigits = (part: number): string => String(part).padStart(2, "0");
const isoDay = (at: Date): string =>
  `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

/** The local day of an element with a time (`<time datetime>`); undefined if it has none. */
export const dayOf = (el: Element | null | undefined, attribute = "datetime"): string | undefined =>
  el ? localDay(el.getAttribute(attribute)) : undefined;
