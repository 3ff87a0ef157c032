import { formatNumber } from "../../i18n/format.ts";
import { maxTotal, type Piece, stack, ticks } from "./bar-layout.ts";
import type { ChartData } from "./statistics.ts";

/** Height of the bars and of the labels below them, in pixels; widths are relative. */
const PLOT_HEIGHT = 200;
const LABEL_HEIGHT = 22;
/** The share of its slot that a bar fills. */
const BAR_WIDTH = 0.7;
/** Height of a name with its horizontal bar, in pixels. */
const ROW_HEIGHT = 44;

/** Translates the keys of a chart. */
export interface ChartTexts {
  label: (key: string) => string;
  /** The name of a series. */
  name: (key: string) => string;
}

/** Vertical bars, one per label, with stacked series and a legend below. */
export function StackedBarChart({
  title,
  data,
  label,
  name,
}: ChartTexts & { title: string; data: ChartData }) {
  const bars = stack(data);
  const lines = ticks(maxTotal(bars));
  const top = lines.at(-1)!;
  const y = (count: number): number => PLOT_HEIGHT - (count / top) * (PLOT_HEIGHT - 8);
  const slot = 100 / data.labels.length;
  const x = (index: number): string => `${(index + (1 - BAR_WIDTH) / 2) * slot}%`;
  const piece = (index: number, { series, from, count }: Piece) => (
    <rect
      key={series}
      data-shade={series}
      x={x(index)}
      y={y(from + count)}
      width={`${BAR_WIDTH * slot}%`}
      height={y(from) - y(from + count)}
    >
      <title>{`${label(data.labels[index]!)}, ${name(data.series[series]!.key)}: ${formatNumber(count)}`}</title>
    </rect>
  );
  return (
    <>
      <div class="chart" role="img" aria-label={title}>
        <svg
          class="scale"
          height={PLOT_HEIGHT + LABEL_HEIGHT}
          width={formatNumber(top).length * 8 + 8}
          aria-hidden="true"
        >
          {lines.map((count) => (
            <text key={count} x="100%" dx="-6" y={y(count)} dy="4" text-anchor="end">
              {formatNumber(count)}
            </text>
          ))}
        </svg>
        <svg width="100%" height={PLOT_HEIGHT + LABEL_HEIGHT} aria-hidden="true">
          {lines.map((count) => (
            <line key={count} x1="0" x2="100%" y1={y(count)} y2={y(count)} />
          ))}
          {bars.map((pieces, index) => (
            <g key={data.labels[index]}>
              {pieces.map((part) => piece(index, part))}
              {/* Counted from the last label: on narrow screens only every second or fourth one is shown. */}
              <text
                x={`${(index + 0.5) * slot}%`}
                y={PLOT_HEIGHT + 16}
                text-anchor="middle"
                data-every={[4, 2, 1].find((nth) => (bars.length - 1 - index) % nth === 0)}
              >
                {label(data.labels[index]!)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {data.series.length > 1 && (
        <ul class="legend">
          {data.series.map(({ key }, series) => (
            <li key={key}>
              <svg width="14" height="14" aria-hidden="true">
                <rect data-shade={series} width="14" height="14" />
              </svg>
              {name(key)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Horizontal bars, each below its label and number, so that labels are not cut on a narrow screen. */
export function HorizontalBarChart({
  title,
  data,
  label,
}: Pick<ChartTexts, "label"> & { title: string; data: ChartData }) {
  const values = data.series[0]!.values;
  const maximum = Math.max(1, ...values);
  return (
    <div class="chart" role="img" aria-label={title}>
      <svg width="100%" height={values.length * ROW_HEIGHT} aria-hidden="true">
        {values.map((count, index) => (
          <g key={data.labels[index]}>
            <text x="0" y={index * ROW_HEIGHT + 16}>
              {label(data.labels[index]!)}
            </text>
            <text x="100%" y={index * ROW_HEIGHT + 16} text-anchor="end">
              {formatNumber(count)}
            </text>
            <rect
              data-shade="0"
              x="0"
              y={index * ROW_HEIGHT + 24}
              width={`${(count / maximum) * 100}%`}
              height="12"
            />
          </g>
        ))}
      </svg>
    </div>
  );
}
