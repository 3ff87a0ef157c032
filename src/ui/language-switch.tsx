import { forTrusted } from "../dom/trusted.ts";
import { LANGUAGES, type Language } from "../domain/languages.ts";
import { t } from "../i18n/app.ts";

/** The name of a language in that language, as the browser knows it. */
export const languageName = (language: Language): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

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
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          class="link"
          lang={language}
          aria-pressed={language === current}
          onClick={forTrusted(() => onPick(language))}
        >
          {languageName(language)}
        </button>
      ))}
    </fieldset>
  );
}
