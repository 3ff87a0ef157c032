import type { JournalEntry } from "../../domain/journal-entry.ts";
import { addDays, mondayOf } from "../../domain/week.ts";

/** Numbers for a plot and for the table behind it: one row a label, one column a series. */
export interface Sums {
  labels: string[];
  series: { key: string; values: number[] }[];
}

/** Mondays of the last `weeks` weeks up to the one of `today`, oldest first. */
export function mondays(today: string, weeks: number): string[] {
  const last = mondayOf(today);
  return Array.from({ length: weeks }, (_, at) => addDays(last, -7 * (weeks - 1 - at)));
}

/** Entries a week, split by what `key` says; series with the most entries first, those beyond `most` as one ("*"). */
export function byWeek(
  entries: readonly JournalEntry[],
  today: string,
  weeks: number,
  key: (entry: JournalEntry) => string,
  most = 6,
): Sums {
  const labels = mondays(today, weeks);
  const place = new Map(labels.map((label, at) => [label, at]));
  const rows = new Map<string, number[]>();
  for (const entry of entries) {
    const at = place.get(mondayOf(entry.day));
    if (at === undefined) continue;
    const name = key(entry);
    const row = rows.get(name) ?? labels.map(() => 0);
    row[at]!++;
    rows.set(name, row);
  }
  const total = (row: number[]) => row.reduce((a, b) => a + b, 0);
  const sorted = [...rows].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1));
  const series = sorted.slice(0, most).map(([name, values]) => ({ key: name, values }));
  const rest = sorted.slice(most);
  if (rest.length > 0)
    series.push({
      key: "*",
      values: labels.map((_, at) => rest.reduce((sum, [, row]) => sum + row[at]!, 0)),
    });
  return { labels, series };
}

/** Entries by what `key` says, most first. */
export function totals(entries: readonly JournalEntry[], key: (entry: JournalEntry) => string): Sums {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { labels: sorted.map(([name]) => name), series: [{ key: "", values: sorted.map(([, n]) => n) }] };
}

/** Entries a day. */
export function byDay(entries: readonly JournalEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { day } of entries) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
