import type { ChartData } from "./statistics.ts";

/** One piece of a stacked bar, from `from` to `from + count`. */
export interface Piece {
  /** Index of the series. */
  series: number;
  from: number;
  count: number;
}

/** The pieces of one bar per label, in the order of the series; a count of 0 has no piece. */
export function stack({ labels, series }: ChartData): Piece[][] {
  return labels.map((_, label) => {
    let from = 0;
    return series.flatMap(({ values }, index) => {
      const count = values[label]!;
      const piece = { series: index, from, count };
      from += count;
      return count > 0 ? [piece] : [];
    });
  });
}

/** The total of the highest bar. */
export const maxTotal = (bars: readonly (readonly Piece[])[]): number =>
  Math.max(0, ...bars.map((pieces) => (pieces.at(-1)?.from ?? 0) + (pieces.at(-1)?.count ?? 0)));

/** At most five whole numbers for the grid lines, from 0 to at least `maximum`, in steps of 1, 2 or 5 × 10ⁿ. */
export function ticks(maximum: number): number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, maximum / 4))));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * 4 >= maximum)!;
  return Array.from({ length: Math.max(1, Math.ceil(maximum / step)) + 1 }, (_, index) => index * step);
}
