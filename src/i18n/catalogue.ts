import { setupI18n } from "@lingui/core";
import { LANGUAGES } from "../domain/languages.ts";
import { language, onLanguageChange, type Values } from "./language.ts";
import { plainText } from "./sanitize.ts";

/** Messages of the extension's own pages, which may need plurals. What is drawn in a site's page uses `overlay.ts` instead. */
const catalogue = setupI18n({});
export type Messages = Readonly<Record<string, string>>;

/**
 * Adds the messages of every language by the path of their file. Bahasa Indonesia replaces what a language lacks.
 * @throws Error if a language has no file, because it could not be shown at all
 */
export function addMessages(files: Readonly<Record<string, Messages>>): void {
  const byLanguage = new Map(
    Object.entries(files).map(([path, messages]) => [path.split("/").at(-2), messages]),
  );
  for (const language of LANGUAGES) {
    const messages = byLanguage.get(language);
    if (!messages) throw new Error(`assets/locales/${language} lacks a file`);
    catalogue.load(language, { ...byLanguage.get("id"), ...messages });
  }
  catalogue.activate(language());
}

onLanguageChange(() => catalogue.activate(language()));

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
