import en from "../../assets/locales/en/page.json" with { type: "json" };
import id from "../../assets/locales/id/page.json" with { type: "json" };
import { fill, has, message, type Values } from "./catalogue.ts";

/** Keys of the texts shown inside a page: dialog, notices, evidence. */
export type PageKey = Extract<keyof typeof id, string>;

fill({ id, en });

/** A text shown inside a page, in the language now set. */
export function t(key: PageKey, values?: Values): string {
  return message(key, values);
}

/** One reason as a sentence for laymen. A reason of a newer ruleset without a text of its own gets a general one. */
export function sayEvidence(say: { key: string; values: Values }, words: string): string {
  const key = `evidence.${say.key}`;
  return has(key) ? message(key, say.values) : t("evidence.other", { words });
}

export { language, onLanguage, setLanguage } from "./catalogue.ts";
