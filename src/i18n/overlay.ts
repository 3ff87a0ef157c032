import id from "../../assets/locales/id/overlay.json" with { type: "json" };
import type { Language } from "../domain/vocabulary.ts";
import { language, type Values } from "./language.ts";
import { plainText } from "./sanitize.ts";

/**
 * Texts shown inside a page: dialog, notices, evidence. They have plain slots only ("{name}", "{strength, number}"; a
 * test keeps it so), which one expression fills: Lingui would cost every page 5 KB for plurals nobody writes here.
 */
export type OverlayKey = Extract<keyof typeof id, string>;

/** A page carries the Indonesian texts only; others come out of storage, or with the extension's own pages. */
const texts: Partial<Record<Language, Readonly<Record<string, string>>>> = { id };

/** Takes the texts of a language, key by text; what is none is left out, and its Indonesian text stands for it. */
export function addTexts(of: Language, words: unknown): void {
  if (typeof words !== "object" || words === null) return;
  texts[of] = Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text === "string"));
}

const SLOT = /\{(\w+)(?:, number)?\}/g;

/** A text shown inside a page, in the language now set. */
export function t(key: OverlayKey, values: Values = {}): string {
  return fillSlots(texts[language()]?.[key] ?? id[key] ?? key, values);
}

/** Puts values into slots, in one pass: nothing that a value contains is read again. */
function fillSlots(text: string, values: Values): string {
  return text.replace(SLOT, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) return slot;
    return typeof value === "number" ? formatSlotNumber(value) : plainText(value);
  });
}

/**
 * A number as `Intl.NumberFormat` writes it. Those that our sentences have (a rule's, a ballot's, a strength of 0.92)
 * are written without it: the first one takes a page several milliseconds to make, just before the first question.
 */
function formatSlotNumber(value: number): string {
  const written = String(value);
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(written)) return new Intl.NumberFormat(language()).format(value);
  return language() === "id" ? written.replace(".", ",") : written;
}

/** One reason as a sentence for laymen. A reason of a newer ruleset without a text of its own gets a general one. */
export function evidenceText(say: { key: string; values: Values }, words: string): string {
  const key = `evidence.${say.key}`;
  return Object.hasOwn(id, key) ? t(key as OverlayKey, say.values) : t("evidence.other", { words });
}

/** Is this a text of the page? */
export const isOverlayKey = (key: string): key is OverlayKey => Object.hasOwn(id, key);

export { language, setLanguage } from "./language.ts";
