import type { Sums } from "./statistics.ts";

/** One piece of a stacked bar: from `from` up to `from + count`. */
export interface Piece {
  /** Which series, counted from 0. */
  series: number;
  from: number;
  count: number;
}

/** One bar a label, its pieces in the order of the series; a series without entries has no piece. */
export function stack({ labels, series }: Sums): Piece[][] {
  return labels.map((_, at) => {
    let from = 0;
    return series.flatMap(({ values }, index) => {
      const count = values[at]!;
      const piece = { series: index, from, count };
      from += count;
      return count > 0 ? [piece] : [];
    });
  });
}

/** Height of the highest bar. */
export const highest = (bars: readonly (readonly Piece[])[]): number =>
  Math.max(0, ...bars.map((pieces) => (pieces.at(-1)?.from ?? 0) + (pieces.at(-1)?.count ?? 0)));

/** Whole numbers for the lines behind the bars, from 0 to at least `most`: five at the most, in steps of 1, 2 or 5 × 10ⁿ. */
export function ticks(most: number): number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most / 4))));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * 4 >= most)!;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
}
