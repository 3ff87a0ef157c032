import { SITE_IDS, type SiteId } from "../domain/sites.ts";
import { readCsv } from "./ruleset/agency/csv.ts";
import { headingKey, tidyCell } from "./ruleset/agency/tidy.ts";
import { decode } from "./ruleset/agency/zip.ts";
import { isDay } from "./ruleset/schema/parts.ts";
import type { Trial } from "./trial.ts";

/** Columns of a file of things to try. */
const COLUMNS = ["teks", "tanggal", "situs", "akun", "nama"];

/**
 * Things to try, from a file: a sentence a line, or a CSV that names its columns. @param date for those that name no day
 * @returns undefined where the letters cannot be read
 */
export function readTrials(bytes: Uint8Array, date: string): Trial[] | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  const { grid } = readCsv(text, COLUMNS);
  const heading = (grid[0] ?? []).map(headingKey);
  if (!heading.includes("teks"))
    return text
      .replace(/^\ufeff/, "")
      .split(/\r\n|\r|\n/)
      .map(tidyCell)
      .filter((line) => line !== "")
      .map((line) => ({ text: line, date }));
  return grid.slice(1).flatMap((line) => {
    const cell = (column: string) => tidyCell(line[heading.indexOf(column)] ?? "");
    if (COLUMNS.every((column) => cell(column) === "")) return [];
    const site = SITE_IDS.find((one): one is SiteId => one === cell("situs").toLowerCase());
    const day = cell("tanggal").replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, d, m, y) =>
      [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-"),
    );
    return [
      {
        text: cell("teks"),
        date: isDay(day) ? day : date,
        site,
        handle: cell("akun").replace(/^@/, "") || undefined,
        name: cell("nama") || undefined,
      },
    ];
  });
}
