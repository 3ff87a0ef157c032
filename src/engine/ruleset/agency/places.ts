import type { SheetName } from "./columns.ts";
import type { SheetPlace } from "./sheet-errors.ts";

/** Sheet and row of each item, by its path in the layer ("set.contests.0.tickets.1"). */
export type SourceRows = ReadonlyMap<string, { sheet: SheetName; row: number }>;

/** Columns of a layer's keys, for what is found after building. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  number: "nomor",
  candidates: "calon",
  name: "nama",
  aliases: "alias",
  slogans: "slogan",
  hashtags: "tagar",
  parties: "partai",
  party: "partai",
  handle: "nama_pengguna",
  siteId: "id_situs",
  url: "alamat",
  site: "situs",
  kind: "jenis",
  from: "mulai",
  until: "selesai",
  phase: "tahapan",
  contest: "wilayah",
  ticket: "nomor",
  election: "pemilu",
  region: "wilayah",
  text: "teks",
  weight: "bobot",
  language: "bahasa",
  short: "singkatan",
};

/** The cell that a path of the layer came from. What came from no row is said of the sheet `keterangan`. */
export function placeInSheet(path: string, places: SourceRows): SheetPlace {
  const keys = path.split(".");
  for (let length = keys.length; length > 0; length--) {
    const place = places.get(keys.slice(0, length).join("."));
    if (!place) continue;
    const rest = keys.slice(length);
    const column = COLUMN_OF[rest.find((key) => COLUMN_OF[key] !== undefined) ?? ""];
    // The second person of a ticket is the running mate.
    const shown = column === "calon" && rest[1] === "1" ? "wakil" : column;
    return { sheet: place.sheet, row: place.row, column: shown };
  }
  return { sheet: "keterangan" };
}
