import { VolumeX } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { formatDay } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import { SITE_NAMES } from "../../ui/site-names.ts";
import { Checkbox } from "./fields.tsx";
import type { UserActions, UserModel } from "./user-model.ts";

export type Section = (props: { model: UserModel; actions: UserActions }) => preact.JSX.Element;

/** Which sites are guarded, and how readily a question is asked. */
export const Protection: Section = ({ model, actions }) => {
  const { off, sensitivity } = model.settings;
  return (
    <>
      <fieldset>
        <legend>{t("settings.sites")}</legend>
        <p class="small">{t("settings.sites.why")}</p>
        {model.sites.map((site) => (
          <Checkbox key={site} on={!off.includes(site)} onPick={(on) => void actions.guardSite(site, on)}>
            {SITE_NAMES[site]}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("settings.sensitivity")}</legend>
        {(["hemat", "seimbang", "ketat"] as const).map((taste) => (
          <label key={taste} class="check">
            <input
              type="radio"
              name="sensitivity"
              checked={sensitivity === taste}
              onChange={forTrusted(() => void actions.saveSettings({ sensitivity: taste }))}
            />
            <span>{t(`settings.sensitivity.${taste}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset data-optional>
        <legend>{t("settings.optional")}</legend>
        <p class="small">{t("settings.optional.why")}</p>
        {model.optionalSites.map(({ site, on }) => (
          <Checkbox key={site} site={site} on={on} onPick={(on) => actions.setOptionalSite(site, on)}>
            {SITE_NAMES[site]}
            <span class="small"> {t(`settings.optional.${site}`)}</span>
          </Checkbox>
        ))}
        <p class="small">{t("settings.optional.reload")}</p>
      </fieldset>
    </>
  );
};

/** Lines that are drawn at first, and each time more are asked for. */
const PAGE_SIZE = 20;

/** What was called "bukan kampanye"; each can be taken back. */
export const SilencedList: Section = ({ model, actions }) => {
  const [most, setMost] = useState(PAGE_SIZE);
  const { silenced } = model;
  if (silenced.length === 0) return <p>{t("settings.silenced.none")}</p>;
  return (
    <section class="card" data-silenced>
      <p class="small">{t("settings.silenced.why")}</p>
      <ul class="plain">
        {silenced.slice(0, most).map(({ tag, where }) => {
          const words = where
            ? t("settings.silenced.line", { host: plainText(where.host, 60), day: formatDay(where.day) })
            : t("settings.silenced.unknown");
          return (
            <li key={tag} class="row">
              <span class="isolate">
                <Icon of={VolumeX} size={18} /> {words}
              </span>
              <button
                type="button"
                aria-label={t("settings.silenced.ask-again.one", { one: words })}
                onClick={forTrusted(() => void actions.unsilence(tag))}
              >
                {t("settings.silenced.ask-again")}
              </button>
            </li>
          );
        })}
      </ul>
      <div class="row">
        {silenced.length > most && (
          <button type="button" onClick={forTrusted(() => setMost(most + PAGE_SIZE))}>
            {t("settings.silenced.more", { count: silenced.length - most })}
          </button>
        )}
        <button type="button" onClick={forTrusted(() => void actions.unsilence(null))}>
          {t("settings.silenced.all")}
        </button>
      </div>
    </section>
  );
};
