import { LANGUAGES, type Language } from "./languages.ts";

/** Languages most of whose readers also read Indonesian, and an old code of Indonesian. */
const INDONESIAN_READERS = /^(?:id|in|jv|su|ms)$/;

/** The interface language for a setting ("auto" or a fixed language) and the browser's list. An unknown language gives id. */
export function chooseLanguage(setting: Language | "auto", preferred: readonly string[]): Language {
  if (setting !== "auto") return setting;
  for (const tag of preferred) {
    const code = tag.toLowerCase().split("-")[0]!;
    const found = LANGUAGES.find((language) => language === code);
    if (found) return found;
    if (INDONESIAN_READERS.test(code)) return "id";
  }
  return "id";
}

/**
 * The same for every page of ours: the languages that the user prefers, not that of the browser's own menus, which many
 * have in English. Used by every page of ours and for what is drawn in a site's page.
 */
export const preferredLanguage = (setting: Language | "auto"): Language =>
  chooseLanguage(setting, navigator.languages);
