import { number } from "../../i18n/format.ts";
import { highest, type Piece, stack, ticks } from "./bars.ts";
import type { Sums } from "./statistics.ts";

/** Height of the bars, and of the line of labels below them, in pixels; widths are shares of what is there. */
const HEIGHT = 200;
const BELOW = 22;
/** A bar's share of its place. */
const WIDTH = 0.7;
/** Height of a name with its bar, where each label has one bar of its own. */
const ROW = 44;

/** Words of a chart. */
export interface Words {
  label: (key: string) => string;
  /** Of a series. */
  name: (key: string) => string;
}

/** One bar a label, upright, its series stacked; what each shade means stands below. */
export function Columns({ title, sums, label, name }: Words & { title: string; sums: Sums }) {
  const bars = stack(sums);
  const lines = ticks(highest(bars));
  const top = lines.at(-1)!;
  const y = (count: number): number => HEIGHT - (count / top) * (HEIGHT - 8);
  const place = 100 / sums.labels.length;
  const x = (at: number): string => `${(at + (1 - WIDTH) / 2) * place}%`;
  const piece = (at: number, { series, from, count }: Piece) => (
    <rect
      key={series}
      data-shade={series}
      x={x(at)}
      y={y(from + count)}
      width={`${WIDTH * place}%`}
      height={y(from) - y(from + count)}
    >
      <title>{`${label(sums.labels[at]!)}, ${name(sums.series[series]!.key)}: ${number(count)}`}</title>
    </rect>
  );
  return (
    <>
      <div class="plot" role="img" aria-label={title}>
        <svg
          class="scale"
          height={HEIGHT + BELOW}
          width={String(number(top)).length * 8 + 8}
          aria-hidden="true"
        >
          {lines.map((count) => (
            <text key={count} x="100%" dx="-6" y={y(count)} dy="4" text-anchor="end">
              {number(count)}
            </text>
          ))}
        </svg>
        <svg width="100%" height={HEIGHT + BELOW} aria-hidden="true">
          {lines.map((count) => (
            <line key={count} x1="0" x2="100%" y1={y(count)} y2={y(count)} />
          ))}
          {bars.map((pieces, at) => (
            <g key={sums.labels[at]}>
              {pieces.map((one) => piece(at, one))}
              {/* Counted from the last one: where there is little room, every second or fourth is shown. */}
              <text
                x={`${(at + 0.5) * place}%`}
                y={HEIGHT + 16}
                text-anchor="middle"
                data-every={[4, 2, 1].find((nth) => (bars.length - 1 - at) % nth === 0)}
              >
                {label(sums.labels[at]!)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {sums.series.length > 1 && (
        <ul class="legend">
          {sums.series.map(({ key }, series) => (
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

/** One bar a label, lying under its name, with the number at the end of the line: names stay whole on a narrow screen. */
export function Rows({ title, sums, label }: Pick<Words, "label"> & { title: string; sums: Sums }) {
  const values = sums.series[0]!.values;
  const most = Math.max(1, ...values);
  return (
    <div class="plot" role="img" aria-label={title}>
      <svg width="100%" height={values.length * ROW} aria-hidden="true">
        {values.map((count, at) => (
          <g key={sums.labels[at]}>
            <text x="0" y={at * ROW + 16}>
              {label(sums.labels[at]!)}
            </text>
            <text x="100%" y={at * ROW + 16} text-anchor="end">
              {number(count)}
            </text>
            <rect data-shade="0" x="0" y={at * ROW + 24} width={`${(count / most) * 100}%`} height="12" />
          </g>
        ))}
      </svg>
    </div>
  );
}
