import { setupI18n } from "@lingui/core";
import type { Language } from "../domain/vocabulary.ts";
import { language, onLanguageChange, type Values } from "./language.ts";
import { plainText } from "./sanitize.ts";

/** Messages of the extension's own pages, which may need plurals. What is drawn in a site's page uses `overlay.ts` instead. */
const catalogue = setupI18n({});
type Messages = Readonly<Record<string, string>>;

/** Adds messages to both languages. */
export function addMessages(messages: Readonly<Record<Language, Messages>>): void {
  for (const language of ["id", "en"] as const) catalogue.load(language, { ...messages[language] });
  catalogue.activate(language());
}

onLanguageChange(() => catalogue.activate(language()));

/** The interface language for a setting ("auto" or a fixed language) and the browser's list. An unknown language gives id. */
export function chooseLanguage(setting: Language | "auto", preferred: readonly string[]): Language {
  if (setting !== "auto") return setting;
  for (const tag of preferred) {
    if (/^(id|in|jv|su|ms)\b/i.test(tag)) return "id";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "id";
}

/** The message in the current language. Keys are not checked here: use `t` of `app.ts`, `pages.ts` or `settings.ts`. */
export function message(key: string, values: Values = {}): string {
  const safe: Record<string, string | number> = {};
  const deferred: [placeholder: string, text: string][] = [];
  for (const [slot, value] of Object.entries(values)) {
    if (typeof value === "number") {
      safe[slot] = value;
      continue;
    }
    const text = plainText(value);
    // Lingui decodes escapes such as \u202e in the finished sentence, so a page could bring back what `plainText` removed:
    // text with a backslash is inserted afterwards.
    if (text.includes("\\")) {
      const placeholder = `\uE000${deferred.length}\uE001`;
      deferred.push([placeholder, text]);
      safe[slot] = placeholder;
    } else safe[slot] = text;
  }
  let sentence = catalogue._(key, safe);
  for (const [placeholder, text] of deferred) sentence = sentence.split(placeholder).join(text);
  return sentence;
}
