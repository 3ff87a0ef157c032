import { Building2, LockKeyhole } from "lucide";
import { t as inRooms } from "../../i18n/rooms.ts";
import { plain } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Section } from "./protection.tsx";

/** What is inside the package, with its licence; names and licences are the same in every language. */
const PARTS = [
  ["Preact, preact/hooks", "MIT"],
  ["Lucide", "ISC"],
  ["Lingui", "MIT"],
  ["zod", "MIT"],
  ["idb", "ISC"],
  ["@hpke/core", "MIT"],
  ["canonicalize", "Apache-2.0"],
  ["Papa Parse, fflate", "MIT"],
  ["@wxt-dev/storage, WXT", "MIT"],
  ["webextension-polyfill", "MPL-2.0"],
] as const;

/** What an administrator set: shown, not to be changed here. Nothing where there is none. */
export const Policy: Section = ({ model }) => (
  <section class="card" data-policy={model.policy.length}>
    {model.policy.length === 0 ? (
      <p>{t("settings.policy.none")}</p>
    ) : (
      <>
        <p>
          <Icon of={Building2} size={18} /> {t("settings.policy.set")}
        </p>
        <ul>
          {model.policy.map(({ key, value }) => (
            <li key={key} class="isolate">
              <Icon of={LockKeyhole} size={16} /> {t(`settings.policy.${key}`)}: {plain(value, 120)}
            </li>
          ))}
        </ul>
      </>
    )}
    <p class="small">{t("settings.policy.never")}</p>
  </section>
);

/** Version, privacy, licences, and whose it is not. */
export const About: Section = ({ model }) => (
  <section class="card">
    <p>
      <strong>{inRooms("welcome.unofficial")}</strong>
    </p>
    <p>
      {model.rulesetVersion
        ? t("app.version.rules", { version: model.version, rules: model.rulesetVersion })
        : t("app.version", { version: model.version })}
    </p>
    <h3>{inRooms("welcome.privacy")}</h3>
    <ul>
      <li>{inRooms("welcome.privacy.1")}</li>
      <li>{inRooms("welcome.privacy.2")}</li>
      <li>{inRooms("welcome.privacy.3")}</li>
      <li>{t("settings.about.sealed")}</li>
    </ul>
    <h3>{t("settings.about.licences")}</h3>
    <p>{t("settings.about.own", { licence: "Apache-2.0" })}</p>
    <ul>
      {PARTS.map(([name, licence]) => (
        <li key={name}>{`${name} · ${licence}`}</li>
      ))}
    </ul>
  </section>
);
