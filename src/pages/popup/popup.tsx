import { NotebookPen, TriangleAlert } from "lucide";
import { t } from "../../i18n/app.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { Channels } from "./channels.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import { RecentEntries } from "./entries.tsx";
import type { PopupActions, PopupModel } from "./model.ts";
import { PageCard } from "./page-card.tsx";
import { RuleList } from "./rules.tsx";
import { SwitchedOffList } from "./switched-off.tsx";

const FAULT_KINDS = ["ruleset", "settings", "book", "host", "load", "storage", "unchecked"] as const;
type FaultKind = (typeof FAULT_KINDS)[number];

/** The text for a fault code; "ruleset:schema" counts as "ruleset". Unknown codes are shown as such. */
export function faultText(code: string): string {
  const kind = code.split(":")[0] as FaultKind;
  return FAULT_KINDS.includes(kind) ? t(`popup.fault.${kind}`) : t("popup.fault.other", { code });
}

/** The whole popup, rendered from one model. */
export function Popup({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  return (
    <main lang={model.language}>
      <header>
        <h1>{t("app.name")}</h1>
        <LanguageSwitch current={model.language} onPick={(language) => void actions.setLanguage(language)} />
      </header>
      <FaultList faults={model.faults} />
      <PageCard page={model.page} actions={actions} />
      {model.incognito && <p class="small">{t("popup.private")}</p>}
      {model.weeklyDue && (
        <p class="reminder">
          <Icon icon={NotebookPen} size={18} />{" "}
          <a href="/book.html#weekly" target="_blank" rel="noopener">
            {t("popup.weekly")}
          </a>
        </p>
      )}
      <RuleList rules={model.rules} bases={model.bases} phase={model.phase} />
      <DraftPanel actions={actions} />
      <Channels channels={model.channels ?? []} />
      <SwitchedOffList items={model.switchedOff} />
      <RecentEntries
        entries={model.entries}
        locked={model.entriesLocked}
        rules={model.rules}
        problem={model.entriesProblem}
        actions={actions}
      />
      <footer class="small">
        <nav aria-label={t("popup.more")}>
          <a href="/book.html" target="_blank" rel="noopener">
            {t("popup.more.book")}
          </a>
          <a href="/settings.html" target="_blank" rel="noopener">
            {t("popup.more.settings")}
          </a>
          <a href="/welcome.html" target="_blank" rel="noopener">
            {t("popup.more.welcome")}
          </a>
        </nav>
        <p>{t("app.unofficial")}</p>
        <p>
          {model.rulesetVersion
            ? t("app.version.rules", { version: model.version, rules: model.rulesetVersion })
            : t("app.version", { version: model.version })}
        </p>
      </footer>
    </main>
  );
}

function FaultList({ faults }: { faults: PopupModel["faults"] }) {
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
