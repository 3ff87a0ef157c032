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

/** Reads an exported file, which must be valid as a whole. @throws Error that says which field is invalid */
export function fromJson(text: string): JournalFile {
  if (text.length > MAX_FILE) throw new Error("larger than 20 MB");
  const read = fileSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Error(`${issue?.path.join(".") || "file"}: ${issue?.message ?? "wrong"}`);
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
