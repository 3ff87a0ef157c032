import type { Reason, SheetErrorCode } from "../sheet-errors.ts";

/** What the readers of cells need to know of the rest, to give an example that fits. */
export interface CellContext {
  /** The year of most days in the sheets. */
  year: number;
  /** True where the days of this sheet are written month first. */
  monthFirst: boolean;
  /** Region codes ("3204") that the sheets use without damage, the most frequent first. */
  regions: readonly string[];
  /** Ids of elections that the sheets use, the most frequent first. */
  elections: readonly string[];
  /** Ids of the stages there are. */
  phases: readonly string[];
  /** Parties by name in lower letters. */
  parties: ReadonlyMap<string, string>;
  /** The shown names of parties, for suggestions. */
  partyNames: readonly string[];
}

/** What a cell says. Where it is wrong, `value` is what it probably means, so that the other checks can go on. */
export interface Reading {
  value: string;
  reason?: Reason;
}
export type ReadCell = (cell: string, context: CellContext) => Reading;

export const good = (value: string): Reading => ({ value });

/** A wrong cell. @param example written into the cell it must be right; @param value what it then means */
export const wrong = (
  code: SheetErrorCode,
  values: readonly (string | number)[],
  example: string,
  value = example,
): Reading => ({ value, reason: { code, values, mend: { how: "write", text: example } } });

/** As `wrong`, where the spreadsheet changed what was typed: the column must be text, or it does so again. */
export const damaged = (
  code: SheetErrorCode,
  values: readonly (string | number)[],
  example: string,
  value = example,
): Reading => ({ value, reason: { code, values, mend: { how: "write-as-text", text: example } } });

/** What stands in a cell whose formula failed: "#N/A", "#VALUE!", "Err:502", or a column too narrow for its day. */
export const isSpreadsheetError = (cell: string): boolean =>
  /^#(?:N\/A|NV|[A-Z0-9/ ]+[!?])$/i.test(cell) || /^Err:\d{3}$/i.test(cell) || /^#{2,}$/.test(cell);

/** A number that lost its last digits: "1E+14", "1,00065E+14". */
export const isScientific = (cell: string): boolean => /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(cell);
