import type id from "../../../../assets/locales/id/sheets.json";
import { SHEET_NAMES, type SheetName } from "./columns.ts";

/**
 * What a clerk reads about a sheet. All of it comes from `sheets.json` of the locale files, so that neither a pattern
 * nor a key of the layer can get into a sentence. Loaded by those who read sheets only.
 */
type SheetSentenceKey = Extract<keyof typeof id, string>;
export type SheetSentences = Readonly<Record<SheetSentenceKey, string>>;
type After<Prefix extends string> = SheetSentenceKey extends infer Key
  ? Key extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never;
export type SheetErrorCode = After<"why">;

/** What mends a fault when it is done literally. */
interface Mend {
  how: After<"mend">;
  /** What to write, for those that write something. */
  text?: string;
}

/** Where a fault is, with the names and numbers that the spreadsheet shows. */
export interface SheetPlace {
  /** The name of a sheet, or of a file that is none. */
  sheet: SheetName | (string & {});
  row?: number | undefined;
  column?: string | undefined;
  /** The row's own name, where rows have one: the key in `keterangan`. */
  name?: string | undefined;
}

/** Something wrong in a sheet: where, why, and what mends it. */
export interface SheetError extends SheetPlace {
  code: SheetErrorCode;
  values: readonly string[];
  mend?: Mend;
}

/** Why a cell, row or sheet is wrong, before its place is added. */
export interface Reason {
  code: SheetErrorCode;
  /** What stands in the sentence's slots; `{0}` is what stands in the cell. */
  values?: readonly (string | number)[];
  mend?: Mend;
}

/** Most faults that are kept; a sheet of nothing but faults is not read aloud to its end. */
const MAX_FAULTS = 1000;

/** Collects faults and warnings, one for each place: what is wrong with a cell is said once. */
export class ErrorList {
  readonly faults: SheetError[] = [];
  readonly warnings: SheetError[] = [];
  private readonly places = new Set<string>();

  add(place: SheetPlace, reason: Reason): void {
    if (this.mark(place)) this.faults.push(located(place, reason));
  }

  /** A warning refuses nothing. */
  warn(place: SheetPlace, reason: Reason): void {
    if (this.mark(place)) this.warnings.push(located(place, reason));
  }

  private mark({ sheet, row, column, name }: SheetPlace): boolean {
    const key = [sheet, row, column, row === undefined ? name : ""].join("\n");
    if (this.places.has(key) || this.places.size >= MAX_FAULTS) return false;
    this.places.add(key);
    return true;
  }
}

function located(place: SheetPlace, { code, values = [], mend }: Reason): SheetError {
  return {
    ...place,
    sheet: shown(place.sheet),
    ...(place.column === undefined ? {} : { column: shown(place.column) }),
    code,
    values: values.map((value) => shown(String(value))),
    ...(mend ? { mend } : {}),
  };
}

/** A cell's content may be long or hold characters that hide or turn; what is shown of it does not. */
function shown(text: string): string {
  const plain = text
    .slice(0, 400)
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

/** The whole sentence: where, what stands there and why it is wrong, what mends it. */
export function formatSheetError(fault: SheetError, sentences: SheetSentences): string {
  const { code, values, mend } = fault;
  const sentence = `${sheetPlaceInWords(fault, sentences)}: ${fill(sentences[`why.${code}`], values)}.`;
  return mend ? `${sentence} ${fill(sentences[`mend.${mend.how}`], [mend.text ?? ""])}` : sentence;
}

/** "Lembar paslon, baris 3, kolom nomor". */
export function sheetPlaceInWords(
  { sheet, row, column, name }: SheetPlace,
  sentences: SheetSentences,
): string {
  const kind =
    row === undefined
      ? SHEET_NAMES.some((one) => one === sheet)
        ? "sheet"
        : "file"
      : column === undefined
        ? "row"
        : name === undefined
          ? "cell"
          : "named-cell";
  return fill(sentences[`place.${kind}`], [sheet, row ?? "", column ?? "", name ?? ""]);
}

const fill = (sentence: string, values: readonly (string | number)[]) =>
  sentence.replace(/\{(\d)\}/g, (_, slot) => String(values[Number(slot)] ?? ""));
