import { Building2, LockKeyhole } from "lucide";
import { localize } from "../../i18n/format.ts";
import { t as inPages } from "../../i18n/pages.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import { LIBRARIES } from "./libraries.ts";
import type { Section } from "./protection.tsx";

/** What the administrator set by browser policy: shown, but not changeable here. */
export const PolicySection: Section = ({ model }) => (
  <section class="card" data-policy={model.policy.length}>
    {model.policyProblem && (
      <p class="warning isolate" data-policy-refused>
        {t("settings.policy.refused")} {plainText(localize(model.policyProblem), 400)}
      </p>
    )}
    {model.policy.length === 0 ? (
      !model.policyProblem && <p>{t("settings.policy.none")}</p>
    ) : (
      <>
        <p>
          <Icon icon={Building2} size={18} /> {t("settings.policy.set")}
        </p>
        <ul>
          {model.policy.map(({ key, value }) => (
            <li key={key} class="isolate">
              <Icon icon={LockKeyhole} size={16} /> {t(`settings.policy.${key}`)}: {plainText(value, 120)}
            </li>
          ))}
        </ul>
      </>
    )}
    <p class="small">{t("settings.policy.never")}</p>
  </section>
);

/** Version, privacy, licences, and that it is nobody's official application. */
export const AboutSection: Section = ({ model }) => (
  <section class="card">
    <p>
      <strong>{inPages("welcome.unofficial")}</strong>
    </p>
    <p>
      {model.rulesetVersion
        ? t("app.version.rules", { version: model.version, rules: model.rulesetVersion })
        : t("app.version", { version: model.version })}
    </p>
    <h3>{inPages("welcome.privacy")}</h3>
    <ul>
      <li>{inPages("welcome.privacy.1")}</li>
      <li>{inPages("welcome.privacy.2")}</li>
      <li>{inPages("welcome.privacy.3")}</li>
      <li>{t("settings.about.sealed")}</li>
    </ul>
    <h3>{t("settings.about.licences")}</h3>
    <p>{t("settings.about.own", { licence: "Apache-2.0" })}</p>
    <ul>
      {LIBRARIES.map(([packages, licence]) => (
        <li key={packages[0]}>{`${packages.join(", ")} · ${licence}`}</li>
      ))}
    </ul>
  </section>
);
