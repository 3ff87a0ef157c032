import { type Cell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { SITE_IDS } from "../../../domain/sites.ts";
import {
  ACCOUNT_KIND,
  type CellKind,
  CONTEST_KIND,
  columnsOf,
  KEYS,
  PERSON,
  SCOPE,
  SECTION,
  SHEET_NAMES,
  type SheetName,
  TERM_ROLE,
} from "./columns.ts";
import { readCsv } from "./csv.ts";
import type { Known } from "./known.ts";
import type { SheetSentences } from "./sheet-errors.ts";

/** Rows below the example that are prepared for more. */
const EMPTY_ROWS = 500;
/** The number format "text": 32.10 typed into such a cell stays 32.10. */
const TEXT = "@";

/**
 * A workbook with a worksheet for each sheet, filled from these CSVs ("paslon.csv": text). All cells are text, those of
 * 500 empty rows too, and cells with a fixed vocabulary offer it.
 */
export async function writeTemplate(
  example: Readonly<Record<string, string>>,
  known: Known,
  sentences: SheetSentences,
): Promise<Uint8Array> {
  const sheets = SHEET_NAMES.map((name) => worksheet(name, example[`${name}.csv`] ?? "", known, sentences));
  return writeXlsx({ sheets: [guideSheet(sentences), ...sheets] });
}

function guideSheet(sentences: SheetSentences): WriteSheet {
  const lines = (["title", "replace", "text", "list"] as const).map((line) => [
    sentences[`template.${line}`],
  ]);
  const rows = [...lines, [""], ...SHEET_NAMES.map((name) => [name, sentences[`template.${name}`]])];
  return { name: "petunjuk", columns: [{ width: 24 }, { width: 100 }], rows };
}

function worksheet(name: SheetName, csv: string, known: Known, sentences: SheetSentences): WriteSheet {
  const rules = columnsOf(name);
  const columns = Object.keys(rules);
  const { grid } = readCsv(csv, columns);
  const heading = grid[0] ?? [];
  const rows = grid
    .slice(1)
    .filter((line) => line.some((cell) => cell !== ""))
    .map((line) => columns.map((column) => line[heading.indexOf(column)] ?? ""));
  const last = rows.length + EMPTY_ROWS + 1;
  return {
    name,
    columns: columns.map((column) => ({ width: Math.max(14, column.length + 4), numFmt: TEXT })),
    rows: [columns, ...rows],
    cells: textCells(columns, rows, last),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, at) => {
      const values = choicesOf(rules[column]!.kind, known);
      // A list written into a cell's rule may have 255 characters.
      if (values.length === 0 || values.join(",").length > 255) return [];
      const letter = String.fromCharCode(65 + at);
      return [
        {
          type: "list" as const,
          values,
          range: `${letter}2:${letter}${last}`,
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: "warning" as const,
          errorTitle: column,
          errorMessage: sentences["template.wrong-choice"],
        },
      ];
    }),
  };
}

function textCells(columns: readonly string[], rows: readonly string[][], last: number) {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row < last; row++) {
    columns.forEach((column, at) => {
      const value = row === 0 ? column : (rows[row - 1]?.[at] ?? "");
      const style = row === 0 ? { numFmt: TEXT, font: { bold: true } } : { numFmt: TEXT };
      cells.set(`${row},${at}`, { value: value === "" ? null : value, style });
    });
  }
  return cells;
}

/** The words that a cell of this kind may hold, none where anything else may. */
function choicesOf(kind: CellKind, known: Known): string[] {
  const words: Partial<Record<CellKind, readonly string[]>> = {
    account: Object.keys(ACCOUNT_KIND),
    contest: Object.keys(CONTEST_KIND).filter((word) => word !== "walikota"),
    key: Object.keys(KEYS),
    person: Object.keys(PERSON),
    phase: known.phases,
    role: Object.keys(TERM_ROLE),
    scope: Object.keys(SCOPE),
    section: Object.keys(SECTION),
    site: SITE_IDS,
  };
  return [...(words[kind] ?? [])];
}
