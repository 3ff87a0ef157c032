import type { LocalizedText } from "../domain/localized-text.ts";
import type { Language } from "../domain/vocabulary.ts";
import { language } from "./language.ts";

/** The text in the current language, or in Indonesian if it has none in that language. */
export function localize(text: LocalizedText): string {
  return text[language()] || text.id;
}

/** Locales of languages whose bare code would write days in an order unusual for readers in Indonesia. */
const LOCALE: Partial<Record<Language, string>> = { en: "en-GB" };

/** The BCP 47 tag for `Intl` and for `lang` attributes of numbers and dates. */
function locale(): string {
  return LOCALE[language()] ?? language();
}

/** Cached, because creating a format costs as much as using it a thousand times. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A date format in the current language. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" });
    dateFormats.set(key, format);
  }
  return format;
}

/**
 * Writes an ISO day ("2026-11-21") in words. A day has no time zone, so UTC is used on both sides. An invalid day is
 * returned unchanged.
 */
export function formatDay(iso: string, style: "long" | "medium" = "medium"): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime())) return iso;
  return dateFormat({ dateStyle: style }).format(date);
}

/** Writes a point in time near now: "14.45", or with its day if it is not today's ("30 Nov 2026 00.00"). */
export function formatMoment(at: number, now: number = Date.now()): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale(), {
    timeStyle: "short",
    ...(today ? {} : { dateStyle: "medium" as const }),
  }).format(date);
}

const MONTH_DAYS = 30.44;

/** Writes how long ago an ISO day or month was: "2 tahun yang lalu". An invalid one gives "". */
export function formatAgo(iso: string, today: string): string {
  const days = (Date.parse(today) - Date.parse(iso)) / 86_400_000;
  if (Number.isNaN(days)) return "";
  const months = Math.round(days / MONTH_DAYS);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (months < 1) return format.format(-Math.round(days), "day");
  return months < 12 ? format.format(-months, "month") : format.format(-Math.floor(months / 12), "year");
}

/** Writes a number with the separators of the current language. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** Writes a list: "A, B, dan C" or "A, B, atau C". */
export function formatList(items: readonly string[], type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(locale(), { type }).format(items);
}
