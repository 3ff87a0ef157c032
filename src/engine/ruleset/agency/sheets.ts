import { type Fault, fault } from "../validate/errors.ts";
import { nearest } from "../validate/suggestions.ts";
import { type Column, FILE_NAMES, FILES, type FileName } from "./columns.ts";
import { cellPath, type Row, readTable } from "./table.ts";

/** Source file and row of each item, by its path in the layer ("set.contests.0.tickets.1"). */
export type SourceRows = Map<string, { file: FileName; row: number }>;

export interface Sheets {
  rows: { [F in FileName]: readonly Row<Column<F>>[] };
  faults: Fault[];
  sourceRows: SourceRows;
}

/** Reads all files of a folder by name; unknown and missing files are errors. */
export function readSheets(files: Readonly<Record<string, string>>): Sheets {
  const faults: Fault[] = [];
  for (const name of Object.keys(files)) {
    if (!FILE_NAMES.includes(name as FileName)) {
      faults.push(fault(name.slice(0, 80), "unknown-file", [name.slice(0, 80)], nearest(name, FILE_NAMES)));
    }
  }
  if (files["keterangan.csv"] === undefined)
    faults.push(fault("keterangan.csv", "missing-file", ["keterangan.csv"]));
  const rows = Object.fromEntries(
    FILE_NAMES.map((name) => {
      const text = files[name];
      const { columns, required } = FILES[name];
      return [name, text === undefined ? [] : readTable<string>(name, text, columns, required, faults)];
    }),
  ) as unknown as Sheets["rows"];
  return { rows, faults, sourceRows: new Map() };
}

/** Reads a cell with a fixed vocabulary; unknown words are errors that suggest the nearest one. */
export function readChoice<T>(
  sheets: Sheets,
  at: { file: FileName; row: number; column: string },
  cell: string,
  words: Readonly<Record<string, T>>,
): T | undefined {
  const key = cell.toLowerCase();
  if (Object.hasOwn(words, key)) return words[key];
  if (cell !== "") {
    const known = Object.keys(words);
    sheets.faults.push(
      fault(cellPath(at.file, at.row, at.column), "choice", [known.join(", ")], nearest(key, known)),
    );
  }
  return undefined;
}
