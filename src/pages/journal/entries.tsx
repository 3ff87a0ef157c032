import { Trash2 } from "lucide";
import { useMemo, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { CHOICES } from "../../domain/choices.ts";
import type { JournalEntry } from "../../domain/journal-entry.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import { formatDay, formatNumber } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type Filter, filterEntries, NO_FILTER } from "./filter.ts";
import type { JournalActions, JournalModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** How many entries are shown at first, and added with each press of "show more". */
const PAGE_SIZE = 50;

/** "Catatan": the held actions and the answers to them, to filter, search and erase. */
export function EntriesPanel({ model, actions }: { model: JournalModel; actions: JournalActions }) {
  const { entries, rules, language } = model;
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const status = useRef<HTMLParagraphElement>(null);
  const matches = useMemo(
    () => filterEntries(entries, filter, (rule) => ruleText(rules, rule)),
    // The language is a dependency, because the search is in translated words.
    [entries, filter, rules, language],
  );
  const changeFilter = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part });
    setLimit(PAGE_SIZE);
  };
  /** The entry erased last: it is erased at once, and held in memory so that it can be brought back on this page. */
  const [erased, setErased] = useState<JournalEntry | undefined>(undefined);
  const erase = (holdId?: string) => {
    status.current?.focus();
    setErased(holdId === undefined ? undefined : entries.find((entry) => entry.holdId === holdId));
    void (holdId === undefined ? actions.eraseAll() : actions.eraseEntry(holdId));
  };
  const undo = erased && (
    <p class="row" data-undo>
      <span>{t("book.notes.erased")}</span>
      <button
        type="button"
        onClick={forTrusted(() => {
          setErased(undefined);
          status.current?.focus();
          void actions.importBook({ entries: [erased], checks: [] });
        })}
      >
        {t("book.notes.undo")}
      </button>
    </p>
  );
  if (entries.length === 0)
    return (
      <>
        <p role="status" tabIndex={-1} ref={status}>
          {t("book.notes.none")}
        </p>
        {undo}
        {model.unreadable > 0 && <EraseAll onErase={() => erase()} />}
      </>
    );
  return (
    <>
      <FilterForm model={model} filter={filter} onChange={changeFilter} />
      <p role="status" tabIndex={-1} ref={status}>
        {t("book.notes.count", { shown: matches.length, all: entries.length })}
      </p>
      {undo}
      {matches.length > 0 && (
        <ScrollRegion label={t("book.notes")}>
          <EntryTable entries={matches.slice(0, limit)} rules={rules} onErase={erase} />
        </ScrollRegion>
      )}
      <div class="row">
        {matches.length > limit && (
          <button type="button" onClick={forTrusted(() => setLimit(limit + PAGE_SIZE))}>
            {t("book.notes.more")} ({formatNumber(matches.length - limit)})
          </button>
        )}
        <EraseAll onErase={() => erase()} />
      </div>
    </>
  );
}

/** The entries as a table; without `onErase` there are no buttons, for printing. */
export function EntryTable({
  entries,
  rules,
  onErase,
}: {
  entries: readonly JournalEntry[];
  rules: JournalModel["rules"];
  onErase?: ((holdId: string) => void) | undefined;
}) {
  return (
    <table class="entries">
      <thead>
        <tr>
          <th scope="col">{t("book.notes.day")}</th>
          <th scope="col">{t("book.notes.site")}</th>
          <th scope="col">{t("book.notes.action")}</th>
          <th scope="col">{t("book.notes.choice")}</th>
          <th scope="col">{t("book.notes.rule")}</th>
          {onErase && <th scope="col">{t("book.notes.erase")}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.holdId}>
            <td>
              <time dateTime={entry.day}>{formatDay(entry.day)}</time>
            </td>
            <td>{SITE_NAMES[entry.site]}</td>
            <td>{t(`action.${entry.action}`)}</td>
            <td>{t(`choice.${entry.choice}`)}</td>
            <td class="isolate">{ruleText(rules, entry.rule)}</td>
            {onErase && (
              <td>
                <EraseButton entry={entry} onErase={onErase} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EraseButton({ entry, onErase }: { entry: JournalEntry; onErase: (holdId: string) => void }) {
  const text = t("popup.entry", { site: SITE_NAMES[entry.site], action: t(`action.${entry.action}`) });
  return (
    <button
      type="button"
      class="link"
      aria-label={t("popup.entries.erase.one", { entry: `${formatDay(entry.day)}, ${text}` })}
      onClick={forTrusted(() => onErase(entry.holdId))}
    >
      <Icon icon={Trash2} size={18} />
    </button>
  );
}

function FilterForm({
  model,
  filter,
  onChange,
}: {
  model: JournalModel;
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
}) {
  const present = useMemo(
    () => ({
      site: new Set(model.entries.map((e) => e.site)),
      rule: new Set(model.entries.map((e) => e.rule)),
      choice: new Set(model.entries.map((e) => e.choice)),
    }),
    [model.entries],
  );
  const textInput = (key: "words" | "from" | "to") => ({
    value: filter[key],
    onInput: forTrusted((event: InputEvent) => onChange({ [key]: (event.target as HTMLInputElement).value })),
  });
  const select = (key: "site" | "rule" | "choice", label: string, options: [string, string][]) => (
    <label>
      {label}
      <select
        autocomplete="off"
        value={filter[key]}
        onChange={forTrusted((event: Event) =>
          onChange({ [key]: (event.target as HTMLSelectElement).value }),
        )}
      >
        <option value="">{t("book.notes.all")}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const sites = [...present.site].map((site): [string, string] => [site, SITE_NAMES[site]]);
  const rules = [...present.rule].flatMap((rule): [string, string][] =>
    rule ? [[rule, ruleText(model.rules, rule)]] : [],
  );
  const choices = CHOICES.filter((choice) => present.choice.has(choice)).map((choice): [string, string] => [
    choice,
    t(`choice.${choice}`),
  ]);
  return (
    <search class="row">
      <label>
        {t("book.notes.search")}
        <input type="search" autocomplete="off" {...textInput("words")} />
      </label>
      {select("site", t("book.notes.site"), sites)}
      {select("rule", t("book.notes.rule"), rules.sort())}
      {select("choice", t("book.notes.choice"), choices)}
      <label>
        {t("book.notes.from")}
        <input type="date" autocomplete="off" {...textInput("from")} />
      </label>
      <label>
        {t("book.notes.to")}
        <input type="date" autocomplete="off" {...textInput("to")} />
      </label>
      <button type="button" class="link" onClick={forTrusted(() => onChange(NO_FILTER))}>
        {t("book.notes.clear")}
      </button>
    </search>
  );
}
