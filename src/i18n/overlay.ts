import id from "../../assets/locales/id/overlay.json" with { type: "json" };
import { language, type Values } from "./language.ts";
import { plainText } from "./sanitize.ts";

/**
 * Keys of the texts drawn inside a site's page: dialog, notices, evidence. They have simple slots only ("{name}",
 * "{strength, number}"; a test enforces it), which one expression fills: Lingui would cost every page 5 KB.
 */
export type OverlayKey = Extract<keyof typeof id, string>;

/**
 * Pages get the texts of their language from storage, the extension's own pages bring all along. The engine's script has of
 * the file above only what may have to be said when nothing came from storage (scripts/build/compile-locales.ts).
 */
const texts: Record<string, Readonly<Record<string, string>>> = { id };

/** Adds the texts of a language by key. Values that are not strings are dropped. */
export function addTexts(target: string, messages: unknown): void {
  if (typeof messages !== "object" || messages === null) return;
  texts[target] = Object.fromEntries(Object.entries(messages).filter(([, text]) => typeof text === "string"));
}

const SLOT = /\{(\w+)(?:, number)?\}/g;

/** A text drawn inside a site's page, in the current language. */
export function t(key: OverlayKey, values: Values = {}): string {
  return fillSlots(ownText(key) ?? id[key] ?? "", values);
}

function ownText(key: string): string | undefined {
  const own = texts[language()];
  return own && Object.hasOwn(own, key) ? own[key] : undefined;
}

/** Fills the slots in one pass, so that a value cannot contain a slot of its own. */
function fillSlots(text: string, values: Values): string {
  return text.replace(SLOT, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) return slot;
    return typeof value === "number" ? formatSlotNumber(value) : plainText(value);
  });
}

/**
 * Formats a number like `Intl.NumberFormat`, but without it for the numbers of our own sentences (rule and ballot
 * numbers, a strength of 0.92): creating the first one costs a page several milliseconds just before the first question.
 */
function formatSlotNumber(value: number): string {
  const digits = String(value);
  const current = language();
  if ((current !== "id" && current !== "en") || !/^\d{1,3}(\.\d{1,3})?$/.test(digits))
    return new Intl.NumberFormat(current).format(value);
  return current === "id" ? digits.replace(".", ",") : digits;
}

/** One piece of evidence as a sentence for laymen. Evidence of a newer ruleset, which has no text here, gets a general one. */
export function evidenceText(say: { key: string; values: Values }, words: string): string {
  const key = `evidence.${say.key}`;
  const isKnown = ownText(key) !== undefined || Object.hasOwn(id, key);
  return isKnown ? t(key as OverlayKey, say.values) : t("evidence.other", { words });
}

/** Whether the overlay has a text for this key. */
export const isOverlayKey = (key: string): key is OverlayKey => Object.hasOwn(id, key);

export { language, setLanguage } from "./language.ts";
