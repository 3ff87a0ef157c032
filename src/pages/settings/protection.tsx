import { VolumeX } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { formatDay } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
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
        {(["hemat", "seimbang", "ketat"] as const).map((level) => (
          <label key={level} class="check">
            <input
              autocomplete="off"
              type="radio"
              name="sensitivity"
              checked={sensitivity === level}
              onChange={forTrusted(() => void actions.saveSettings({ sensitivity: level }))}
            />
            <span>{t(`settings.sensitivity.${level}`)}</span>
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

/** How many lines are shown at first, and added with each press of "show more". */
const PAGE_SIZE = 20;

/** Everything answered with "bukan kampanye"; each answer can be taken back. */
export const SilencedList: Section = ({ model, actions }) => {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const { silenced } = model;
  if (silenced.length === 0) return <p>{t("settings.silenced.none")}</p>;
  return (
    <section class="card" data-silenced>
      <p class="small">{t("settings.silenced.why")}</p>
      <ul class="plain">
        {silenced.slice(0, limit).map(({ tag, origin }) => {
          const label = origin
            ? t("settings.silenced.line", { host: plainText(origin.host, 60), day: formatDay(origin.day) })
            : t("settings.silenced.unknown");
          return (
            <li key={tag} class="row">
              <span class="isolate">
                <Icon icon={VolumeX} size={18} /> {label}
              </span>
              <button
                type="button"
                aria-label={t("settings.silenced.ask-again.one", { one: label })}
                onClick={forTrusted(() => void actions.unsilence(tag))}
              >
                {t("settings.silenced.ask-again")}
              </button>
            </li>
          );
        })}
      </ul>
      <div class="row">
        {silenced.length > limit && (
          <button type="button" onClick={forTrusted(() => setLimit(limit + PAGE_SIZE))}>
            {t("settings.silenced.more", { count: silenced.length - limit })}
          </button>
        )}
        <button type="button" onClick={forTrusted(() => void actions.unsilence(null))}>
          {t("settings.silenced.all")}
        </button>
      </div>
    </section>
  );
};
