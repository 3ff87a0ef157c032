import { describe, expect, test } from "vitest";
import { buildLayer, locateInSheet } from "../../../../../src/engine/ruleset/agency/build.ts";
import { checkAgainst } from "../../../../../src/engine/ruleset/agency/fit.ts";
import type { SourceRows } from "../../../../../src/engine/ruleset/agency/sheets.ts";
import { isoDay, readTable, splitList } from "../../../../../src/engine/ruleset/agency/table.ts";
import { phaseOf } from "../../../../../src/engine/ruleset/law/phase.ts";
import { compose } from "../../../../../src/engine/ruleset/layers/compose.ts";
import type { Layer } from "../../../../../src/engine/ruleset/schema/index.ts";
import type { Fault } from "../../../../../src/engine/ruleset/validate/errors.ts";
import { bundled } from "../bundled.ts";
import { build, files, layerOf } from "../example.ts";

const told = (change: Record<string, (text: string) => string>) => {
  const built = build(change);
  return built.ok
    ? []
    : built.errors.map(({ path, code, hint }) => (hint ? [path, code, hint] : [path, code]));
};

describe("an agency's spreadsheets", () => {
  test("builds the example into a layer that fits the bundle and adds its own stage", () => {
    const layer = layerOf();
    expect(layer.set.contests).toHaveLength(1);
    const [first, second] = layer.set.contests![0]!.tickets;
    expect(first).toEqual({
      id: "pilkada-antah-2026/9901/01",
      number: 1,
      candidates: [
        { name: "Drs. RADITYA KALIBENING, M.Si.", aliases: ["Raditya Kalibening", "Kang Kalibening"] },
        { name: "Hj. SEKAR WINDUPATI, S.E.", aliases: ["Sekar Windupati"] },
      ],
      aliases: ["RADISEKAR", "Raditya-Sekar"],
      slogans: ["Antah Berantah Bersinar Lagi"],
      hashtags: ["AntahBersinarLagi"],
      parties: ["pelita-rimba"],
    });
    expect(second!.candidates[1]!.aliases).toContain("Bu Puspakencana");
    expect(layer.set.accounts!.map((a) => [a.id, a.kind, a.ticket])).toEqual([
      ["facebook:radisekar.official", "team", "pilkada-antah-2026/9901/01"],
      ["x:radisekar", "volunteer", "pilkada-antah-2026/9901/01"],
      ["facebook:baratirta.menang", "team", "pilkada-antah-2026/9901/02"],
      ["x:baratirta", "volunteer", "pilkada-antah-2026/9901/02"],
      ["x:kpu_antahberantah", "kpu", undefined],
    ]);
    const made = compose(bundled(), { agency: layer }, "2026-11-21");
    expect(made.skipped).toEqual([]);
    expect(phaseOf(made.ruleset, "2026-11-21", "pilkada-antah-2026/9901").id).toBe("kampanye");
    expect(phaseOf(made.ruleset, "2026-11-21", "pilkada-2024/3204").id).toBe("di-luar-tahapan");
  });

  test("accepts semicolons, tabs, a BOM, days as 1/11/2026 and capitals in the heading", () => {
    const semicolon = (text: string) =>
      `\ufeff${text.replaceAll("pilkada-antah-2026,", "pilkada-antah-2026;").replaceAll(",", ";")}`;
    expect(layerOf({ "pemilihan.csv": semicolon })).toEqual(layerOf());
    expect(layerOf({ "tahapan.csv": (text) => text.replaceAll(",", "\t") })).toEqual(layerOf());
    expect(layerOf({ "tahapan.csv": (text) => text.replace("2026-11-01", "1/11/2026") })).toEqual(layerOf());
    expect(layerOf({ "akun.csv": (text) => text.replace("nama_pengguna", "Nama Pengguna") })).toEqual(
      layerOf(),
    );
    expect(layerOf({ "paslon.csv": (text) => text.replaceAll("\n", "\r\n") })).toEqual(layerOf());
  });

  test.each<[string, string, (text: string) => string, (string | undefined)[]]>([
    [
      "unknown column",
      "akun.csv",
      (t) => t.replace("nama_pengguna", "nama_penguna"),
      ["akun.csv:1:nama_penguna", "unknown-column", "nama_pengguna"],
    ],
    [
      "missing column",
      "paslon.csv",
      (t) => t.replace(",calon,", ",,"),
      ["paslon.csv:1:calon", "missing-column"],
    ],
    ["empty cell", "alias.csv", (t) => t.replace("Kang Kalibening", ""), ["alias.csv:2:alias", "missing"]],
    [
      "unknown kind",
      "akun.csv",
      (t) => t.replace("relawan", "relawn"),
      ["akun.csv:3:jenis", "choice", "relawan"],
    ],
    [
      "unknown site",
      "akun.csv",
      (t) => t.replace("\nx,@radisekar", "\nfriendster,@radisekar"),
      ["akun.csv:3:situs", "choice"],
    ],
    [
      "ballot number is a word",
      "paslon.csv",
      (t) => t.replace(",1,", ",satu,"),
      ["paslon.csv:2:nomor", "type"],
    ],
    [
      "ballot number twice",
      "paslon.csv",
      (t) => t.replace("99.01,2,", "99.01,1,"),
      ["paslon.csv:3:nomor", "same-number"],
    ],
    [
      "contest not listed",
      "paslon.csv",
      (t) => t.replace("99.01,2", "99.02,2"),
      ["paslon.csv:3:wilayah", "no-such", "pemilihan.csv"],
    ],
    [
      "alias for nobody",
      "alias.csv",
      (t) => t.replace("99.01,2", "99.01,7"),
      ["alias.csv:3:nomor", "no-such", "paslon.csv"],
    ],
    [
      "no such day",
      "tahapan.csv",
      (t) => t.replace("2026-12-12", "2026-12-32"),
      ["tahapan.csv:4:selesai", "day"],
    ],
    [
      "days turned round",
      "tahapan.csv",
      (t) => t.replace("2026-12-12", "2026-10-12"),
      ["tahapan.csv:4", "day-order"],
    ],
    [
      "address with http",
      "akun.csv",
      (t) => t.replace("https://www.facebook.com/rad", "http://www.facebook.com/rad"),
      ["akun.csv:2:alamat", "https"],
    ],
    [
      "markup in a name",
      "paslon.csv",
      (t) => t.replace("TIRTA PUSPAKENCANA", "TIRTA <b>P</b>"),
      ["paslon.csv:3:wakil", "markup"],
    ],
    [
      "the same account twice",
      "akun.csv",
      (t) => t.replace("@baratirta,", "@radisekar,"),
      ["akun.csv:5:nama_pengguna", "twice", "baris 3"],
    ],
    ["weight out of range", "istilah.csv", (t) => t.replace("0,9", "9"), ["istilah.csv:2:bobot", "too-long"]],
    [
      "a party nobody knows",
      "paslon.csv",
      (t) => t.replace(",Pelita Rimba", ",Partai Entah"),
      ["paslon.csv:2:partai", "no-such"],
    ],
    [
      "a phase nobody knows",
      "tahapan.csv",
      (t) => t.replace("masa-tenang", "masa-riang"),
      ["tahapan.csv:5:tahapan", "no-such"],
    ],
    ["no version", "keterangan.csv", (t) => t.replace("versi,1\n", ""), ["keterangan.csv:versi", "missing"]],
    [
      "unknown description",
      "keterangan.csv",
      (t) => t.replace("penerbit", "penerbitt"),
      ["keterangan.csv:5:kunci", "unknown-key", "penerbit"],
    ],
    ["broken quotes", "pemilihan.csv", (t) => `${t}"a,b,c,d\n`, ["pemilihan.csv:3", "csv"]],
  ])("%s: file, row and column", (_, name, edit, expected) => {
    const found = told({ [name]: edit });
    const built = build({ [name]: edit });
    if (!built.ok) expect(found).toContainEqual(expected);
    else expect(rowFaults(built.layer, built.places)).toContainEqual(expected);
  });

  test("reports unknown and missing files", () => {
    const all = files();
    expect(buildLayer({ ...all, "paslom.csv": "a\n" })).toMatchObject({
      ok: false,
      errors: [{ path: "paslom.csv", code: "unknown-file", hint: "paslon.csv" }],
    });
    delete all["keterangan.csv"];
    expect(buildLayer(all)).toMatchObject({ ok: false });
    expect(buildLayer({})).toMatchObject({ ok: false });
  });
});

/** Faults that only show beside the bundle, as rows. */
function rowFaults(layer: Layer, places: SourceRows) {
  return checkAgainst(layer, bundled(), "2026-11-21").map((error) => {
    const { path, code } = locateInSheet(error, places);
    return [path, code];
  });
}

describe("tables", () => {
  test("reads cells, days and lists", () => {
    expect([isoDay("7/2/2027"), isoDay("27-11-2024"), isoDay("2024-11-27"), isoDay("besok")]).toEqual([
      "2027-02-07",
      "2024-11-27",
      "2024-11-27",
      "besok",
    ]);
    expect(splitList(" a | b ||c ")).toEqual(["a", "b", "c"]);
  });

  test("counts rows like the spreadsheet, with blank rows and quoted line breaks", () => {
    const faults: Fault[] = [];
    const rows = readTable("x.csv", 'a,b\n\n"1\n2",3\n,\n4,5\n', ["a", "b"], ["a"], faults);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { row: 3, cells: { a: "1\n2", b: "3" } },
      { row: 5, cells: { a: "4", b: "5" } },
    ]);
  });
});
