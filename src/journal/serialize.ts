import * as z from "zod/mini";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { checkSchema, entrySchema } from "../domain/journal-schema.ts";

/** What an export contains; it can be imported again. */
export interface JournalFile {
  entries: readonly JournalEntry[];
  checks: readonly WeeklyCheck[];
}

const FORMAT = "self-check-book/1";
/** Largest file that is read: about 100,000 entries. */
export const MAX_FILE = 20_000_000;

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  entries: z.array(entrySchema).check(z.maxLength(200_000)),
  checks: z.array(checkSchema).check(z.maxLength(5_000)),
});

/** The journal as JSON, as a backup or for import into another browser. */
export function toJson(journal: JournalFile): string {
  return `${JSON.stringify({ format: FORMAT, entries: journal.entries, checks: journal.checks }, null, 1)}\n`;
}

/** Why a file is refused: what it is not, or which of its lines, counted from one, cannot be read. */
export class JournalFileError extends Error {
  readonly code: "not-ours" | "too-big" | "entry" | "check";
  readonly at: number;
  constructor(code: JournalFileError["code"], at = 0) {
    super(`${code} ${at}`);
    this.code = code;
    this.at = at;
  }
}

/** Reads an exported file, which must be valid as a whole. @throws JournalFileError */
export function fromJson(text: string): JournalFile {
  if (text.length > MAX_FILE) throw new JournalFileError("too-big");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new JournalFileError("not-ours");
  }
  const read = fileSchema.safeParse(json);
  if (read.success) return read.data;
  const [list, at] = read.error.issues[0]?.path ?? [];
  if ((list === "entries" || list === "checks") && typeof at === "number")
    throw new JournalFileError(list === "entries" ? "entry" : "check", at + 1);
  throw new JournalFileError("not-ours");
}

/** Prefixes a quote to cells that a spreadsheet would run as formulas; quotes cells with quotes, commas or line ends. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
