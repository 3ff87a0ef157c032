import { nearest } from "../validate/suggestions.ts";
import { exampleOf, readCell } from "./cells/index.ts";
import type { CellContext } from "./cells/reading.ts";
import { type Column, columnsOf, KEYS, SHEET_NAMES, type SheetName } from "./columns.ts";
import { contextOf, isMonthFirst } from "./context.ts";
import type { Known } from "./known.ts";
import type { ErrorList } from "./sheet-errors.ts";
import { type Grid, type RawRow, readTable } from "./table.ts";
import { headingKey } from "./tidy.ts";

/** The sheets as grids of cells, by name. */
export type Grids = Readonly<Partial<Record<SheetName, Grid>>>;

/** One line of a sheet with what its cells mean: ids, days as ISO, the words of the vocabulary. */
export interface Row<S extends SheetName> {
  /** The number the spreadsheet shows. */
  row: number;
  /** "" where the cell is empty. A wrong cell has what it probably means, which `checkRelations` may correct. */
  cells: Record<Column<S>, string>;
  /** As `cells`, as written. */
  raw: Readonly<Record<string, string>>;
}

export interface Sheets {
  rows: { readonly [S in SheetName]: readonly Row<S>[] };
  /** The rows of `keterangan` by key. */
  description: ReadonlyMap<string, { value: string; row: number }>;
  context: CellContext;
  known: Known;
  faults: ErrorList;
}

/** Reads every cell of every sheet; what is wrong with one is said at its place, and the others are read on. */
export function readSheets(grids: Grids, known: Known, faults: ErrorList): Sheets {
  if (grids.keterangan === undefined)
    faults.add(
      { sheet: "keterangan" },
      { code: "sheet-missing", mend: { how: "add-sheet", text: "keterangan" } },
    );
  const raw = Object.fromEntries(
    SHEET_NAMES.map((sheet) => {
      const grid = grids[sheet];
      return [sheet, grid === undefined ? [] : readTable(sheet, grid, faults)];
    }),
  ) as unknown as Record<SheetName, RawRow[]>;
  const context = contextOf(raw, known);
  const rows = Object.fromEntries(
    SHEET_NAMES.filter((sheet) => sheet !== "keterangan").map((sheet) => [
      sheet,
      readRows(sheet, raw[sheet], context, faults),
    ]),
  );
  return {
    rows: { keterangan: [], ...rows } as unknown as Sheets["rows"],
    description: readDescription(raw.keterangan, context, faults, grids.keterangan !== undefined),
    context,
    known,
    faults,
  };
}

function readRows(sheet: SheetName, raw: readonly RawRow[], context: CellContext, faults: ErrorList) {
  const rules = Object.entries(columnsOf(sheet));
  const own = { ...context, monthFirst: isMonthFirst(sheet, raw) };
  return raw.map(({ row, cells }) => {
    const values: Record<string, string> = {};
    for (const [column, { kind, required }] of rules) {
      const cell = cells[column] ?? "";
      if (cell === "") {
        values[column] = "";
        if (required && cells[column] !== undefined)
          faults.add(
            { sheet, row, column },
            { code: "missing", mend: { how: "write", text: exampleOf(kind, own) } },
          );
        continue;
      }
      const { value, reason } = readCell(kind, cell, own);
      values[column] = value;
      if (reason) faults.add({ sheet, row, column }, reason);
    }
    return { row, cells: values, raw: cells };
  });
}

/** The sheet `keterangan` has a key and a value in each row, each read in its own way. */
function readDescription(
  raw: readonly RawRow[],
  context: CellContext,
  faults: ErrorList,
  present: boolean,
): Sheets["description"] {
  const sheet = "keterangan";
  const found = new Map<string, { value: string; row: number }>();
  const keys = raw.map((line) => headingKey(line.cells.kunci ?? ""));
  const absent = Object.keys(KEYS).filter((key) => !keys.includes(key));
  const meant = new Set<string>();
  raw.forEach(({ row, cells }, at) => {
    const cell = cells.nilai ?? "";
    let key = keys[at]!;
    if (!Object.hasOwn(KEYS, key)) {
      const guess = nearest(key, absent);
      faults.add(
        { sheet, row, column: "kunci" },
        {
          code: "key-unknown",
          values: [cells.kunci ?? "", Object.keys(KEYS).join(", ")],
          mend: guess ? { how: "write", text: guess } : { how: "delete-row" },
        },
      );
      if (!guess) return;
      key = guess;
    }
    meant.add(key);
    if (found.has(key)) {
      faults.add(
        { sheet, row, column: "kunci" },
        { code: "key-twice", values: [key], mend: { how: "delete-row" } },
      );
      return;
    }
    const rule = KEYS[key]!;
    const place = { sheet, row, column: "nilai", name: key };
    if (cell === "") {
      found.set(key, { value: "", row });
      if (rule.required)
        faults.add(place, { code: "missing", mend: { how: "write", text: exampleOf(rule.kind, context) } });
      return;
    }
    const { value, reason } = readCell(rule.kind, cell, context);
    found.set(key, { value, row });
    if (reason) faults.add(place, reason);
  });
  for (const key of present ? absent : []) {
    if (KEYS[key]!.required && !meant.has(key))
      faults.add(
        { sheet, name: key },
        {
          code: "key-missing",
          values: [key],
          mend: { how: "add-row", text: `${key} | ${exampleOf(KEYS[key]!.kind, context)}` },
        },
      );
  }
  return found;
}
