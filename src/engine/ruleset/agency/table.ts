import { nearest } from "../validate/suggestions.ts";
import { columnsOf, type SheetName } from "./columns.ts";
import type { ErrorList } from "./sheet-errors.ts";
import { headingKey, tidyCell } from "./tidy.ts";

/** The cells of a sheet by line, as written. */
export type Grid = readonly (readonly string[])[];

/** One line of a sheet. `row` is the number the spreadsheet shows. */
export interface RawRow {
  row: number;
  /** What stands in the cell, without what spreadsheets add; "" where it is empty, nothing where the column is absent. */
  cells: Readonly<Record<string, string>>;
}

/** Maximum number of rows of a sheet. */
const MAX_ROWS = 120_000;
/** Lines that may stand above the heading: a title, an empty line. */
const MAX_ABOVE = 5;

/** How many different columns a line names. */
export const countKnown = (line: readonly string[], columns: readonly string[]): number =>
  new Set(line.map(headingKey).filter((key) => columns.includes(key))).size;

/** Finds the heading and reads the rows below it. Unknown, missing and repeated columns are faults. */
export function readTable(sheet: SheetName, grid: Grid, faults: ErrorList): RawRow[] {
  if (grid.length > MAX_ROWS) {
    faults.add({ sheet }, { code: "sheet-long", values: [MAX_ROWS] });
    return [];
  }
  const columns = Object.keys(columnsOf(sheet));
  const headingAt = findHeading(grid, columns);
  const heading = readHeading(sheet, grid[headingAt] ?? [], headingAt + 1, faults);
  return grid.slice(headingAt + 1).flatMap((line, at) => {
    const texts = line.map(tidyCell);
    if (texts.every((text) => text === "")) return [];
    const cells: Record<string, string> = {};
    heading.forEach((key, position) => {
      if (key !== undefined) cells[key] = texts[position] ?? "";
    });
    return [{ row: headingAt + at + 2, cells }];
  });
}

function findHeading(grid: Grid, columns: readonly string[]): number {
  let best = Math.max(
    0,
    grid.findIndex((line) => line.some((cell) => cell.trim() !== "")),
  );
  let most = 0;
  grid.slice(0, MAX_ABOVE).forEach((line, at) => {
    const known = countKnown(line, columns);
    if (known > most) [best, most] = [at, known];
  });
  return best;
}

/** The column of each position, undefined where it is none. */
function readHeading(
  sheet: SheetName,
  line: readonly string[],
  row: number,
  faults: ErrorList,
): (string | undefined)[] {
  const rules = columnsOf(sheet);
  const columns = Object.keys(rules);
  const present = new Set(line.map(headingKey));
  const absent = columns.filter((column) => !present.has(column));
  const taken = new Set<string>();
  const unknown: { key: string; title: string; at: number }[] = [];
  const heading = line.map((cell, at) => {
    const key = headingKey(cell);
    if (key === "") return undefined;
    if (!columns.includes(key)) {
      unknown.push({ key, title: tidyCell(cell), at });
      return undefined;
    }
    if (taken.has(key)) {
      faults.add({ sheet, row, column: key }, { code: "column-twice", mend: { how: "delete-column" } });
      return undefined;
    }
    taken.add(key);
    return key;
  });
  const meant = new Set<string>();
  for (const { key, title, at } of unknown) {
    const guess = nearest(key, absent) ?? nearest(key, columns);
    if (guess !== undefined) meant.add(guess);
    // Its cells are read as that column's, so that none of them is called empty.
    if (guess !== undefined && !taken.has(guess)) heading[at] = guess;
    faults.add(
      { sheet, row, column: title },
      {
        code: "column-unknown",
        values: [title, columns.join(", ")],
        mend: guess === undefined ? { how: "delete-column" } : { how: "rename-column", text: guess },
      },
    );
  }
  for (const column of absent) {
    if (rules[column]!.required && !meant.has(column))
      faults.add(
        { sheet, row, column },
        { code: "column-missing", mend: { how: "add-column", text: column } },
      );
  }
  return heading;
}

/** Several values in one cell, separated by "|". */
export const splitList = (cell: string): string[] =>
  cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
