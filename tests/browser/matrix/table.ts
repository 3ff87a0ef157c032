import type { Cell } from "./measure.ts";

const BROWSERS = ["chromium", "firefox"] as const;

function cellText(cell: Cell | undefined): string {
  if (!cell) return "not run";
  if (cell.blank) return `– ${cell.blank}`;
  const count = (n: number | undefined) => n ?? "·";
  const line = `${cell.held ? "held" : "passed"} ${[cell.control, cell.open, cell.cancelled, cell.confirmed, cell.undone].map(count).join(" ")}`;
  return cell.faults.length ? `${line} ✗ ${cell.faults.join("; ").replace(/\s+/g, " ")}` : line;
}

/** One line for each page, action and way; one column for each browser. */
export function matrixTable(cells: readonly Cell[]): string {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = [cell.page, cell.action, cell.way, cell.by].join("\t");
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  const lines = [...rows.values()]
    .sort((a, b) => a[0]!.site.localeCompare(b[0]!.site) || a[0]!.page.localeCompare(b[0]!.page))
    .map((row) => {
      const { page, action, way, by } = row[0]!;
      return [
        page,
        action,
        by ? `${way}: ${by}` : way,
        ...BROWSERS.map((b) => cellText(row.find((c) => c.browser === b))),
      ];
    });
  const head = ["page", "action", "way", ...BROWSERS];
  const widths = head.map((_, i) =>
    Math.min(44, Math.max(...[head, ...lines].map((line) => line[i]!.length))),
  );
  const print = (line: string[]) =>
    line
      .map((text, i) => text.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return [
    "",
    "action × way × page × browser. Held or passed, then the page's requests: neutral page (1), while asked (0), after",
    "Batal (0), after Tetap lanjutkan (1), taking it back (1, never held). · = not tried there (light cells end with Batal),",
    "not reached, or cannot be taken back.",
    "",
    print(head),
    ...lines.map(print),
    "",
  ].join("\n");
}
