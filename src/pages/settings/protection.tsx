import { VolumeX } from "lucide";
import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { day } from "../../i18n/format.ts";
import { plain } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import { Icon } from "../../ui/icon.tsx";
import { Tick } from "./fields.tsx";
import type { UserActions, UserModel } from "./user-model.ts";

export type Section = (props: { model: UserModel; actions: UserActions }) => preact.JSX.Element;

/** Which sites are guarded, and how readily a question is asked. */
export const Guarding: Section = ({ model, actions }) => {
  const { off, sensitivity } = model.settings;
  return (
    <>
      <fieldset>
        <legend>{t("settings.sites")}</legend>
        <p class="small">{t("settings.sites.why")}</p>
        {model.sites.map((site) => (
          <Tick key={site} on={!off.includes(site)} onPick={(on) => void actions.guardSite(site, on)}>
            {SITE_NAMES[site]}
          </Tick>
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
      <fieldset data-asked>
        <legend>{t("settings.asked")}</legend>
        <p class="small">{t("settings.asked.why")}</p>
        {model.asked.map(({ site, on }) => (
          <Tick key={site} site={site} on={on} onPick={(on) => actions.switchAsked(site, on)}>
            {SITE_NAMES[site]}
            <span class="small"> {t(`settings.asked.${site}`)}</span>
          </Tick>
        ))}
        <p class="small">{t("settings.asked.reload")}</p>
      </fieldset>
    </>
  );
};

/** Lines that are drawn at first, and each time more are asked for. */
const PAGE = 20;

/** What was called "bukan kampanye"; each can be taken back. */
export const Silenced: Section = ({ model, actions }) => {
  const [most, setMost] = useState(PAGE);
  const { silenced } = model;
  if (silenced.length === 0) return <p>{t("settings.silenced.none")}</p>;
  return (
    <section class="card" data-silenced>
      <p class="small">{t("settings.silenced.why")}</p>
      <ul class="plain">
        {silenced.slice(0, most).map(({ tag, where }) => {
          const words = where
            ? t("settings.silenced.line", { host: plain(where.host, 60), day: day(where.day) })
            : t("settings.silenced.unknown");
          return (
            <li key={tag} class="row">
              <span class="isolate">
                <Icon of={VolumeX} size={18} /> {words}
              </span>
              <button
                type="button"
                aria-label={t("settings.silenced.back.one", { one: words })}
                onClick={forTrusted(() => void actions.unsilence(tag))}
              >
                {t("settings.silenced.back")}
              </button>
            </li>
          );
        })}
      </ul>
      <div class="row">
        {silenced.length > most && (
          <button type="button" onClick={forTrusted(() => setMost(most + PAGE))}>
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
