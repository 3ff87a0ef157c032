import Papa from "papaparse";
import { countKnown, type Grid } from "./table.ts";

const SEPARATORS = [";", ",", "\t"] as const;
/** A first line by which Excel is told the separator; Excel itself shows no such line, nor counts it. */
const SEPARATOR_LINE = /^"?sep=(.)"?[ \t;,]*(?:\n|$)/i;
/** Lines among which the heading is looked for. */
const PREVIEW = 5;

/**
 * Reads a CSV file as spreadsheets write it: with or without BOM, quoted or not. The separator is the one that splits
 * the heading into the most of these columns: counting characters, as CSV readers do, is misled by names with degrees
 * ("Budi Santosa, M.Si.") and by the empty line that ends a file of two columns.
 *
 * @returns the cells, and the row in which quotation marks are out of order, if any
 */
export function readCsv(text: string, columns: readonly string[]): { grid: Grid; badQuotes?: number } {
  // Line ends of one kind: a reader that takes the first for all of them misreads a file edited in two programs.
  const body = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const line = SEPARATOR_LINE.exec(body);
  const rest = line ? body.slice(line[0].length) : body;
  const { data, errors } = Papa.parse<string[]>(rest, { delimiter: separatorOf(rest, columns) });
  const quotes = errors.find((error) => error.type === "Quotes");
  return quotes ? { grid: data, badQuotes: (quotes.row ?? 0) + 1 } : { grid: data };
}

function separatorOf(text: string, columns: readonly string[]): string {
  let best = ",";
  let most = 0;
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: PREVIEW });
    const known = Math.max(0, ...data.map((line) => countKnown(line, columns)));
    if (known > most) [best, most] = [separator, known];
  }
  return best;
}
