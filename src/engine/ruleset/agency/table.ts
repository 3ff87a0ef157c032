import Papa from "papaparse";
import { type Fault, fault } from "../validate/errors.ts";
import { nearest } from "../validate/suggestions.ts";

/** One line of a spreadsheet. `row` is the number the spreadsheet shows (the heading is row 1). */
export interface Row<C extends string> {
  row: number;
  /** Trimmed; "" where the cell is empty or the column absent. */
  cells: Readonly<Record<C, string>>;
}

/** Maximum number of rows of a file. */
const MAX_ROWS = 120_000;

/** "nama pengguna", "Nama_Pengguna" and "nama-pengguna" are one column. */
const columnKey = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** Position in a file: "paslon.csv:3:nomor". */
export const cellPath = (file: string, row: number, column?: string) =>
  column === undefined ? `${file}:${row}` : `${file}:${row}:${column}`;

/**
 * Reads a CSV file as spreadsheets write it (comma, semicolon or tab; with or without BOM; quoted or not). Unknown
 * columns are errors that suggest the nearest one; missing required columns are errors too.
 */
export function readTable<C extends string>(
  file: string,
  text: string,
  columns: readonly C[],
  required: readonly C[],
  faults: Fault[],
): Row<C>[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), {
    delimitersToGuess: [",", ";", "\t"],
  });
  for (const error of errors) {
    // A file of one column has no delimiter, which is fine.
    if (error.type !== "Delimiter")
      faults.push(fault(cellPath(file, (error.row ?? 0) + 1), "csv", [error.code]));
  }
  if (data.length > MAX_ROWS) {
    faults.push(fault(file, "too-long", [MAX_ROWS]));
    return [];
  }
  const heading = (data[0] ?? []).map(columnKey);
  heading.forEach((key, at) => {
    if (key !== "" && !columns.includes(key as C)) {
      faults.push(
        fault(
          cellPath(file, 1, data[0]![at]!.trim().slice(0, 40)),
          "unknown-column",
          [key.slice(0, 40)],
          nearest(key, columns),
        ),
      );
    }
  });
  for (const key of required) {
    if (!heading.includes(key)) faults.push(fault(cellPath(file, 1, key), "missing-column", [key]));
  }
  return data.slice(1).flatMap((line, at) => {
    if (line.every((cell) => cell.trim() === "")) return [];
    const cells = Object.fromEntries(columns.map((column) => [column, ""])) as Record<C, string>;
    for (const [position, key] of heading.entries()) {
      if (columns.includes(key as C)) cells[key as C] = (line[position] ?? "").trim();
    }
    const row = at + 2;
    for (const key of required) {
      if (heading.includes(key) && cells[key] === "") faults.push(fault(cellPath(file, row, key), "missing"));
    }
    return [{ row, cells }];
  });
}

/** Several values in one cell, separated by "|". */
export const splitList = (cell: string) =>
  cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/**
 * Converts "27/11/2024" and "27-11-2024", as Indonesian spreadsheets show a day, to "2024-11-27"; leaves anything else
 * unchanged.
 */
export function isoDay(cell: string): string {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  return match ? `${match[3]}-${match[2]!.padStart(2, "0")}-${match[1]!.padStart(2, "0")}` : cell;
}

/** Reads a whole number; anything else is an error and gives 0. */
export function wholeNumber(cell: string, path: string, faults: Fault[]): number {
  if (/^\d{1,10}$/.test(cell)) return Number(cell);
  if (cell !== "") faults.push(fault(path, "type", ["bilangan bulat"]));
  return 0;
}
