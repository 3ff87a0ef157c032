import Papa from "papaparse";

/** The sheets on a clerk's desk: changed by mistakes, and by doing literally what a message says. */
export class Folder {
  private readonly sheets: Map<string, string[][]>;

  constructor(files: Readonly<Record<string, string>>) {
    this.sheets = new Map(
      Object.entries(files).map(([name, text]) => [
        name.replace(/\.csv$/, ""),
        Papa.parse<string[]>(text.trimEnd()).data,
      ]),
    );
  }

  /** As Excel saves them here: semicolons, CRLF, a BOM, a last line end. */
  saved(): Record<string, string> {
    return Object.fromEntries(
      [...this.sheets].map(([name, rows]) => [
        `${name}.csv`,
        `\ufeff${Papa.unparse(rows, { delimiter: ";", newline: "\r\n" })}\r\n`,
      ]),
    );
  }

  /** @param at the row that the spreadsheet shows, or what stands in one of its cells */
  change(
    sheet: string,
    at: number | string,
    column: string,
    content: string | ((before: string) => string),
  ): void {
    const rows = this.rows(sheet);
    const row = typeof at === "number" ? rows[at - 1] : rows.find((line) => line.includes(at));
    const position = rows[0]!.indexOf(column);
    if (row === undefined || position < 0) return;
    const before = row[position] ?? "";
    row[position] = typeof content === "string" ? content : content(before);
  }

  drop(sheet: string, row: number): void {
    this.rows(sheet).splice(row - 1, 1);
  }

  copy(sheet: string, row: number): void {
    this.rows(sheet).push([...this.rows(sheet)[row - 1]!]);
  }

  add(sheet: string, cells: readonly string[]): void {
    this.rows(sheet).push([...cells]);
  }

  rename(sheet: string, column: string, title: string): void {
    const heading = this.rows(sheet)[0]!;
    const at = heading.indexOf(column);
    if (at >= 0) heading[at] = title;
  }

  cellAt(sheet: string, row: number, column: string): string {
    const rows = this.rows(sheet);
    return rows[row - 1]?.[rows[0]!.indexOf(column)] ?? "";
  }

  private rows(sheet: string): string[][] {
    const rows = this.sheets.get(sheet);
    if (!rows) throw new Error(`no sheet ${sheet}`);
    return rows;
  }
}

/** A clerk's message as it is read: the place and what to do. */
interface Message {
  sheet: string;
  row: number;
  column: string;
  does: "write" | "drop" | "rename" | "add";
  text: string;
}

const PLACE = /^Lembar (\w+)(?:, baris (\d+)(?: \([^)]+\))?(?:, kolom (.+?))?)?: /;
const DOES: readonly (readonly [RegExp, Message["does"]])[] = [
  [/\. (?:Ubah format kolom menjadi Teks, lalu tulis|Tulis): (.+)$/, "write"],
  [/\. Hapus baris ini\.$/, "drop"],
  [/\. Ganti judul kolom menjadi: (.+)$/, "rename"],
  [/\. Tambah baris: (.+)$/, "add"],
];

/** Reads a message, undefined where a clerk would not know what to do. */
export function understood(message: string): Message | undefined {
  const place = PLACE.exec(message);
  const [pattern, does] = DOES.find(([one]) => one.test(message)) ?? [];
  if (!place || !pattern || !does) return undefined;
  return {
    sheet: place[1]!,
    row: Number(place[2] ?? 0),
    column: place[3] ?? "",
    does,
    text: pattern.exec(message)![1] ?? "",
  };
}

/** Does what the messages say, word for word; rows go last and from below, so that the others keep their numbers. */
export function mend(folder: Folder, messages: readonly Message[]): void {
  for (const { sheet, row, column, does, text } of messages) {
    if (does === "write") folder.change(sheet, row, column, text);
    if (does === "rename") folder.rename(sheet, column, text);
  }
  const drops = messages.filter(({ does }) => does === "drop").sort((one, other) => other.row - one.row);
  for (const { sheet, row } of drops) folder.drop(sheet, row);
  for (const { sheet, does, text } of messages)
    if (does === "add")
      folder.add(
        sheet,
        text.split(" | ").map((part) => part.trim()),
      );
}
