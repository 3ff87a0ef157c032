import { orderOf, readDay } from "./cells/days.ts";
import type { CellContext } from "./cells/reading.ts";
import { readRegion } from "./cells/regions.ts";
import { partyKey, readId } from "./cells/texts.ts";
import { columnsOf, type SheetName } from "./columns.ts";
import type { Known } from "./known.ts";
import type { RawRow } from "./table.ts";

type RawSheets = Readonly<Record<SheetName, readonly RawRow[]>>;

/** Reads from all sheets what the examples in faults are taken from. */
export function contextOf(raw: RawSheets, known: Known): CellContext {
  const base: CellContext = {
    year: yearOf(raw),
    monthFirst: false,
    regions: [],
    elections: [],
    phases: known.phases,
    ...partiesOf(raw, known),
  };
  const regions = byFrequency(cellsOf(raw, "region").map((cell) => clean(readRegion(cell, base))));
  const elections = byFrequency(cellsOf(raw, "id", "pemilu").map((cell) => clean(readId(cell, base))));
  return { ...base, regions, elections };
}

const clean = ({ value, reason }: { value: string; reason?: unknown }) => (reason ? "" : value);

/**
 * Whether the days of a sheet are written month first, as spreadsheets with American settings do: one cell shows it
 * ("9/13/2026") and none the opposite.
 */
export function isMonthFirst(sheet: SheetName, rows: readonly RawRow[]): boolean {
  const orders = dayColumns(sheet).flatMap((column) => rows.map((row) => orderOf(row.cells[column] ?? "")));
  return orders.includes("month") && !orders.includes("day");
}

const dayColumns = (sheet: SheetName) =>
  Object.entries(columnsOf(sheet)).flatMap(([column, { kind }]) => (kind === "day" ? [column] : []));

/** All cells of a kind, of columns with this name if one is given. */
function cellsOf(raw: RawSheets, kind: string, named?: string): string[] {
  return Object.entries(raw).flatMap(([sheet, rows]) =>
    Object.entries(columnsOf(sheet as SheetName))
      .filter(([column, rule]) => rule.kind === kind && (named === undefined || column === named))
      .flatMap(([column]) => rows.map((row) => row.cells[column] ?? "")),
  );
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}

/** The year of most days. */
function yearOf(raw: RawSheets): number {
  const nothing = { year: 0 } as CellContext;
  const days = [...cellsOf(raw, "day"), ...raw.keterangan.map((row) => row.cells.nilai ?? "")];
  const years = days.flatMap((cell) => {
    if (!/20\d\d/.test(cell) || cell.length > 40) return [];
    const { value, reason } = readDay(cell, nothing);
    return reason ? [] : [value.slice(0, 4)];
  });
  return Number(byFrequency(years)[0] ?? "2029");
}

function partiesOf(raw: RawSheets, known: Known): Pick<CellContext, "parties" | "partyNames"> {
  const own = raw.partai.map(({ cells }) => ({
    id:
      clean(readId(cells.id ?? "", { elections: [] as readonly string[] } as CellContext)) ||
      (cells.id ?? ""),
    names: [cells.singkatan, cells.nama].filter((name): name is string => !!name),
  }));
  const parties = new Map<string, string>();
  const names: string[] = [];
  // The sheet's own parties last: they replace bundled ones of the same name.
  for (const party of [...known.parties, ...own]) {
    for (const name of [party.id, ...party.names]) parties.set(partyKey(name), party.id);
    names.push(...party.names);
  }
  return { parties, partyNames: names };
}
