import { forTrusted } from "../dom/trusted.ts";
import { LANGUAGES, type Language } from "../domain/languages.ts";
import { t } from "../i18n/app.ts";

/** A language's name in itself, as the browser knows it. */
export const languageName = (language: Language): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

/** The switch between the languages. */
export function Languages({ now, onPick }: { now: Language; onPick: (language: Language) => void }) {
  return (
    <fieldset class="languages" aria-label={t("app.language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          class="quiet"
          lang={language}
          aria-pressed={language === now}
          onClick={forTrusted(() => onPick(language))}
        >
          {languageName(language)}
        </button>
      ))}
    </fieldset>
  );
}
