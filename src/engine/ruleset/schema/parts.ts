import * as z from "zod/mini";
import type { Frozen } from "../../../domain/immutable.ts";
import { LANGUAGES, type Language } from "../../../domain/languages.ts";
import { SOURCE_KINDS } from "../../../domain/vocabulary.ts";
import { isAddress } from "./address.ts";
import { LIMITS } from "./limits.ts";

/** One line or paragraph. Markup, bidi and zero-width characters are refused earlier (`safe-json.ts`). */
export const text = (max: number, about: string) =>
  z.string().check(z.minLength(1), z.maxLength(max), z.describe(about));

/** An id: letters, digits and `. _ : / + @ -`, beginning with a letter or digit. */
export const id = (about: string) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(LIMITS.id),
      z.regex(/^[A-Za-z0-9][A-Za-z0-9._:/+@-]*$/),
      z.describe(about),
    );

export const list = <T extends z.ZodMiniType>(of: T, max: number, about: string) =>
  z.array(of).check(z.maxLength(max), z.describe(about));

const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists, "YYYY-MM-DD". */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return false;
  return day >= 1 && day <= (MONTHS[month - 1] ?? 0);
}

export const day = (about: string) =>
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/),
    z.refine((value) => isDay(value), "day"),
    z.describe(`${about} (YYYY-MM-DD)`),
  );

/** A day, or a month if the source names no day. */
export const dayOrMonth = (about: string) =>
  z.string().check(
    z.regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/),
    z.refine((value) => value.length === 7 || isDay(value), "day"),
    z.describe(`${about} (YYYY-MM-DD or YYYY-MM)`),
  );

/** A link the user may open. */
export const link = (about: string) =>
  z.string().check(
    z.maxLength(LIMITS.url),
    z.refine((value) => isAddress(value, ["https:"]), "https"),
    z.describe(`${about} (https only)`),
  );

/** Where something was read. Some official pages answer on http only; they are shown, and opened as https. */
const sourceAddress = z.string().check(
  z.maxLength(LIMITS.url),
  z.refine((value) => isAddress(value, ["https:", "http:"]), "https"),
  z.describe("address of the page read"),
);

/** A text in the languages of the interface; only Bahasa Indonesia must be there. */
const others = Object.fromEntries(
  LANGUAGES.slice(1).map((code) => [code, z.optional(text(LIMITS.text, `in the language "${code}"`))]),
) as Record<Exclude<Language, "id">, z.ZodMiniOptional<z.ZodMiniString>>;
export const localizedText = z
  .strictObject({ id: text(LIMITS.text, "in Bahasa Indonesia"), ...others })
  .check(z.describe("a text; where a language is missing, Bahasa Indonesia stands for it"));

export const SourceRef = z
  .strictObject({
    url: sourceAddress,
    kind: z
      .enum(SOURCE_KINDS)
      .check(
        z.describe("what was read there: the text itself, a copy of it, a report, or our own observation"),
      ),
    /** The ISO day on which it was read. */
    read: day("day it was read"),
  })
  .check(z.describe("where a statement was read"));
export type SourceRef = Frozen<typeof SourceRef>;

export const sources = list(SourceRef, LIMITS.sources, "where it was read");

/** A list of sources that may not be empty: every legal statement carries at least one. */
export const requiredSources = z
  .array(SourceRef)
  .check(z.minLength(1), z.maxLength(LIMITS.sources), z.describe("where it was read, at least one"));
