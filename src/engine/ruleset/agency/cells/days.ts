import { isDay } from "../../schema/parts.ts";
import { tidyCode } from "../tidy.ts";
import { damaged, good, type ReadCell, wrong } from "./reading.ts";

/** Months as Indonesian and English write them, by their first three letters; Nopember is the old spelling. */
const MONTH_WORDS: readonly (readonly string[])[] = [
  ["jan"],
  ["feb", "peb"],
  ["mar"],
  ["apr"],
  ["mei", "may"],
  ["jun"],
  ["jul"],
  ["agu", "aug", "ags"],
  ["sep"],
  ["okt", "oct"],
  ["nov", "nop"],
  ["des", "dec"],
];

/** Number of a month by its name, 0 where it is none. */
export const monthOf = (word: string): number => {
  const start = word.toLowerCase().slice(0, 3);
  return /^[a-z]{3,9}$/i.test(word) ? MONTH_WORDS.findIndex((words) => words.includes(start)) + 1 : 0;
};

/** "2031-11-27". */
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** As examples show a day: "27/11/2031". */
export const asTyped = (day: string): string => {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
};

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one to the other. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Days since 30 December 1899, as spreadsheets count them: those of 1990 to 2119 cannot be anything else here. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 80_000;
const daySerial = (serial: number): string => addDays("1899-12-30", Math.floor(serial));

const SLASHED = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:[ ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;

/** Which half of a day's slashes is the month: "day" or "month" first, undefined where it could be both. */
export function orderOf(cell: string): "day" | "month" | undefined {
  const match = SLASHED.exec(tidyCode(cell));
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return "day";
  return second > 12 && first <= 12 ? "month" : undefined;
}

/**
 * A day: 27/11/2031, 27-11-2031, 2031-11-27 or 27 November 2031. Everything else that people and spreadsheets make of
 * one is a fault with the day that was probably meant.
 */
export const readDay: ReadCell = (cell, context) => {
  const text = tidyCode(cell);
  const found =
    slashed(text, cell, context.monthFirst) ?? inWords(text, cell, context.year) ?? serial(text, cell);
  if (found) return found;
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (full) return existing(Number(full[1]), Number(full[2]), Number(full[3]), cell);
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  if (short) {
    const made = existing(2000 + Number(short[3]), Number(short[2]), Number(short[1]), cell);
    return damaged("day-short-year", [cell], asTyped(made.value), made.value);
  }
  const example = iso(context.year, 11, 27);
  return wrong("day", [cell], asTyped(example), example);
};

function slashed(text: string, cell: string, monthFirst: boolean) {
  const match = SLASHED.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if ((monthFirst && first <= 12) || (second > 12 && first <= 12)) {
    const meant = existing(year, first, second, cell).value;
    return wrong("day-month-first", [cell], asTyped(meant), meant);
  }
  return existing(year, second, first, cell);
}

/** "27 November 2031", "27-Nov-31", "27-Nov" and "November 27, 2031". */
function inWords(text: string, cell: string, year: number) {
  const match =
    /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ ,-]+(\d{2}|\d{4}))?$/i.exec(text) ??
    swap(/^([a-z]{3,9})[ -](\d{1,2})(?:st|nd|rd|th)?,?(?: +(\d{4}))?$/i.exec(text));
  if (!match) return undefined;
  const month = monthOf(match[2]!);
  if (month === 0) return undefined;
  const written = match[3];
  const meant = existing(
    written ? Number(written) + (written.length === 2 ? 2000 : 0) : year,
    month,
    Number(match[1]),
    cell,
  );
  if (written?.length === 4) return meant;
  const code = written ? "day-short-year" : "day-no-year";
  return damaged(code, [cell], asTyped(meant.value), meant.value);
}
const swap = (match: RegExpExecArray | null) => match && ([match[0], match[2], match[1], match[3]] as const);

function serial(text: string, cell: string) {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const number = Number(text.replace(",", "."));
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return undefined;
  const day = daySerial(number);
  return damaged("day-serial", [cell], asTyped(day), day);
}

/** The day, or where there is none, the last of its month. */
function existing(year: number, month: number, day: number, cell: string) {
  const made = iso(year, month, day);
  if (isDay(made)) return good(made);
  const inMonth = month >= 1 && month <= 12 ? month : 12;
  let last = 31;
  while (!isDay(iso(year, inMonth, last)) && last > 28) last--;
  const nearest = iso(year, inMonth, Math.min(Math.max(day, 1), last));
  return wrong("day-none", [cell], asTyped(nearest), nearest);
}
