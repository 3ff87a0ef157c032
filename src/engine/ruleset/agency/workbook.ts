import { zipSync } from "fflate";
import { type Cell, readXlsx, type Sheet } from "hucre/xlsx";
import type { Ruleset } from "../schema/index.ts";
import { type BuildResult, buildFromGrids } from "./build.ts";
import { asTyped } from "./cells/days.ts";
import { SHEET_NAMES, type SheetName } from "./columns.ts";
import { sheetLike, sheetNamed } from "./names.ts";
import { ErrorList } from "./sheet-errors.ts";
import type { Grid } from "./table.ts";
import type { Unpacked } from "./zip.ts";

/** Most cells of all sheets together that are not empty. */
const MAX_CELLS = 100_000;
/** Cells further down or right than these hold nothing of a sheet; a workbook may name one without holding those between. */
const MAX_ROWS = 50_000;
const RANGE = `A1:AZ${MAX_ROWS}`;
/** Worksheets of the template that hold no data. */
const GUIDE = /^(?:petunjuk|pilihan)$/i;

/**
 * Builds a layer from the unpacked parts of a workbook; undefined where they are no workbook. Never throws. Macros and
 * links to other workbooks were not unpacked; that they are there is said.
 */
export async function buildFromWorkbook(
  { parts, macros, links }: Extract<Unpacked, { kind: "workbook" }>,
  bundled: Ruleset,
): Promise<BuildResult | undefined> {
  const sheets = await readSheetsOf(parts);
  if (!sheets) return undefined;
  const faults = new ErrorList();
  const grids: Partial<Record<SheetName, Grid>> = {};
  let count = 0;
  for (const sheet of sheets) {
    count += sheet.rows.reduce(
      (sum, row) => sum + row.filter((cell) => cell !== null && cell !== "").length,
      0,
    );
    if (count > MAX_CELLS || sheet.rows.length >= MAX_ROWS)
      return {
        ok: false,
        errors: [{ sheet: sheet.name, code: "file-big", values: [] }],
        warnings: [],
      };
    addSheet(sheet, grids, faults);
  }
  if (macros) faults.warn({ sheet: "xlsm", name: "macros" }, { code: "macros-ignored" });
  if (links) faults.warn({ sheet: "xlsx", name: "links" }, { code: "links-ignored" });
  return buildFromGrids(grids, bundled, faults);
}

async function readSheetsOf(parts: Readonly<Record<string, Uint8Array>>): Promise<Sheet[] | undefined> {
  try {
    // Packed again without compression: the reader unpacks by itself, and must meet only what was measured.
    const bytes = zipSync(parts, { level: 0 });
    return (await readXlsx(bytes, { readStyles: true, range: RANGE })).sheets;
  } catch {
    return undefined;
  }
}

function addSheet(sheet: Sheet, grids: Partial<Record<SheetName, Grid>>, faults: ErrorList): void {
  const grid = gridOf(sheet);
  if (GUIDE.test(sheet.name) || grid.every((line) => line.every((cell) => cell === ""))) return;
  const name = sheetNamed(sheet.name);
  if (name === undefined) {
    const guess = sheetLike(sheet.name);
    faults.add(
      { sheet: sheet.name },
      {
        code: "sheet-unknown",
        values: [SHEET_NAMES.join(", ")],
        mend: guess ? { how: "rename-sheet", text: guess } : { how: "delete-sheet" },
      },
    );
  } else if (grids[name]) {
    faults.add({ sheet: sheet.name }, { code: "sheet-twice", values: [name], mend: { how: "delete-sheet" } });
  } else grids[name] = grid;
}

const gridOf = (sheet: Sheet): string[][] =>
  sheet.rows.map((row, at) =>
    row.map((value, column) => textOf(value, sheet.cells?.get(`${at},${column}`)?.style?.numFmt ?? "")),
  );

/** A cell as its spreadsheet shows it, as far as that matters: days, times, codes with zeros at the end. */
function textOf(value: Cell["value"], format: string): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayText(value);
  if (typeof value === "number") return numberText(value, format);
  return String(value);
}

function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  // A time of no day lies on the day from which spreadsheets count.
  return iso < "1901" ? iso.slice(11, 16) : asTyped(iso.slice(0, 10));
}

function numberText(value: number, format: string): string {
  // Spreadsheets keep fifteen digits; a format with an exponent is what is left of a number read from text.
  if (/E\+/i.test(format) || Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  const decimals = /^0+(?:[.,](0+))?(?:_.*)?$/.exec(format)?.[1]?.length;
  return decimals === undefined ? String(value) : value.toFixed(decimals);
}
