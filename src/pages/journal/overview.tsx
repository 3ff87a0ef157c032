import { CHOICES, type Choice } from "../../domain/choices.ts";
import { SITE_NAMES } from "../../domain/sites.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { dateFormat, formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { weekdayName } from "../welcome/office-hours-form.tsx";
import { Chart } from "./chart.tsx";
import type { JournalModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { byDay, byWeek, mondays, totals } from "./statistics.ts";

const CHART_WEEKS = 12;
const CALENDAR_WEEKS = 26;

/** "Gambaran": charts, each with its numbers as a table. */
export function OverviewPanel({ model }: { model: JournalModel }) {
  const { entries, today, rules } = model;
  if (entries.length === 0) return <p>{t("book.overview.none")}</p>;
  const rule = (key: string) => (key === "*" ? t("book.overview.other") : ruleText(rules, key || null));
  const choice = (key: string) => (CHOICES.includes(key as Choice) ? t(`choice.${key as Choice}`) : key);
  return (
    <>
      <WeekInWords model={model} />
      <Chart
        title={t("book.overview.rules")}
        data={byWeek(entries, today, CHART_WEEKS, (e) => e.rule ?? "")}
        label={weekLabel}
        name={rule}
      />
      <Chart
        title={t("book.overview.choices")}
        data={byWeek(entries, today, CHART_WEEKS, (e) => e.choice)}
        label={weekLabel}
        name={choice}
      />
      <Chart
        title={t("book.overview.sites")}
        data={totals(entries, (e) => e.site)}
        label={(key) => SITE_NAMES[key as SiteId]}
        name={() => ""}
      />
      <CalendarHeatMap model={model} />
    </>
  );
}

/** This week's counts in words: how often which answer was given, and by rule. Never by account. */
function WeekInWords({ model }: { model: JournalModel }) {
  const monday = mondayOf(model.today);
  const week = model.entries.filter(({ day }) => day >= monday);
  const cancelled = week.filter(({ choice }) => choice === "cancelled");
  const byRule = totals(cancelled, (entry) => entry.rule ?? "");
  return (
    <section class="card" data-week>
      <h3>{t("book.week", { cancelled: cancelled.length })}</h3>
      <p>
        {t("book.week.continued", { continued: week.filter(({ choice }) => choice === "continued").length })}
      </p>
      {cancelled.length > 0 && (
        <ul>
          {byRule.labels.map((rule, at) => (
            <li key={rule} class="isolate">
              {t("book.week.rule", {
                rule: ruleText(model.rules, rule || null),
                times: byRule.series[0]!.values[at]!,
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A short label for a week: its Monday, "16 Nov". */
function weekLabel(monday: string): string {
  const date = new Date(`${monday}T00:00:00Z`);
  return dateFormat({ day: "numeric", month: "short" }).format(date);
}

/** Steps of the heat map: the least number of entries per day for each. */
const HEAT_STEPS = [0, 1, 2, 4, 8];

/** A heat map as a table: one row per weekday, one column per week. */
function CalendarHeatMap({ model }: { model: JournalModel }) {
  const counts = byDay(model.entries);
  const weeks = mondays(model.today, CALENDAR_WEEKS);
  return (
    <section class="card">
      <h3>{t("book.overview.calendar")}</h3>
      <ScrollRegion label={t("book.overview.calendar")}>
        <table class="heat">
          <thead>
            <tr>
              <td />
              {weeks.map((monday, index) => (
                <th key={monday} scope="col">
                  <span class={index % 4 === 0 ? "" : "visually-hidden"}>{weekLabel(monday)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{weekdayName(weekday + 1)}</th>
                {weeks.map((monday) => {
                  const date = addDays(monday, weekday);
                  if (date > model.today) return <td key={date} />;
                  const count = counts.get(date) ?? 0;
                  const text = t("book.overview.calendar.cell", { day: formatDay(date), count });
                  return (
                    <td key={date} data-step={HEAT_STEPS.findLastIndex((step) => count >= step)} title={text}>
                      <span class="visually-hidden">{text}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
