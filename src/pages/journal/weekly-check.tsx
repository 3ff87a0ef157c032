import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import { DEEDS } from "../../domain/choices.ts";
import type { Check } from "../../domain/journal-entry.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { plainText } from "../../i18n/sanitize.ts";
import type { BookActions, BookModel } from "./model.ts";
import { Scroll } from "./scroll-region.tsx";

/** So many weeks back can be filled in. */
const WEEKS = 8;

/** Number of weeks in a row, up to `week` or the one before, that have a check: nobody loses a streak on a Monday. */
export function streak(checks: readonly Check[], week: string): number {
  const filled = new Set(checks.map((check) => check.week));
  let at = filled.has(week) ? week : addDays(week, -7);
  let weeks = 0;
  for (; filled.has(at); at = addDays(at, -7)) weeks++;
  return weeks;
}

const weekText = (week: string) =>
  t("book.weekly.week.option", { from: formatDay(week), to: formatDay(addDays(week, 6)) });

/** Swaperiksa: the rules as a two-minute checklist, kept as it is answered. */
export function Weekly({ model, actions }: { model: BookModel; actions: BookActions }) {
  const thisWeek = mondayOf(model.today);
  const [week, setWeek] = useState(thisWeek);
  const check: Check = model.checks.find((c) => c.week === week) ?? {
    week,
    day: model.today,
    answers: {},
    note: "",
  };
  const keep = (part: Partial<Check>) => void actions.keepCheck({ ...check, ...part, day: model.today });
  const weeks = streak(model.checks, thisWeek);
  const done = model.rules.filter((rule) => check.answers[rule.id]).length;
  return (
    <>
      <p>{t("book.weekly.why")}</p>
      {model.checks.length === 0 && model.lock === "none" && (
        <p class="card" data-suggest>
          {t("book.weekly.lock")} <a href="#lock">{t("book.weekly.lock.go")}</a>
        </p>
      )}
      <label>
        {t("book.weekly.week")}
        <select
          value={week}
          onChange={forTrusted((event: Event) => setWeek((event.target as HTMLSelectElement).value))}
        >
          {Array.from({ length: WEEKS }, (_, back) => addDays(thisWeek, -7 * back)).map((monday) => (
            <option key={monday} value={monday}>
              {weekText(monday)}
            </option>
          ))}
        </select>
      </label>
      <p class="small">
        {t("book.weekly.reminder")} <a href="/settings.html">{t("book.weekly.reminder.go")}</a>
      </p>
      {model.rules.length === 0 && <p>{t("book.weekly.no-rules")}</p>}
      {model.rules.map((rule) => (
        <Question key={`${week} ${rule.id}`} rule={rule} check={check} onAnswer={keep} />
      ))}
      <label>
        {t("book.weekly.note")}
        <textarea
          key={week}
          rows={3}
          maxLength={2000}
          value={check.note}
          onChange={forTrusted((event: Event) => keep({ note: (event.target as HTMLTextAreaElement).value }))}
        />
      </label>
      <p role="status">
        {t("book.weekly.answered", { done, all: model.rules.length })}
        {model.checks.includes(check) && ` · ${t("book.weekly.saved")}`}
        {weeks > 1 && ` · ${t("book.weekly.streak", { weeks })}`}
      </p>
      <Past checks={model.checks.filter((c) => c.week !== thisWeek)} />
    </>
  );
}

function Question({
  rule,
  check,
  onAnswer,
}: {
  rule: Rule;
  check: Check;
  onAnswer: (part: Partial<Check>) => void;
}) {
  return (
    <fieldset>
      <legend class="isolate">
        {rule.number ?? "+"} · {plainText(localize(rule.title), 160)}
      </legend>
      <div class="row">
        {DEEDS.map((deed) => (
          <label key={deed} class="check">
            <input
              type="radio"
              name={`${check.week} ${rule.id}`}
              checked={check.answers[rule.id] === deed}
              onChange={forTrusted(() => onAnswer({ answers: { ...check.answers, [rule.id]: deed } }))}
            />
            {t(`book.weekly.${deed}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Past({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  const count = (check: Check, deed: string) => Object.values(check.answers).filter((d) => d === deed).length;
  return (
    <section>
      <h3>{t("book.weekly.past")}</h3>
      <Scroll label={t("book.weekly.past")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("book.weekly.week")}</th>
              {DEEDS.map((deed) => (
                <th key={deed} scope="col">
                  {t(`book.weekly.${deed}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.week}>
                <td>{weekText(check.week)}</td>
                {DEEDS.map((deed) => (
                  <td key={deed}>{count(check, deed)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
