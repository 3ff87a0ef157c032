import { setupI18n } from "@lingui/core";
import type { Language } from "../domain/vocabulary.ts";
import { language, onLanguage, type Values } from "./language.ts";
import { plain } from "./sanitize.ts";

/** The catalogue of the extension's own pages; `app.ts` adds its messages. Pages of the sites make do with `overlay.ts`. */
const catalogue = setupI18n({});
type Messages = Readonly<Record<string, string>>;

/** Adds messages to both languages. */
export function addMessages(messages: Readonly<Record<Language, Messages>>): void {
  for (const language of ["id", "en"] as const) catalogue.load(language, { ...messages[language] });
  catalogue.activate(language());
}

onLanguage(() => catalogue.activate(language()));

/** Language for a setting ("follow the browser" or a fixed one) and `navigator.languages`. Anything unknown is id. */
export function chooseLanguage(setting: Language | "auto", wanted: readonly string[]): Language {
  if (setting !== "auto") return setting;
  for (const tag of wanted) {
    if (/^(id|in|jv|su|ms)\b/i.test(tag)) return "id";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "id";
}

/** The message in the language now set. Typed keys: use `t` of `overlay.ts` or `app.ts`. */
export function message(key: string, values: Values = {}): string {
  const fit: Record<string, string | number> = {};
  const late: [string, string][] = [];
  for (const [slot, value] of Object.entries(values)) {
    if (typeof value === "number") {
      fit[slot] = value;
      continue;
    }
    const text = plain(value);
    // Lingui decodes \u202e and the like in the finished sentence, so a page could bring back what `plain` took out:
    // text with a backslash is put in afterwards.
    if (text.includes("\\")) {
      const mark = `\uE000${late.length}\uE001`;
      late.push([mark, text]);
      fit[slot] = mark;
    } else fit[slot] = text;
  }
  let out = catalogue._(key, fit);
  for (const [mark, text] of late) out = out.split(mark).join(text);
  return out;
}
