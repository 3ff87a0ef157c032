import { formatNumber } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { type ChartTexts, HorizontalBarChart, StackedBarChart } from "./bar-charts.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import type { ChartData } from "./statistics.ts";

/** A bar chart in SVG with the same numbers as a table, for those who cannot see the chart. */
export function Chart({
  title,
  data,
  label,
  name,
  longName = name,
}: ChartTexts & {
  title: string;
  data: ChartData;
  /** The name of a series in the table, which has more room. */
  longName?: (key: string) => string;
}) {
  const hasOneSeries = data.series.length === 1 && data.series[0]!.key === "";
  return (
    <section class="card">
      <h3>{title}</h3>
      {hasOneSeries ? (
        <HorizontalBarChart title={title} data={data} label={label} />
      ) : (
        <StackedBarChart title={title} data={data} label={label} name={name} />
      )}
      <details>
        <summary>
          {t("book.overview.table")}
          <span class="visually-hidden">: {title}</span>
        </summary>
        <ScrollRegion label={title}>
          <table>
            <thead>
              <tr>
                <td />
                {data.series.map(({ key }) => (
                  <th key={key} scope="col">
                    {hasOneSeries ? t("book.overview.count") : longName(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.labels.map((key, index) => (
                <tr key={key}>
                  <th scope="row">{label(key)}</th>
                  {data.series.map((series) => (
                    <td key={series.key}>{formatNumber(series.values[index]!)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}
