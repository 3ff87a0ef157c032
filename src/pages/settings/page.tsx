import { createRef } from "preact";
import { forTrusted } from "../../dom/trusted.ts";
import { localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import type { RosterMatch } from "../../messaging/protocol.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { AddLayer } from "./add-layer.tsx";
import { LayerList } from "./layers.tsx";
import type { SettingsActions, SettingsModel } from "./model.ts";
import { UserSections } from "./user-sections.tsx";

const searchField = createRef<HTMLInputElement>();

function matchDetail({ detail, account, number }: RosterMatch): string {
  const text = plainText(localize(detail), 120);
  if (account) return `${text} · ${t(`rules.kind.${account}`)}`;
  return number === undefined ? text : t("rules.find.ticket", { contest: text, number });
}

function RosterSearch({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
  const { matches } = model;
  return (
    <section class="card" data-find>
      <h3>{t("rules.find")}</h3>
      <form
        class="row"
        onSubmit={forTrusted((event: Event) => {
          event.preventDefault();
          const query = searchField.current?.value.trim();
          if (query) void actions.searchRoster(query);
        })}
      >
        <label>
          {t("rules.find.label")}
          <input autocomplete="off" type="search" ref={searchField} />
        </label>
        <button type="submit">{t("rules.find.do")}</button>
      </form>
      <div aria-live="polite">
        {matches?.length === 0 && <p>{t("rules.find.none")}</p>}
        {matches && matches.length > 0 && (
          <ul class="matches">
            {matches.map((match) => (
              <li key={`${match.kind} ${match.name} ${match.detail.id}`} class="isolate">
                {t("rules.find.line", {
                  name: plainText(match.name, 120),
                  detail: matchDetail(match),
                  layer: t(`rules.layer.${match.layer}`),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** The settings page. */
export function SettingsPage({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
  return (
    <main>
      <header>
        <h1>{t("settings.title")}</h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      {model.user.problem && (
        <p class="warning" role="alert">
          {t("settings.problem", { problem: model.user.problem })}
        </p>
      )}
      <UserSections side="before" model={model.user} actions={actions} />
      <section class="part" aria-labelledby="part-rules">
        <h2 id="part-rules">{t("rules.title")}</h2>
        <p>{t("rules.about")}</p>
        <LayerList model={model} actions={actions} />
        <RosterSearch model={model} actions={actions} />
        <AddLayer model={model} actions={actions} />
      </section>
      <UserSections side="after" model={model.user} actions={actions} />
      <footer class="small">{t("app.unofficial")}</footer>
    </main>
  );
}
