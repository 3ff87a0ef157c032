import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { buildLayer } from "../../../../../src/engine/ruleset/agency/build.ts";
import { sheetNamed } from "../../../../../src/engine/ruleset/agency/names.ts";
import type { Layer } from "../../../../../src/engine/ruleset/schema/index.ts";
import { bundled } from "../bundled.ts";
import { files, layerOf, pilkada } from "../example.ts";

const whole = bundled();
const layer = (all: Record<string, string>): Layer => {
  const built = buildLayer(all, whole);
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  return built.layer;
};
const rowsOf = (text: string) => Papa.parse<string[]>(text.trimEnd()).data;
const csv = (rows: string[][], delimiter: string, newline = "\r\n") =>
  Papa.unparse(rows, { delimiter, newline });

/** The sheets of an election with as many tickets and accounts, whose names have degrees. */
function electionOf(count: number): Record<string, string[][]> {
  const head = Object.fromEntries(Object.entries(pilkada()).map(([name, text]) => [name, rowsOf(text)[0]!]));
  const e = "pilkada-antah-2029";
  const each = (make: (at: number) => string[]) => Array.from({ length: count }, (_, at) => make(at + 1));
  const sheets: Record<string, string[][]> = {
    keterangan: rowsOf(pilkada()["keterangan.csv"]!).slice(1),
    tahapan: rowsOf(pilkada()["tahapan.csv"]!).slice(1),
    pemilihan: each((at) => [e, `99.${String(at).padStart(2, "0")}`, "bupati", `Pemilihan, ke; ${at}`]),
    paslon: each((at) => [
      e,
      `99.${String(at).padStart(2, "0")}`,
      "1",
      "Budi Santosa, M.Si.",
      "Sari Dewi, S.E.",
      "",
      "Maju; jaya, bersama",
      "",
      "",
    ]),
    alias: each((at) => [e, `99.${String(at).padStart(2, "0")}`, "1", "calon", `Kang Budi, ke-${at}`]),
    akun: each((at) => ["x", `@akun${at}`, "", "", "Budi, M.Si.; tim", "tim", "", "", "", ""]),
    partai: each((at) => [`p-${at}`, "", `Partai Uji, ke-${at}`, `PU${at}`, ""]),
    istilah: each((at) => [`kata, uji; ${at}`, "slogan", "id", "0,5"]),
    matikan: each((at) => ["kata", `kata, ${at}`]),
  };
  return Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [`${name}.csv`, [head[`${name}.csv`]!, ...rows]]),
  );
}

describe("sheets as spreadsheets write them", () => {
  test("gives the same layer with each separator, with and without a last line end, with 1 to 12 rows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.constantFrom(",", ";", "\t"), { minLength: 9, maxLength: 9 }),
        fc.array(fc.constantFrom("", "\n", "\r\n", "\r\n\r\n"), { minLength: 9, maxLength: 9 }),
        fc.boolean(),
        (count, separators, ends, bom) => {
          const sheets = electionOf(count);
          const plain = Object.fromEntries(
            Object.entries(sheets).map(([name, rows]) => [name, `${csv(rows, ",", "\n")}\n`]),
          );
          const saved = Object.fromEntries(
            Object.entries(sheets).map(([name, rows], at) => [
              name,
              `${bom ? "\ufeff" : ""}${csv(rows, separators[at]!)}${ends[at]}`,
            ]),
          );
          expect(layer(saved)).toEqual(layer(plain));
        },
      ),
      { numRuns: process.env.JN_LONG === "1" ? 2000 : 60 },
    );
  });

  test("gives the same layer where every sheet has the same separator and ends in a line end", () => {
    for (const separator of [",", ";", "\t"]) {
      const saved = Object.fromEntries(
        Object.entries(files()).map(([name, text]) => [name, `${csv(rowsOf(text), separator)}\r\n`]),
      );
      expect(layer(saved), separator).toEqual(layerOf());
    }
  });

  test.each<[string, (text: string) => string]>([
    ["a line that names the separator", (text) => `sep=;\r\n${csv(rowsOf(text), ";")}\r\n`],
    ["that line in quotes", (text) => `"sep=;"\r\n${csv(rowsOf(text), ";")}\r\n`],
    ["a title above the heading", (text) => `Daftar BKPSDM\n\n${text}`],
    ["no-break blanks", (text) => text.replaceAll("Antah Berantah", "\u00a0Antah\u00a0Berantah ")],
    ["curly quotation marks around cells", (text) => text.replace(/(^|,)([a-z-]+)(?=,)/gm, "$1“$2”")],
    ["apostrophes that told Excel this is text", (text) => text.replaceAll("99.01", "'99.01")],
    ["invisible characters of a web page", (text) => text.replaceAll("radisekar", "radi\u200bsekar\u00ad")],
    ["empty columns at the end", (text) => text.replace(/$/gm, ",,").replace(/^,,$/gm, "")],
  ])("reads %s", (_, edit) => {
    const saved = Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, edit(text)]));
    expect(layer(saved)).toEqual(layerOf());
  });

  test("keeps a line break inside a note, however it is written, and makes it a blank inside a name", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const made = layerOf({
        "keterangan.csv": (text) =>
          text.replace("Semua nama di sini karangan.", `"Semua nama${end}karangan."`),
        "paslon.csv": (text) => text.replace("TIRTA PUSPAKENCANA", `TIRTA${end}PUSPAKENCANA`),
      });
      expect(made.meta.note!.id).toBe("Semua nama\nkarangan.");
      expect(made.set.contests![0]!.tickets[1]!.candidates[1]!.name).toBe("TIRTA PUSPAKENCANA, S.H.");
    }
  });

  test.each([
    ["paslon.csv", "paslon"],
    ["PASLON.CSV", "paslon"],
    ["Aturan Dinas - paslon.csv", "paslon"],
    ["Aturan Paslon 2029 - akun.csv", "akun"],
    ["paslon (1).csv", "paslon"],
    ["Salinan paslon.csv", "paslon"],
    ["aturan/dinas_tahapan-2.csv", "tahapan"],
    ["catatan.csv", undefined],
  ])("knows the sheet of a file named %s", (name, sheet) => {
    expect(sheetNamed(name)).toBe(sheet);
  });
});
