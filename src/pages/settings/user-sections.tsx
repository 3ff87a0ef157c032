import { LANGUAGES } from "../../domain/languages.ts";
import { t as inPages } from "../../i18n/pages.ts";
import { t } from "../../i18n/settings.ts";
import { languageName } from "../../ui/language-switch.tsx";
import { ProfileStep } from "../welcome/steps.tsx";
import { AboutSection, PolicySection } from "./about.tsx";
import { DataRetention, ResetSection } from "./data-retention.tsx";
import { SelectField } from "./fields.tsx";
import { SettingsFileSection } from "./file-section.tsx";
import { Protection, type Section, SilencedList } from "./protection.tsx";

/** The language of the interface, or that of the browser. */
const LanguageSection: Section = ({ model, actions }) => (
  <SelectField
    name="language"
    label={t("app.language")}
    value={model.settings.language}
    options={[
      ["auto", t("settings.language.auto")],
      ...LANGUAGES.map((language) => [language, languageName(language)] as const),
    ]}
    onPick={(language) => void actions.saveSettings({ language })}
  />
);

const ProfileSection: Section = ({ model, actions }) => (
  <ProfileStep
    model={{ ...model, today: "" }}
    actions={{
      saveSettings: actions.saveSettings,
      saveProfile: actions.saveProfile,
      setLanguage: (language) => actions.saveSettings({ language }),
      print: () => {},
    }}
  />
);

/** Sections before and after the rules. Their headings are targets of links. */
const BEFORE: readonly (readonly [string, () => string, Section])[] = [
  ["protection", () => t("settings.protection"), Protection],
  ["me", () => inPages("welcome.person"), ProfileSection],
  ["language", () => t("app.language"), LanguageSection],
  ["book", () => t("settings.book"), DataRetention],
  ["silenced", () => t("settings.silenced"), SilencedList],
];
const AFTER: typeof BEFORE = [
  ["policy", () => t("settings.policy"), PolicySection],
  ["file", () => t("settings.file.title"), SettingsFileSection],
  ["reset", () => t("settings.reset.title"), ResetSection],
  ["about", () => t("settings.about"), AboutSection],
];

/** Ids and titles of the sections on one side of the rules. */
export const sectionTitles = (side: "before" | "after"): (readonly [id: string, title: string])[] =>
  (side === "before" ? BEFORE : AFTER).map(([id, title]) => [id, title()] as const);

/** All sections on one side of the rules. */
export function UserSections({ side, ...props }: Parameters<Section>[0] & { side: "before" | "after" }) {
  return (
    <>
      {(side === "before" ? BEFORE : AFTER).map(([id, title, Body]) => (
        <section key={id} class="part" aria-labelledby={`part-${id}`}>
          <h2 id={`part-${id}`}>{title()}</h2>
          <Body {...props} />
        </section>
      ))}
    </>
  );
}
