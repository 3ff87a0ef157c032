import { forTrusted } from "../dom/trusted.ts";
import type { Language } from "../domain/vocabulary.ts";
import { t } from "../i18n/app.ts";

/** The name of each language in that language. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: "Indonesia", en: "English" };

/** Buttons to switch the language of the interface. */
export function LanguageSwitch({
  current,
  onPick,
}: {
  current: Language;
  onPick: (language: Language) => void;
}) {
  return (
    <fieldset class="languages" aria-label={t("app.language")}>
      {(["id", "en"] as const).map((language) => (
        <button
          key={language}
          type="button"
          class="link"
          lang={language}
          aria-pressed={language === current}
          onClick={forTrusted(() => onPick(language))}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
