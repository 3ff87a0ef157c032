import { setupI18n } from "@lingui/core";
import { LANGUAGES, type Language } from "../domain/languages.ts";
import { language, onLanguage, type Values } from "./language.ts";
import { plain } from "./sanitize.ts";

/** The catalogue of the extension's own pages; `app.ts` adds its messages. Pages of the sites make do with `overlay.ts`. */
const catalogue = setupI18n({});
export type Messages = Readonly<Record<string, string>>;

/**
 * Adds the messages of every language, by the path of their file; what one lacks is said in Bahasa Indonesia.
 * @throws Error where a file is missing: its language could not be shown at all
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

onLanguage(() => catalogue.activate(language()));

/** Languages that most who read them read Indonesian with, and an old code of Indonesian itself. */
const READ_INDONESIAN = /^(?:id|in|jv|su|ms)$/;

/** Language for a setting ("follow the browser" or a fixed one) and `navigator.languages`. Anything unknown is id. */
export function chooseLanguage(setting: Language | "auto", wanted: readonly string[]): Language {
  if (setting !== "auto") return setting;
  for (const tag of wanted) {
    const code = tag.toLowerCase().split("-")[0]!;
    const found = LANGUAGES.find((language) => language === code);
    if (found) return found;
    if (READ_INDONESIAN.test(code)) return "id";
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
