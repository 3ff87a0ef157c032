import { LockKeyhole, LockKeyholeOpen } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { t } from "../../i18n/pages.ts";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { RoomLinks } from "../../ui/rooms.tsx";
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
  /* What was pressed is gone after unlocking and after erasing: the focus goes to the heading. */
  const heading = useRef<HTMLHeadingElement>(null);
  const wasLocked = useRef(locked);
  useEffect(() => {
    if (wasLocked.current && !locked) heading.current?.focus();
    wasLocked.current = locked;
  }, [locked]);
  return (
    <main class="wide" lang={model.language}>
      <header>
        <h1>
          {t("app.name")} · {t("book.title")}
        </h1>
        <LockState lock={model.lock} actions={actions} />
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <RoomLinks here="book" />
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
          <h2 tabIndex={-1} ref={heading}>
            {t(`book.${panel}`)}
          </h2>
          <Body model={model} actions={actions} />
          {model.evidenceFeedback && (
            <MutedEvidence feedback={model.evidenceFeedback} onUnmute={() => void actions.unmuteEvidence()} />
          )}
        </>
      )}
      <footer class="small">
        {t("book.private")} {t("app.unofficial")}
      </footer>
    </main>
  );
}

/** The state of the lock, in the header of every tab: one press locks from anywhere. */
function LockState({ lock, actions }: { lock: JournalModel["lock"]; actions: JournalActions }) {
  if (lock === "locked")
    return (
      <p class="lock-state">
        <Icon icon={LockKeyhole} size={18} /> {t("book.locked")}
      </p>
    );
  if (lock === "none")
    return (
      <p class="lock-state">
        <Icon icon={LockKeyholeOpen} size={18} /> <a href="#lock">{t("book.lock.unprotected")}</a>
      </p>
    );
  return (
    <button type="button" class="lock-state" data-lock-now onClick={forTrusted(() => void actions.close())}>
      <Icon icon={LockKeyholeOpen} size={18} /> {t("book.lock.now")}
    </button>
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
