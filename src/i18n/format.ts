import type { Language } from "../domain/vocabulary.ts";
import { language } from "./language.ts";

/** Picks the language now set; Indonesian where a text lacks it. */
export function localize(text: Readonly<Record<Language, string>>): string {
  return text[language()] || text.id;
}

const LOCALE: Readonly<Record<Language, string>> = { id: "id-ID", en: "en-GB" };

/** The BCP 47 tag for `Intl` and for `lang` attributes of numbers and dates. */
function locale(): string {
  return LOCALE[language()];
}

/** Making one costs as much as a thousand uses. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The format for days in the language now set. */
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
 * An ISO day ("2026-11-21") in words. A day has no time zone, so it is read and written in UTC. What is no valid day
 * is given back as it is.
 */
export function formatDay(iso: string, style: "long" | "medium" = "medium"): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime())) return iso;
  return dateFormat({ dateStyle: style }).format(date);
}

/** A number with the language's own separators. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** "A, B, dan C" or "A, B, atau C". */
export function formatList(items: readonly string[], type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(locale(), { type }).format(items);
}
