import { CHOICES, type Choice } from "../../domain/choices.ts";
import type { SiteId } from "../../domain/vocabulary.ts";
import { addDays } from "../../domain/week.ts";
import { dateFormat, formatDay } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { SITE_NAMES } from "../../ui/site-names.ts";
import { weekdayName } from "../welcome/office-hours-form.tsx";
import { Plot } from "./chart.tsx";
import type { BookModel } from "./model.ts";
import { ruleText } from "./rule-text.ts";
import { Scroll } from "./scroll-region.tsx";
import { byDay, byWeek, mondays, totals } from "./statistics.ts";

const WEEKS = 12;
const CALENDAR = 26;

/** Gambaran: plots people can read, each with its numbers as a table. */
export function Overview({ model }: { model: BookModel }) {
  const { entries, today, rules } = model;
  if (entries.length === 0) return <p>{t("book.overview.none")}</p>;
  const rule = (key: string) => (key === "*" ? t("book.overview.other") : ruleText(rules, key || null));
  const number = (key: string) => {
    const known = rules.find((r) => r.id === key);
    return known ? t("popup.entry.rule", { rule: known.number ?? known.id }) : rule(key);
  };
  const choice = (key: string) => (CHOICES.includes(key as Choice) ? t(`choice.${key as Choice}`) : key);
  return (
    <>
      <Plot
        title={t("book.overview.rules")}
        sums={byWeek(entries, today, WEEKS, (e) => e.rule ?? "")}
        label={week}
        name={number}
        longName={rule}
      />
      <Plot
        title={t("book.overview.choices")}
        sums={byWeek(entries, today, WEEKS, (e) => e.choice)}
        label={week}
        name={choice}
      />
      <Plot
        title={t("book.overview.sites")}
        sums={totals(entries, (e) => e.site)}
        label={(key) => SITE_NAMES[key as SiteId]}
        name={() => ""}
      />
      <Calendar model={model} />
    </>
  );
}

/** A Monday in short: "16 Nov". */
function week(monday: string): string {
  const date = new Date(`${monday}T00:00:00Z`);
  return dateFormat({ day: "numeric", month: "short" }).format(date);
}

/** Steps of the heat map: from this many entries a day on. */
const STEPS = [0, 1, 2, 4, 8];

/** A heat map that is a table itself, one row a weekday, one column a week. */
function Calendar({ model }: { model: BookModel }) {
  const counts = byDay(model.entries);
  const weeks = mondays(model.today, CALENDAR);
  return (
    <section class="card">
      <h3>{t("book.overview.calendar")}</h3>
      <Scroll label={t("book.overview.calendar")}>
        <table class="heat">
          <thead>
            <tr>
              <td />
              {weeks.map((monday, at) => (
                <th key={monday} scope="col">
                  <span class={at % 4 === 0 ? "" : "unseen"}>{week(monday)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{weekdayName(weekday + 1)}</th>
                {weeks.map((monday) => {
                  const at = addDays(monday, weekday);
                  if (at > model.today) return <td key={at} />;
                  const count = counts.get(at) ?? 0;
                  const text = t("book.overview.calendar.cell", { day: formatDay(at), count });
                  return (
                    <td key={at} data-step={STEPS.findLastIndex((step) => count >= step)} title={text}>
                      <span class="visually-hidden">{text}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
