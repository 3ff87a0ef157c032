import { LANGUAGES } from "../../domain/languages.ts";
import { t as inRooms } from "../../i18n/rooms.ts";
import { t } from "../../i18n/settings.ts";
import { languageName } from "../../ui/language-switch.tsx";
import { Person } from "../welcome/steps.tsx";
import { About, Policy } from "./about.tsx";
import { Keeping, Reset } from "./data-retention.tsx";
import { Choice } from "./fields.tsx";
import { Guarding, type Section, Silenced } from "./protection.tsx";

/** The languages, each in itself, and the browser's. */
const Language: Section = ({ model, actions }) => (
  <Choice
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

const Me: Section = ({ model, actions }) => (
  <Person
    model={{ ...model, today: "" }}
    actions={{
      saveSettings: actions.saveSettings,
      saveOwn: actions.saveOwn,
      setLanguage: (language) => actions.saveSettings({ language }),
      print: () => {},
    }}
  />
);

/** Sections before the rules, and those after. Headings are links' targets. */
const BEFORE: readonly (readonly [string, () => string, Section])[] = [
  ["guarding", () => t("settings.guarding"), Guarding],
  ["me", () => inRooms("welcome.person"), Me],
  ["book", () => t("settings.book"), Keeping],
  ["silenced", () => t("settings.silenced"), Silenced],
  ["language", () => t("app.language"), Language],
];
const AFTER: typeof BEFORE = [
  ["policy", () => t("settings.policy"), Policy],
  ["reset", () => t("settings.reset.title"), Reset],
  ["about", () => t("settings.about"), About],
];

/** All of one side of the rules. */
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
