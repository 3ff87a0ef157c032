import type { JournalEntry } from "../../domain/journal-entry.ts";
import { addDays, mondayOf } from "../../domain/week.ts";

/** Numbers for a chart and its table: one row per label, one column per series. */
export interface ChartData {
  labels: string[];
  series: { key: string; values: number[] }[];
}

/** The Mondays of the last `weeks` weeks, including that of `today`, oldest first. */
export function mondays(today: string, weeks: number): string[] {
  const last = mondayOf(today);
  return Array.from({ length: weeks }, (_, at) => addDays(last, -7 * (weeks - 1 - at)));
}

/** Entries per week, in one series per `key`: the largest series first, those beyond `limit` as one ("*"). */
export function byWeek(
  entries: readonly JournalEntry[],
  today: string,
  weeks: number,
  key: (entry: JournalEntry) => string,
  limit = 6,
): ChartData {
  const labels = mondays(today, weeks);
  const indexOf = new Map(labels.map((label, at) => [label, at]));
  const rows = new Map<string, number[]>();
  for (const entry of entries) {
    const index = indexOf.get(mondayOf(entry.day));
    if (index === undefined) continue;
    const name = key(entry);
    const row = rows.get(name) ?? labels.map(() => 0);
    row[index]!++;
    rows.set(name, row);
  }
  const total = (row: number[]) => row.reduce((a, b) => a + b, 0);
  const sorted = [...rows].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1));
  const series = sorted.slice(0, limit).map(([name, values]) => ({ key: name, values }));
  const others = sorted.slice(limit);
  if (others.length > 0)
    series.push({
      key: "*",
      values: labels.map((_, index) => others.reduce((sum, [, row]) => sum + row[index]!, 0)),
    });
  return { labels, series };
}

/** The number of entries per `key`, largest first. */
export function totals(entries: readonly JournalEntry[], key: (entry: JournalEntry) => string): ChartData {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { labels: sorted.map(([name]) => name), series: [{ key: "", values: sorted.map(([, n]) => n) }] };
}

/** The number of entries per day. */
export function byDay(entries: readonly JournalEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { day } of entries) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
