import { number } from "../../i18n/format.ts";
import { t } from "../../i18n/rooms.ts";
import { Columns, Rows, type Words } from "./charts.tsx";
import { Scroll } from "./scroll-region.tsx";
import type { Sums } from "./statistics.ts";

/** Stacked bars in SVG, with the same numbers as a table behind for who cannot see them. */
export function Plot({
  title,
  sums,
  label,
  name,
  longName = name,
}: Words & {
  title: string;
  sums: Sums;
  /** Words for a series in the table, where there is more room. */
  longName?: (key: string) => string;
}) {
  const isSingle = sums.series.length === 1 && sums.series[0]!.key === "";
  return (
    <section class="card">
      <h3>{title}</h3>
      {isSingle ? (
        <Rows title={title} sums={sums} label={label} />
      ) : (
        <Columns title={title} sums={sums} label={label} name={name} />
      )}
      <details>
        <summary>
          {t("book.overview.table")}
          <span class="unseen">: {title}</span>
        </summary>
        <Scroll label={title}>
          <table>
            <thead>
              <tr>
                <td />
                {sums.series.map(({ key }) => (
                  <th key={key} scope="col">
                    {isSingle ? t("book.overview.count") : longName(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sums.labels.map((key, at) => (
                <tr key={key}>
                  <th scope="row">{label(key)}</th>
                  {sums.series.map((series) => (
                    <td key={series.key}>{number(series.values[at]!)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
}
