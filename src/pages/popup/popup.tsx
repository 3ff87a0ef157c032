import {
  ChevronLeft,
  ChevronRight,
  Languages,
  NotebookPen,
  Settings,
  SpellCheck,
  TriangleAlert,
} from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { localDay } from "../../domain/day.ts";
import { t } from "../../i18n/app.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { Channels } from "../shared/channels.tsx";
import { StageList } from "../shared/stages.tsx";
import { AgencyNotice, AgencyVersion } from "./agency.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import { RecentEntries } from "./entries.tsx";
import type { PopupActions, PopupModel } from "./model.ts";
import { PageCard } from "./page-card.tsx";
import { RuleList, rulesTitle } from "./rules.tsx";
import { SwitchedOffList } from "./switched-off.tsx";

const FAULT_KINDS = ["ruleset", "settings", "book", "host", "load", "storage", "unchecked"] as const;
type FaultKind = (typeof FAULT_KINDS)[number];

/** The text for a fault code; "ruleset:schema" counts as "ruleset". Unknown codes are shown as such. */
export function faultText(code: string): string {
  const kind = code.split(":")[0] as FaultKind;
  return FAULT_KINDS.includes(kind) ? t(`popup.fault.${kind}`) : t("popup.fault.other", { code });
}

/** The popup's pages; all but the first stand in the address after "#". */
const VIEWS = ["home", "draft", "rules", "more"] as const;
export type PopupView = (typeof VIEWS)[number];

/** The page that the address names. */
export const viewOf = (hash: string): PopupView => VIEWS.find((view) => `#${view}` === hash) ?? "home";

interface ViewProps {
  model: PopupModel;
  actions: PopupActions;
}

/** The whole popup, rendered from one model. */
export function Popup({ model, actions, start = "home" }: ViewProps & { start?: PopupView }) {
  const [view, setView] = useState(start);
  const [from, setFrom] = useState<PopupView>("home");
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  /* The pressed button is gone with its page: the focus goes to the new one's heading, and back to where it was. */
  useEffect(() => {
    if (!first.current)
      main.current
        ?.querySelector<HTMLElement>(view === "home" ? `[data-view="${from}"]` : "h2[tabindex]")
        ?.focus();
    first.current = false;
  }, [view]);
  const open = (next: PopupView) => {
    setFrom(view);
    setView(next);
  };
  return (
    <main lang={model.language} ref={main} data-shown={view}>
      <header>
        <h1>
          <img src="/icon/32.png" width="24" height="24" alt="" /> {t("app.name")}
        </h1>
        <div class="header-tools">
          <details class="menu">
            <summary aria-label={t("app.language")} title={t("app.language")}>
              <Icon icon={Languages} />
            </summary>
            <div class="menu-items">
              <LanguageSwitch
                current={model.language}
                onPick={(language) => void actions.setLanguage(language)}
              />
            </div>
          </details>
          <a
            class="tool"
            href="/settings.html"
            target="_blank"
            rel="noopener"
            aria-label={t("popup.more.settings")}
            title={t("popup.more.settings")}
          >
            <Icon icon={Settings} />
          </a>
        </div>
      </header>
      <ErrorList faults={model.faults} />
      {view === "home" ? (
        <Home model={model} actions={actions} open={open} />
      ) : (
        <>
          <button type="button" class="link back" onClick={forTrusted(() => open("home"))}>
            <Icon icon={ChevronLeft} size={18} /> {t("popup.back")}
          </button>
          {view === "draft" && <DraftPanel actions={actions} />}
          {view === "rules" && <RuleList rules={model.rules} bases={model.bases} />}
          {view === "more" && <More model={model} actions={actions} />}
        </>
      )}
    </main>
  );
}

/** What fits into the popup without scrolling: the page, today's stages, draft check and book. */
function Home({ model, actions, open }: ViewProps & { open: (view: PopupView) => void }) {
  const row = (view: PopupView, text: string) => (
    <button type="button" class="link row-link" data-view={view} onClick={forTrusted(() => open(view))}>
      <span>{text}</span>
      <Icon icon={ChevronRight} size={18} />
    </button>
  );
  return (
    <>
      <AgencyNotice agency={model.agency} actions={actions} />
      <PageCard page={model.page} actions={actions} />
      {model.incognito && <p class="small">{t("popup.private")}</p>}
      <StageList stages={model.stages} hasRegion={model.hasRegion} />
      <div class="tiles">
        <button type="button" class="tile" data-view="draft" onClick={forTrusted(() => open("draft"))}>
          <Icon icon={SpellCheck} size={24} />
          <strong>{t("popup.draft")}</strong>
          <span class="small">{t("popup.draft.tile")}</span>
        </button>
        <a
          class="button tile"
          href={model.weeklyDue ? "/book.html#weekly" : "/book.html"}
          target="_blank"
          rel="noopener"
        >
          <Icon icon={NotebookPen} size={24} />
          <strong>{t("popup.book")}</strong>
          <span class="small">{bookLine(model)}</span>
        </a>
      </div>
      <nav class="rows" aria-label={t("popup.more")}>
        {row("rules", rulesTitle(model.rules))}
        {row("more", t("popup.more.view"))}
      </nav>
      <footer class="small">
        <p>{t("app.unofficial")}</p>
      </footer>
    </>
  );
}

/** What the book has to say today, in a few words. */
function bookLine({ weeklyDue, cancelled, entriesLocked }: PopupModel): string {
  if (weeklyDue) return t("popup.weekly");
  if (entriesLocked) return t("popup.entries.locked");
  return cancelled ? t("popup.cancelled", { count: cancelled }) : t("popup.book.none");
}

/** The rest: whom to ask, what was switched off, the latest entries, other rooms, versions. */
function More({ model, actions }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>{t("popup.more.view")}</h2>
      <a href="/help.html" target="_blank" rel="noopener">
        {t("popup.more.help")}
      </a>
      <Channels channels={model.channels ?? []} today={model.agency?.today ?? localDay(new Date())} />
      <SwitchedOffList items={model.switchedOff} />
      <RecentEntries
        entries={model.entries}
        locked={model.entriesLocked}
        rules={model.rules}
        unreadable={model.entriesUnreadable}
        actions={actions}
      />
      <nav class="links" aria-label={t("popup.more")}>
        <a href="/book.html" target="_blank" rel="noopener">
          {t("popup.more.book")}
        </a>
        <a href="/practice.html" target="_blank" rel="noopener">
          {t("popup.more.practice")}
        </a>
        <a href="/settings.html" target="_blank" rel="noopener">
          {t("popup.more.settings")}
        </a>
        <a href="/welcome.html" target="_blank" rel="noopener">
          {t("popup.more.welcome")}
        </a>
      </nav>
      <footer class="small">
        <p>{t("app.unofficial")}</p>
        <p>
          {model.rulesetVersion
            ? t("app.version.rules", { version: model.version, rules: model.rulesetVersion })
            : t("app.version", { version: model.version })}
        </p>
        <AgencyVersion agency={model.agency} />
      </footer>
    </>
  );
}

function ErrorList({ faults }: { faults: PopupModel["faults"] }) {
  if (faults.length === 0) return null;
  return (
    <section class="faults" role="alert">
      <h2>
        <Icon icon={TriangleAlert} size={18} /> {t("popup.faults")}
      </h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.detail}`}>
            {faultText(fault.code)}
            {fault.detail && (
              <details>
                <summary>{t("popup.fault.detail")}</summary>
                <p class="small isolate">{plainText(fault.detail, 300)}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
