import { type Counts, f1, type Interval, wilson } from "./metrics.ts";

/** One judged text. */
export interface Judged {
  truth: boolean;
  /** At least a notice. */
  noticed: boolean;
  warned: boolean;
  groups: Readonly<Record<string, string>>;
}

const percent = (value: number): string => (Number.isNaN(value) ? "–" : (value * 100).toFixed(1));

export function show(interval: Interval): string {
  if (interval.of === 0) return "–";
  return `${percent(interval.value)} (${percent(interval.low)}–${percent(interval.high)})`;
}

function count(judged: readonly Judged[], predicate: (one: Judged) => boolean): Counts {
  const out: Counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const one of judged) {
    if (one.truth) predicate(one) ? out.tp++ : out.fn++;
    else predicate(one) ? out.fp++ : out.tn++;
  }
  return out;
}

/** A row of a table: name, number, precision, recall, F1 of notices, precision and recall of dialogs. */
export function row(name: string, judged: readonly Judged[]): string {
  const notice = count(judged, (one) => one.noticed);
  const warn = count(judged, (one) => one.warned);
  const cells = [
    name,
    String(judged.length),
    String(notice.tp + notice.fn),
    show(wilson(notice.tp, notice.tp + notice.fp)),
    show(wilson(notice.tp, notice.tp + notice.fn)),
    notice.tp + notice.fn === 0 ? "–" : f1(notice).toFixed(3),
    show(wilson(warn.tp, warn.tp + warn.fp)),
    show(wilson(warn.tp, warn.tp + warn.fn)),
    String(warn.fp),
  ];
  return `| ${cells.join(" | ")} |`;
}

export const HEAD = [
  "| | texts | campaign | notice: precision % | notice: recall % | F1 | dialog: precision % | dialog: recall % | false dialogs |",
  "|---|---|---|---|---|---|---|---|---|",
];

/** Rows for every value of a group, largest first. */
export function rowsBy(judged: readonly Judged[], group: string): string[] {
  const values = new Map<string, Judged[]>();
  for (const one of judged) {
    const value = one.groups[group] ?? "";
    const list = values.get(value);
    if (list) list.push(one);
    else values.set(value, [one]);
  }
  return [...values]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([value, list]) => row(value || "–", list));
}
