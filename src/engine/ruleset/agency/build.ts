import type { Layer, Meta } from "../schema/index.ts";
import { Layer as LayerSchema } from "../schema/layer.ts";
import { type Fault, fault } from "../validate/errors.ts";
import { checkShape } from "../validate/parse.ts";
import { nearest } from "../validate/suggestions.ts";
import { COLUMN_OF, SCOPE, SECTION, TERM_ROLE } from "./columns.ts";
import { accountsOf, contestsOf, partiesOf } from "./people.ts";
import { readChoice, readSheets, type Sheets, type SourceRows } from "./sheets.ts";
import { cellPath, isoDay, wholeNumber } from "./table.ts";

export type BuildResult = { ok: true; layer: Layer; places: SourceRows } | { ok: false; errors: Fault[] };

/**
 * Builds a layer from an agency's spreadsheets, given by file name ("paslon.csv": text). Every error names file, row
 * and column. Pure: the same files give the same layer.
 */
export function buildLayer(files: Readonly<Record<string, string>>): BuildResult {
  const sheets = readSheets(files);
  const meta = metaOf(sheets);
  const set: Record<string, unknown> = {};
  const put = (key: string, list: readonly unknown[]) => {
    if (list.length > 0) set[key] = list;
  };
  put("elections", electionsOf(sheets));
  put("contests", contestsOf(sheets));
  put("parties", partiesOf(sheets));
  put("accounts", accountsOf(sheets));
  put("lexicon", termsOf(sheets));
  const off = switchedOffOf(sheets);
  if (sheets.faults.length > 0) return { ok: false, errors: sheets.faults.slice(0, 200) };
  const shaped = checkShape(LayerSchema, { format: 1, kind: "layer", meta, set, off });
  return shaped.ok
    ? { ok: true, layer: shaped.value, places: sheets.sourceRows }
    : { ok: false, errors: shaped.errors.map((error) => locateInSheet(error, sheets.sourceRows)) };
}

/** Translates the path of an error in the layer into file, row and column, if it came from a sheet. */
export function locateInSheet(error: Fault, places: SourceRows): Fault {
  const keys = error.path.split(".");
  for (let length = keys.length; length > 0; length--) {
    const place = places.get(keys.slice(0, length).join("."));
    if (!place) continue;
    const rest = keys.slice(length);
    const column = COLUMN_OF[rest.find((key) => COLUMN_OF[key] !== undefined) ?? ""];
    // The second person of a ticket is the running mate.
    const shown = column === "calon" && rest[1] === "1" ? "wakil" : column;
    return { ...error, path: cellPath(place.file, place.row, shown) };
  }
  return error.path.startsWith("meta.") ? { ...error, path: `keterangan.csv:${error.path.slice(5)}` } : error;
}

const META_KEYS = [
  "id",
  "judul",
  "judul_en",
  "penerbit",
  "versi",
  "terbit",
  "berlaku_mulai",
  "berlaku_sampai",
  "catatan",
];

function metaOf(sheets: Sheets): Meta {
  const values = new Map<string, string>();
  for (const { row, cells } of sheets.rows["keterangan.csv"]) {
    const key = cells.kunci.toLowerCase().replace(/[\s-]+/g, "_");
    if (!META_KEYS.includes(key)) {
      sheets.faults.push(
        fault(
          cellPath("keterangan.csv", row, "kunci"),
          "unknown-key",
          [key.slice(0, 40)],
          nearest(key, META_KEYS),
        ),
      );
    }
    values.set(key, cells.nilai);
  }
  const required = (key: string) => {
    const value = values.get(key) ?? "";
    if (value === "" && sheets.rows["keterangan.csv"].length > 0) {
      sheets.faults.push(fault(`keterangan.csv:${key}`, "missing"));
    }
    return value;
  };
  const title = required("judul");
  const optional = (key: string) => values.get(key) || undefined;
  const note = optional("catatan");
  const [validFrom, validUntil] = [optional("berlaku_mulai"), optional("berlaku_sampai")].map(
    (day) => day && isoDay(day),
  );
  return {
    id: required("id"),
    title: { id: title, en: optional("judul_en") ?? title },
    version: wholeNumber(required("versi"), "keterangan.csv:versi", sheets.faults),
    publisher: required("penerbit"),
    languages: ["id"],
    issued: isoDay(required("terbit")),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(note ? { note: { id: note, en: note } } : {}),
  };
}

function electionsOf(sheets: Sheets) {
  const elections = new Map<
    string,
    { id: string; name: { id: string; en: string }; scope: string; stages: object[]; sources: [] }
  >();
  for (const { row, cells } of sheets.rows["tahapan.csv"]) {
    const at = { file: "tahapan.csv", row, column: "cakupan" } as const;
    const scope = readChoice(sheets, at, cells.cakupan, SCOPE);
    const election = elections.get(cells.pemilu) ?? {
      id: cells.pemilu,
      name: { id: cells.nama || cells.pemilu, en: cells.nama || cells.pemilu },
      scope: scope ?? "regional",
      stages: [],
      sources: [],
    };
    elections.set(cells.pemilu, election);
    const place = `set.elections.${[...elections.keys()].indexOf(cells.pemilu)}`;
    if (election.stages.length === 0) sheets.sourceRows.set(place, { file: "tahapan.csv", row });
    sheets.sourceRows.set(`${place}.stages.${election.stages.length}`, { file: "tahapan.csv", row });
    election.stages.push({ phase: cells.tahapan, from: isoDay(cells.mulai), until: isoDay(cells.selesai) });
  }
  return [...elections.values()];
}

function termsOf(sheets: Sheets) {
  return sheets.rows["istilah.csv"].map(({ row, cells }, at) => {
    sheets.sourceRows.set(`set.lexicon.${at}`, { file: "istilah.csv", row });
    const role = readChoice(sheets, { file: "istilah.csv", row, column: "peran" }, cells.peran, TERM_ROLE);
    // Indonesian spreadsheets use a decimal comma.
    const weight = cells.bobot === "" ? 0.6 : Number(cells.bobot.replace(",", "."));
    return { text: cells.teks, role, language: cells.bahasa || "id", weight };
  });
}

function switchedOffOf(sheets: Sheets) {
  const off: Record<string, string[]> = {};
  for (const { row, cells } of sheets.rows["matikan.csv"]) {
    const section = readChoice(sheets, { file: "matikan.csv", row, column: "bagian" }, cells.bagian, SECTION);
    if (!section) continue;
    off[section] ??= [];
    sheets.sourceRows.set(`off.${section}.${off[section].length}`, { file: "matikan.csv", row });
    off[section].push(cells.id);
  }
  return off;
}
