import type { Layer, Meta, Ruleset } from "../schema/index.ts";
import { Layer as LayerSchema } from "../schema/layer.ts";
import { checkShape } from "../validate/parse.ts";
import { checkCalendar } from "./calendar.ts";
import { columnsOf, SHEET_NAMES, type SheetName } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { type Known, knownOf } from "./known.ts";
import { sheetLike, sheetNamed } from "./names.ts";
import { accountsOf, contestsOf, partiesOf } from "./people.ts";
import { placeInSheet, type SourceRows } from "./places.ts";
import { checkRelations } from "./relations.ts";
import { ErrorList, type SheetError } from "./sheet-errors.ts";
import { type Grids, readSheets, type Sheets } from "./sheets.ts";
import type { Grid } from "./table.ts";

export type BuildResult = { warnings: SheetError[] } & (
  | { ok: true; layer: Layer; places: SourceRows }
  | { ok: false; errors: SheetError[] }
);

/**
 * Builds a layer from an agency's CSVs, given by file name ("paslon.csv": text), to be used with the bundled ruleset.
 * All that is wrong is said at once, each at its cell. Pure: the same files give the same layer.
 */
export function buildLayer(files: Readonly<Record<string, string>>, bundled: Ruleset): BuildResult {
  const faults = new ErrorList();
  const grids: Partial<Record<SheetName, Grid>> = {};
  for (const [name, text] of Object.entries(files)) {
    const sheet = sheetNamed(name);
    if (sheet === undefined) {
      const guess = sheetLike(name);
      faults.add(
        { sheet: name },
        {
          code: "file-unknown",
          values: [SHEET_NAMES.join(", ")],
          mend: guess ? { how: "rename-file", text: `${guess}.csv` } : { how: "delete-file" },
        },
      );
      continue;
    }
    if (grids[sheet]) {
      faults.add({ sheet: name }, { code: "file-twice", values: [sheet], mend: { how: "delete-file" } });
      continue;
    }
    const { grid, badQuotes } = readCsv(text, Object.keys(columnsOf(sheet)));
    if (badQuotes !== undefined)
      faults.add({ sheet, row: badQuotes }, { code: "quotes", mend: { how: "quotes" } });
    // What follows an open quotation mark is one cell to a reader; nothing in it can be judged.
    grids[sheet] = badQuotes === undefined ? grid : grid.slice(0, badQuotes - 1);
  }
  return buildFromGrids(grids, bundled, faults);
}

/** Builds a layer from the cells of all sheets. @param faults what was found while reading them */
export function buildFromGrids(grids: Grids, bundled: Ruleset, faults = new ErrorList()): BuildResult {
  const known: Known = knownOf(bundled);
  const sheets = readSheets(grids, known, faults);
  checkRelations(sheets);
  checkCalendar(sheets);
  const { warnings } = faults;
  if (faults.faults.length > 0) return { ok: false, errors: faults.faults, warnings };
  const places = new Map<string, { sheet: SheetName; row: number }>();
  const shaped = checkShape(LayerSchema, toLayer(sheets, places));
  if (shaped.ok) return { ok: true, layer: shaped.value, places, warnings };
  for (const { path } of shaped.errors) faults.add(placeInSheet(path, places), { code: "other" });
  return { ok: false, errors: faults.faults, warnings };
}

type Places = Map<string, { sheet: SheetName; row: number }>;

function toLayer(sheets: Sheets, places: Places) {
  const set: Record<string, unknown> = {};
  const put = (key: string, list: readonly unknown[]) => {
    if (list.length > 0) set[key] = list;
  };
  put("elections", electionsOf(sheets, places));
  put("contests", contestsOf(sheets, places));
  put("parties", partiesOf(sheets, places));
  put("accounts", accountsOf(sheets, places));
  put("lexicon", termsOf(sheets, places));
  return { format: 1, kind: "layer", meta: metaOf(sheets), set, off: switchedOffOf(sheets, places) };
}

function metaOf({ description }: Sheets): Meta {
  const value = (key: string) => description.get(key)?.value ?? "";
  const optional = (key: string, name: string) => (value(key) ? { [name]: value(key) } : {});
  return {
    id: value("id"),
    title: { id: value("judul"), en: value("judul_en") || value("judul") },
    version: Number(value("versi")),
    publisher: value("penerbit"),
    languages: ["id"],
    issued: value("terbit"),
    ...optional("berlaku_mulai", "validFrom"),
    ...optional("berlaku_sampai", "validUntil"),
    ...(value("catatan") ? { note: { id: value("catatan"), en: value("catatan") } } : {}),
  };
}

function electionsOf(sheets: Sheets, places: Places) {
  const elections = new Map<
    string,
    { id: string; name: object; scope: string; stages: object[]; sources: [] }
  >();
  for (const { row, cells } of sheets.rows.tahapan) {
    const name = cells.nama || cells.pemilu;
    const election = elections.get(cells.pemilu) ?? {
      id: cells.pemilu,
      name: { id: name, en: name },
      scope: cells.cakupan || "regional",
      stages: [],
      sources: [],
    };
    elections.set(cells.pemilu, election);
    const place = `set.elections.${[...elections.keys()].indexOf(cells.pemilu)}`;
    if (election.stages.length === 0) places.set(place, { sheet: "tahapan", row });
    places.set(`${place}.stages.${election.stages.length}`, { sheet: "tahapan", row });
    election.stages.push({ phase: cells.tahapan, from: cells.mulai, until: cells.selesai });
  }
  return [...elections.values()];
}

function termsOf(sheets: Sheets, places: Places) {
  return sheets.rows.istilah.map(({ row, cells }, at) => {
    places.set(`set.lexicon.${at}`, { sheet: "istilah", row });
    const weight = cells.bobot === "" ? 0.6 : Number(cells.bobot);
    return { text: cells.teks, role: cells.peran, language: cells.bahasa || "id", weight };
  });
}

function switchedOffOf(sheets: Sheets, places: Places) {
  const off: Record<string, string[]> = {};
  for (const { row, cells } of sheets.rows.matikan) {
    off[cells.bagian] ??= [];
    const list = off[cells.bagian]!;
    places.set(`off.${cells.bagian}.${list.length}`, { sheet: "matikan", row });
    list.push(cells.id);
  }
  return off;
}
