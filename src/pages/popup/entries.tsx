import { LockKeyhole, Trash2 } from "lucide";
import { useRef } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { JournalEntry } from "../../domain/journal-entry.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { formatDay } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { PopupActions } from "./model.ts";

/** The latest entries of the self-check book, each with a button to erase it; erasing all asks once. */
export function RecentEntries({
  entries,
  locked,
  rules,
  unreadable,
  actions,
}: {
  entries: readonly JournalEntry[];
  locked?: boolean | undefined;
  rules: readonly Rule[];
  unreadable?: boolean | undefined;
  actions: PopupActions;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The pressed button disappears with its entry: move the focus to the heading, so that it is not lost.
  const erase = (holdId?: string) => {
    heading.current?.focus();
    void (holdId === undefined ? actions.eraseEntries() : actions.eraseEntry(holdId));
  };
  return (
    <section aria-labelledby="entries-heading">
      <h2 id="entries-heading" tabIndex={-1} ref={heading}>
        {t("popup.entries")}
      </h2>
      {locked ? (
        <p class="locked">
          <Icon icon={LockKeyhole} size={18} /> <span>{t("popup.entries.locked")}</span>{" "}
          <a href="/book.html" target="_blank" rel="noopener">
            {t("popup.entries.unlock")}
          </a>
        </p>
      ) : entries.length === 0 ? (
        <p class="small">{t("popup.entries.none")}</p>
      ) : (
        <ul class="entries">
          {entries.map((entry) => (
            <li key={entry.holdId}>
              <EntryLine entry={entry} rules={rules} onErase={() => erase(entry.holdId)} />
            </li>
          ))}
        </ul>
      )}
      {(entries.length > 0 || unreadable) && <EraseAll onErase={() => erase()} />}
    </section>
  );
}

/** An entry as one line of text. */
function entryText(entry: JournalEntry): string {
  return t("popup.entry", { site: SITE_NAMES[entry.site], action: t(`action.${entry.action}`) });
}

function EntryLine({
  entry,
  rules,
  onErase,
}: {
  entry: JournalEntry;
  rules: readonly Rule[];
  onErase: () => void;
}) {
  const rule = rules.find((r) => r.id === entry.rule);
  const text = entryText(entry);
  const when = formatDay(entry.day);
  return (
    <>
      <div>
        <p>
          {text} → <strong>{t(`choice.${entry.choice}`)}</strong>
        </p>
        <p class="small isolate">
          <time dateTime={entry.day}>{when}</time>
          {entry.rule && ` · ${t("popup.entry.rule", { rule: rule?.number ?? plainText(entry.rule, 32) })}`}
        </p>
      </div>
      <button
        type="button"
        class="link small-button"
        aria-label={t("popup.entries.erase.one", { entry: `${when}, ${text}` })}
        onClick={forTrusted(onErase)}
      >
        <Icon icon={Trash2} size={18} />
      </button>
    </>
  );
}
