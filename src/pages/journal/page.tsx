import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/pages.ts";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { EntriesPanel } from "./entries.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { LockedPanel, LockPanel } from "./lock.tsx";
import type { JournalActions, JournalModel } from "./model.ts";
import { MutedEvidence } from "./muted-evidence.tsx";
import { OverviewPanel } from "./overview.tsx";
import { WeeklyCheckPanel } from "./weekly-check.tsx";

const PANELS = {
  notes: EntriesPanel,
  weekly: WeeklyCheckPanel,
  overview: OverviewPanel,
  export: ExportPanel,
  lock: LockPanel,
} as const;
type PanelName = keyof typeof PANELS;
const panelOf = (hash: string): PanelName => {
  const name = hash.slice(1);
  return Object.hasOwn(PANELS, name) ? (name as PanelName) : "notes";
};

/** The self-check book: five panels, each with its own address (such as #weekly). */
export function JournalPage({ model, actions }: { model: JournalModel; actions: JournalActions }) {
  const [panel, setPanel] = useState<PanelName>(panelOf(location.hash));
  useEffect(() => {
    const follow = () => setPanel(panelOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const Body = PANELS[panel];
  const locked = model.lock === "locked";
  return (
    <main class="wide" lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("book.title")}
        </h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      {!locked && <PanelTabs current={panel} />}
      {model.problem && (
        <p class="warning" role="alert">
          {t("book.problem", { problem: model.problem })}
        </p>
      )}
      {model.unreadable > 0 && <p class="warning">{t("book.unreadable", { count: model.unreadable })}</p>}
      {!model.journalEnabled && <p class="warning">{t("book.disabled")}</p>}
      {locked ? (
        <LockedPanel model={model} actions={actions} />
      ) : (
        <>
          <h2>{t(`book.${panel}`)}</h2>
          <Body model={model} actions={actions} />
          {model.evidenceFeedback && (
            <MutedEvidence feedback={model.evidenceFeedback} onUnmute={() => void actions.unmuteEvidence()} />
          )}
        </>
      )}
      <footer class="small">
        <p>
          <a href="/practice.html">{t("popup.more.practice")}</a>
        </p>
        {t("book.private")} {t("app.unofficial")}
      </footer>
    </main>
  );
}

function PanelTabs({ current }: { current: PanelName }) {
  return (
    <nav aria-label={t("book.nav")}>
      <ul class="tabs">
        {(Object.keys(PANELS) as PanelName[]).map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === current ? "page" : undefined}>
              {t(`book.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
