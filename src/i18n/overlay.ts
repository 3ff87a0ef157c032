import id from "../../assets/locales/id/page.json" with { type: "json" };
import { language, type Values } from "./language.ts";
import { plain } from "./sanitize.ts";

/**
 * Texts shown inside a page: dialog, notices, evidence. They have plain slots only ("{name}", "{strength, number}"; a
 * test keeps it so), which one expression fills: Lingui would cost every page 5 KB for plurals nobody writes here.
 */
export type PageKey = Extract<keyof typeof id, string>;

/** A page carries the Indonesian texts only; others come out of storage, or with the extension's own pages. */
const texts: Record<string, Readonly<Record<string, string>>> = { id };

/** Takes the texts of a language, key by text; what is none is left out, and its Indonesian text stands for it. */
export function addTexts(of: string, words: unknown): void {
  if (typeof words !== "object" || words === null) return;
  texts[of] = Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text === "string"));
}

const SLOT = /\{(\w+)(?:, number)?\}/g;

/** A text shown inside a page, in the language now set. */
export function t(key: PageKey, values: Values = {}): string {
  return fillSlots(texts[language()]?.[key] ?? id[key] ?? key, values);
}

/** Puts values into slots, in one pass: nothing that a value contains is read again. */
function fillSlots(text: string, values: Values): string {
  return text.replace(SLOT, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) return slot;
    return typeof value === "number" ? inFigures(value) : plain(value);
  });
}

/**
 * A number as `Intl.NumberFormat` writes it. Those that our sentences have (a rule's, a ballot's, a strength of 0.92)
 * are written without it: the first one takes a page several milliseconds to make, just before the first question.
 */
function inFigures(value: number): string {
  const written = String(value);
  const now = language();
  if ((now !== "id" && now !== "en") || !/^\d{1,3}(\.\d{1,3})?$/.test(written))
    return new Intl.NumberFormat(now).format(value);
  return now === "id" ? written.replace(".", ",") : written;
}

/** One reason as a sentence for laymen. A reason of a newer ruleset without a text of its own gets a general one. */
export function sayEvidence(say: { key: string; values: Values }, words: string): string {
  const key = `evidence.${say.key}`;
  return Object.hasOwn(id, key) ? t(key as PageKey, say.values) : t("evidence.other", { words });
}

/** Is this a text of the page? */
export const isPageKey = (key: string): key is PageKey => Object.hasOwn(id, key);

export { language, setLanguage } from "./language.ts";
