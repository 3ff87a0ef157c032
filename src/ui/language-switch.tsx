import { forTrusted } from "../dom/trusted.ts";
import type { Language } from "../domain/vocabulary.ts";
import { t } from "../i18n/app.ts";

/** Proper names of the languages, each in itself. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: "Indonesia", en: "English" };

/** The switch between the languages. */
export function LanguageSwitch({ now, onPick }: { now: Language; onPick: (language: Language) => void }) {
  return (
    <fieldset class="languages" aria-label={t("app.language")}>
      {(["id", "en"] as const).map((language) => (
        <button
          key={language}
          type="button"
          class="subtle"
          lang={language}
          aria-pressed={language === now}
          onClick={forTrusted(() => onPick(language))}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
