import { Trash2 } from "lucide";
import { useMemo, useRef, useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { CHOICES } from "../../domain/choices.ts";
import type { Entry } from "../../domain/journal-entry.ts";
import { formatDay, formatNumber } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { EraseAll } from "../../ui/erase-all.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SITE_NAMES } from "../../ui/site-names.ts";
import { type Filter, filtered, NO_FILTER } from "./filter.ts";
import type { BookActions, BookModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";
import { Scroll } from "./scroll-region.tsx";

/** So many lines are drawn at first, and each time more are asked for. */
const PAGE = 50;

/** Catatan: what was held and what was chosen, to filter, search and erase. */
export function Notes({ model, actions }: { model: BookModel; actions: BookActions }) {
  const { entries, rules, language } = model;
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [most, setMost] = useState(PAGE);
  const status = useRef<HTMLParagraphElement>(null);
  const found = useMemo(
    () => filtered(entries, filter, (rule) => ruleText(rules, rule)),
    // The words searched are those of the language.
    [entries, filter, rules, language],
  );
  const narrow = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part });
    setMost(PAGE);
  };
  const erase = (hold?: string) => {
    status.current?.focus();
    void (hold === undefined ? actions.eraseAll() : actions.eraseOne(hold));
  };
  if (entries.length === 0)
    return (
      <>
        <p>{t("book.notes.none")}</p>
        {model.unreadable > 0 && <EraseAll onErase={() => erase()} />}
      </>
    );
  return (
    <>
      <Narrow model={model} filter={filter} onChange={narrow} />
      <p role="status" tabIndex={-1} ref={status}>
        {t("book.notes.count", { shown: found.length, all: entries.length })}
      </p>
      {found.length > 0 && (
        <Scroll label={t("book.notes")}>
          <Lines lines={found.slice(0, most)} rules={rules} onErase={erase} />
        </Scroll>
      )}
      <div class="row">
        {found.length > most && (
          <button type="button" onClick={forTrusted(() => setMost(most + PAGE))}>
            {t("book.notes.more")} ({formatNumber(found.length - most)})
          </button>
        )}
        <EraseAll onErase={() => erase()} />
      </div>
    </>
  );
}

/** The lines as a table; without `onErase` for paper. */
export function Lines({
  lines,
  rules,
  onErase,
}: {
  lines: readonly Entry[];
  rules: BookModel["rules"];
  onErase?: ((hold: string) => void) | undefined;
}) {
  return (
    <table class="lines">
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
        {lines.map((entry) => (
          <tr key={entry.hold}>
            <td>
              <time dateTime={entry.day}>{formatDay(entry.day)}</time>
            </td>
            <td>{SITE_NAMES[entry.site]}</td>
            <td>{t(`action.${entry.action}`)}</td>
            <td>{t(`choice.${entry.choice}`)}</td>
            <td class="isolate">{ruleText(rules, entry.rule)}</td>
            {onErase && (
              <td>
                <EraseOne entry={entry} onErase={onErase} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EraseOne({ entry, onErase }: { entry: Entry; onErase: (hold: string) => void }) {
  const text = t("popup.entry", { site: SITE_NAMES[entry.site], action: t(`action.${entry.action}`) });
  return (
    <button
      type="button"
      class="subtle"
      aria-label={t("popup.entries.erase.one", { entry: `${formatDay(entry.day)}, ${text}` })}
      onClick={forTrusted(() => onErase(entry.hold))}
    >
      <Icon icon={Trash2} size={18} />
    </button>
  );
}

function Narrow({
  model,
  filter,
  onChange,
}: {
  model: BookModel;
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
}) {
  const all = useMemo(
    () => ({
      site: new Set(model.entries.map((e) => e.site)),
      rule: new Set(model.entries.map((e) => e.rule)),
      choice: new Set(model.entries.map((e) => e.choice)),
    }),
    [model.entries],
  );
  const typed = (key: "words" | "from" | "to") => ({
    value: filter[key],
    onInput: forTrusted((event: InputEvent) => onChange({ [key]: (event.target as HTMLInputElement).value })),
  });
  const select = (key: "site" | "rule" | "choice", label: string, options: [string, string][]) => (
    <label>
      {label}
      <select
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
  const sites = [...all.site].map((site): [string, string] => [site, SITE_NAMES[site]]);
  const rules = [...all.rule].flatMap((rule): [string, string][] =>
    rule ? [[rule, ruleText(model.rules, rule)]] : [],
  );
  const choices = CHOICES.filter((c) => all.choice.has(c)).map((c): [string, string] => [
    c,
    t(`choice.${c}`),
  ]);
  return (
    <search class="row">
      <label>
        {t("book.notes.search")}
        <input type="search" {...typed("words")} />
      </label>
      {select("site", t("book.notes.site"), sites)}
      {select("rule", t("book.notes.rule"), rules.sort())}
      {select("choice", t("book.notes.choice"), choices)}
      <label>
        {t("book.notes.from")}
        <input type="date" {...typed("from")} />
      </label>
      <label>
        {t("book.notes.to")}
        <input type="date" {...typed("to")} />
      </label>
      <button type="button" class="subtle" onClick={forTrusted(() => onChange(NO_FILTER))}>
        {t("book.notes.clear")}
      </button>
    </search>
  );
}
