import type { ComponentChildren } from "preact";
import { SITE_IDS, SITE_NAMES } from "../../domain/sites.ts";
import { t } from "../../i18n/help.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { RoomLinks } from "../../ui/rooms.tsx";
import { Channels } from "../shared/channels.tsx";
import type { HelpActions, HelpModel } from "./model.ts";
import { Report } from "./report.tsx";

/** One question, folded; its answer is found by the browser's search all the same. */
function Question({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="card" id={id}>
      <details open={location.hash === `#${id}`}>
        <summary>
          <h2>{title}</h2>
        </summary>
        <div class="part">{children}</div>
      </details>
    </section>
  );
}

const Lines = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </>
);

/** Answers to what is asked most, a report to copy, and where to ask. Nothing here leaves the device. */
export function HelpPage({ model, actions }: { model: HelpModel; actions: HelpActions }) {
  return (
    <main class="help" lang={model.language}>
      <header>
        <h1>{t("help.title")}</h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <RoomLinks here="help" />
      {model.problem && (
        <p class="warning" role="alert">
          {t("help.problem", { problem: model.problem })}
        </p>
      )}
      <Question id="boss" title={t("help.boss")}>
        <Lines texts={[t("help.boss.1"), t("help.boss.2"), t("help.boss.3"), t("help.boss.4")]} />
      </Question>
      <Question id="why" title={t("help.why")}>
        <Lines texts={[t("help.why.1"), t("help.why.2"), t("help.why.3"), t("help.why.4")]} />
      </Question>
      <Question id="undo" title={t("help.undo")}>
        <p>{t("help.undo.first")}</p>
        <dl>
          {SITE_IDS.map((site) => (
            <div key={site}>
              <dt>{SITE_NAMES[site]}</dt>
              <dd>{t(`help.undo.${site}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t("help.undo.after")}</p>
      </Question>
      <Question id="report" title={t("help.report")}>
        <Report model={model} actions={actions} />
      </Question>
      <Question id="pressure" title={t("help.pressure")}>
        <Lines texts={[t("help.pressure.1"), t("help.pressure.2"), t("help.pressure.3")]} />
        <Channels channels={model.channels} today={model.today} />
      </Question>
      <Question id="remove" title={t("help.remove")}>
        <Lines texts={[t("help.remove.1"), t("help.remove.2"), t("help.remove.3"), t("help.remove.4")]} />
      </Question>
      <footer class="small">{t("app.unofficial")}</footer>
    </main>
  );
}
