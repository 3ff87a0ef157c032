import { useState } from "preact/hooks";
import { forTrusted } from "../../dom/trusted.ts";
import type { WEEKLY_ANSWERS } from "../../domain/choices.ts";
import type { CheckPart, WeeklyCheck } from "../../domain/journal-entry.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import type { Rule } from "../../engine/ruleset/schema/index.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { RuleDrawing } from "../../ui/rule-drawing.tsx";
import type { JournalActions, JournalModel } from "./model.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { mergedParts, useUnsavedAnswers } from "./unsaved-answers.ts";

/** How many weeks can be filled in, including this one. */
const SELECTABLE_WEEKS = 8;

/** How many weeks in a row have a check, up to `week` or the one before, so that a streak is not lost on a Monday. */
export function weekStreak(checks: readonly WeeklyCheck[], week: string): number {
  const filled = new Set(checks.map((check) => check.week));
  let monday = filled.has(week) ? week : addDays(week, -7);
  let weeks = 0;
  for (; filled.has(monday); monday = addDays(monday, -7)) weeks++;
  return weeks;
}

const weekText = (week: string) =>
  t("book.weekly.week.option", { from: formatDay(week), to: formatDay(addDays(week, 6)) });

/** "Swaperiksa": the rules as a two-minute checklist; each answer is stored at once. */
export function WeeklyCheckPanel({ model, actions }: { model: JournalModel; actions: JournalActions }) {
  const thisWeek = mondayOf(model.today);
  const [week, setWeek] = useState(thisWeek);
  // Decided once: the list must not move under the pointer when the first answer is stored.
  const [suggestsLock] = useState(model.checks.length === 0);
  const unsaved = useUnsavedAnswers(actions.changeCheck);
  const stored = model.checks.find((c) => c.week === week);
  const empty = { week, day: model.today, answers: {}, note: "" };
  const pending = unsaved.of(week);
  const check: WeeklyCheck = { ...(stored ?? empty), ...mergedParts(stored ?? empty, pending ?? {}) };
  const weeks = weekStreak(model.checks, thisWeek);
  const rules = model.rules.filter((rule) => rule.only !== "spouse" || model.spouse);
  const answered = rules.filter((rule) => check.answers[rule.id]).length;
  return (
    <>
      <p>{t("book.weekly.why")}</p>
      {suggestsLock && model.lock === "none" && (
        <p class="card" data-suggest>
          {t("book.weekly.lock")} <a href="#lock">{t("book.weekly.lock.go")}</a>
        </p>
      )}
      <label>
        {t("book.weekly.week")}
        <select
          autocomplete="off"
          value={week}
          onChange={forTrusted((event: Event) => setWeek((event.target as HTMLSelectElement).value))}
        >
          {Array.from({ length: SELECTABLE_WEEKS }, (_, back) => addDays(thisWeek, -7 * back)).map(
            (monday) => (
              <option key={monday} value={monday}>
                {weekText(monday)}
              </option>
            ),
          )}
        </select>
      </label>
      <p class="small">
        {t("book.weekly.reminder")} <a href="/settings.html">{t("book.weekly.reminder.go")}</a>
      </p>
      {rules.length === 0 && <p>{t("book.weekly.no-rules")}</p>}
      {rules.map((rule) => (
        <RuleQuestion
          key={`${week} ${rule.id}`}
          rule={rule}
          check={check}
          onAnswer={(part) => unsaved.save(week, part)}
        />
      ))}
      <label>
        {t("book.weekly.note")}
        <textarea
          autocomplete="off"
          key={week}
          rows={3}
          maxLength={2000}
          value={check.note}
          onInput={forTrusted((event: Event) => unsaved.keep(week, noteOf(event)))}
          onChange={forTrusted((event: Event) => unsaved.save(week, noteOf(event)))}
        />
      </label>
      <p role="status">
        {t("book.weekly.answered", { done: answered, all: rules.length })}
        {stored && !pending && ` · ${t("book.weekly.saved")}`}
        {weeks > 1 && ` · ${t("book.weekly.streak", { weeks })}`}
      </p>
      <PastWeeks checks={model.checks.filter((c) => c.week !== thisWeek)} />
    </>
  );
}

const noteOf = ({ target }: Event): CheckPart => ({ note: (target as HTMLTextAreaElement).value });

/** In the order in which they are asked: Ya, Tidak, Ragu. */
const ANSWERS = ["yes", "no", "unsure"] as const satisfies readonly (typeof WEEKLY_ANSWERS)[number][];
/** "Minggu ini, apakah Anda …?"; a rule that names no deed is asked about by its title. */
export function weeklyQuestion({ deed, title }: Rule): string {
  return deed
    ? t("book.weekly.ask", { deed: plainText(localize(deed), 160) })
    : t("book.weekly.ask.other", { rule: plainText(localize(title), 160) });
}

function RuleQuestion({
  rule,
  check,
  onAnswer,
}: {
  rule: Rule;
  check: WeeklyCheck;
  onAnswer: (part: CheckPart) => void;
}) {
  return (
    <fieldset>
      <legend class="isolate">
        <RuleDrawing number={rule.number} size={24} /> {weeklyQuestion(rule)}
      </legend>
      <div class="row">
        {ANSWERS.map((answer) => (
          <label key={answer} class="check">
            <input
              autocomplete="off"
              type="radio"
              name={`${check.week} ${rule.id}`}
              checked={check.answers[rule.id] === answer}
              onChange={forTrusted(() => onAnswer({ answers: { [rule.id]: answer } }))}
            />
            {t(`book.weekly.${answer}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PastWeeks({ checks }: { checks: readonly WeeklyCheck[] }) {
  if (checks.length === 0) return null;
  const count = (check: WeeklyCheck, answer: string) =>
    Object.values(check.answers).filter((one) => one === answer).length;
  return (
    <section>
      <h3>{t("book.weekly.past")}</h3>
      <ScrollRegion label={t("book.weekly.past")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("book.weekly.week")}</th>
              {ANSWERS.map((answer) => (
                <th key={answer} scope="col">
                  {t(`book.weekly.${answer}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.week}>
                <td>{weekText(check.week)}</td>
                {ANSWERS.map((answer) => (
                  <td key={answer}>{count(check, answer)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
