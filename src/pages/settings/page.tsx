import { createRef } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import type { RosterMatch } from "../../messaging/protocol.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { RoomLinks } from "../../ui/rooms.tsx";
import { AddLayer } from "./add-layer.tsx";
import { LayerList } from "./layers.tsx";
import type { SettingsActions, SettingsModel } from "./model.ts";
import { sectionTitles, UserSections } from "./user-sections.tsx";

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

/** Says for a moment that a change was stored, whichever field it came from. */
function SavedNote({ model }: { model: SettingsModel["user"] }) {
  const now = JSON.stringify([model.settings, model.profile, model.silenced.length, model.optionalSites]);
  const before = useRef(now);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    setSaved(true);
    const timer = setTimeout(() => setSaved(false), SAVED_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <p class="saved" role="status" data-saved={saved}>
      {saved && t("settings.saved")}
    </p>
  );
}
/** How long "Tersimpan" stays. */
const SAVED_MS = 4_000;

/** The sections of the page, to jump to. */
function SectionIndex() {
  const groups = [
    [t("settings.group.general"), sectionTitles("before").slice(0, 3)],
    [t("settings.group.book"), sectionTitles("before").slice(3)],
    [
      t("settings.group.rules"),
      [["rules", t("rules.title")] as const, ...sectionTitles("after").slice(0, 1)],
    ],
    [t("settings.group.more"), sectionTitles("after").slice(1)],
  ] as const;
  return (
    <nav class="index" aria-label={t("settings.index")}>
      {groups.map(([group, sections]) => (
        <div key={group}>
          <p class="small">{group}</p>
          <ul class="plain">
            {sections.map(([id, title]) => (
              <li key={id}>
                <a href={`#part-${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** Rules and lists: they take the background a while right after the installation, so the rest does not wait for them. */
function RulesSection({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
  const { info, infoProblem } = model;
  return (
    <section class="part" aria-labelledby="part-rules">
      <h2 id="part-rules">{t("rules.title")}</h2>
      <p>{t("rules.about")}</p>
      {infoProblem && (
        <p class="warning" role="alert">
          {t("rules.failed", { problem: infoProblem })}
        </p>
      )}
      {info ? (
        <>
          <LayerList model={{ ...model, info }} actions={actions} />
          <RosterSearch model={model} actions={actions} />
          <AddLayer model={model} actions={actions} />
          <a href="/workshop.html">{t("rules.workshop")}</a>
        </>
      ) : (
        !infoProblem && <p role="status">{t("rules.loading")}</p>
      )}
    </section>
  );
}

/** The settings page. */
export function SettingsPage({ model, actions }: { model: SettingsModel; actions: SettingsActions }) {
  return (
    <main class="wide with-index">
      <header>
        <h1>{t("settings.title")}</h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <RoomLinks here="settings" />
      <SectionIndex />
      <div class="sections">
        {model.user.problem && (
          <p class="warning" role="alert">
            {t("settings.problem", { problem: model.user.problem })}
          </p>
        )}
        <UserSections side="before" model={model.user} actions={actions} />
        <RulesSection model={model} actions={actions} />
        <UserSections side="after" model={model.user} actions={actions} />
      </div>
      <SavedNote model={model.user} />
      <footer class="small">{t("app.unofficial")}</footer>
    </main>
  );
}
