import { describe, expect, test } from "vitest";
import { buildLayer } from "../../../../../src/engine/ruleset/agency/build.ts";
import { readCsv } from "../../../../../src/engine/ruleset/agency/csv.ts";
import { ErrorList } from "../../../../../src/engine/ruleset/agency/sheet-errors.ts";
import { readTable, splitList } from "../../../../../src/engine/ruleset/agency/table.ts";
import { phaseOf } from "../../../../../src/engine/ruleset/law/phase.ts";
import { compose } from "../../../../../src/engine/ruleset/layers/compose.ts";
import { bundled } from "../bundled.ts";
import { build, files, layerOf } from "../example.ts";

/** Place, code and what mends it, of every fault. */
const faultsOf = (change: Record<string, (text: string) => string>) => {
  const built = build(change);
  return built.ok
    ? []
    : built.errors.map(({ sheet, row, column, code, mend }) => [
        [sheet, row, column].filter((part) => part !== undefined).join(":"),
        code,
        mend?.text ?? mend?.how,
      ]);
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

  test.each<[string, string, (text: string) => string, string[]]>([
    [
      "unknown column",
      "akun.csv",
      (t) => t.replace("nama_pengguna", "nama_penguna"),
      ["akun:1:nama_penguna", "column-unknown", "nama_pengguna"],
    ],
    [
      "missing column",
      "paslon.csv",
      (t) => t.replace(",calon,", ",,"),
      ["paslon:1:calon", "column-missing", "calon"],
    ],
    [
      "empty cell",
      "alias.csv",
      (t) => t.replace("Kang Kalibening", ""),
      ["alias:2:alias", "missing", "Contoh"],
    ],
    [
      "unknown kind",
      "akun.csv",
      (t) => t.replace("relawan", "relawn"),
      ["akun:3:jenis", "choice", "relawan"],
    ],
    [
      "unknown site",
      "akun.csv",
      (t) => t.replace("\nx,@radisekar", "\nfriendster,@radisekar"),
      ["akun:3:situs", "site", "facebook"],
    ],
    [
      "ballot number is a word",
      "paslon.csv",
      (t) => t.replace(",1,", ",satu,"),
      ["paslon:2:nomor", "number", "1"],
    ],
    [
      "ballot number twice",
      "paslon.csv",
      (t) => t.replace("99.01,2,", "99.01,1,"),
      ["paslon:3:nomor", "number-twice", "2"],
    ],
    [
      "contest not listed",
      "paslon.csv",
      (t) => t.replace("99.01,2", "99.02,2"),
      ["paslon:3:wilayah", "no-contest", "99.01"],
    ],
    [
      "alias for nobody",
      "alias.csv",
      (t) => t.replace("99.01,2", "99.01,7"),
      ["alias:3:nomor", "no-ticket", "1"],
    ],
    [
      "no such day",
      "tahapan.csv",
      (t) => t.replace("2026-12-12", "2026-12-32"),
      ["tahapan:4:selesai", "day-none", "31/12/2026"],
    ],
    [
      "days turned round",
      "tahapan.csv",
      (t) => t.replace("2026-12-12", "2026-10-12"),
      ["tahapan:4:selesai", "day-order", "12/12/2026"],
    ],
    [
      "stages that overlap",
      "tahapan.csv",
      (t) => t.replace("2026-12-12", "2026-12-14"),
      ["tahapan:5:mulai", "stage-overlap", "15/12/2026"],
    ],
    [
      "address with http",
      "akun.csv",
      (t) => t.replace("https://www.facebook.com/rad", "http://www.facebook.com/rad"),
      ["akun:2:alamat", "address-http", "https://www.facebook.com/radisekar.official"],
    ],
    [
      "markup in a name",
      "paslon.csv",
      (t) => t.replace("TIRTA PUSPAKENCANA", "TIRTA <b>P</b>"),
      ["paslon:3:wakil", "markup", "TIRTA P , S.H."],
    ],
    [
      "the same account twice",
      "akun.csv",
      (t) => t.replace("@baratirta,", "@radisekar,"),
      ["akun:5", "account-twice", "delete-row"],
    ],
    [
      "weight out of range",
      "istilah.csv",
      (t) => t.replace("0,9", "9"),
      ["istilah:2:bobot", "weight-large", "0,9"],
    ],
    [
      "a party nobody knows",
      "paslon.csv",
      (t) => t.replace(",Pelita Rimba", ",Pelita Rimbo"),
      ["paslon:2:partai", "party", "Pelita Rimba"],
    ],
    [
      "a phase nobody knows",
      "tahapan.csv",
      (t) => t.replace("masa-tenang", "masa-riang"),
      ["tahapan:5:tahapan", "choice", "masa-tenang"],
    ],
    [
      "no version",
      "keterangan.csv",
      (t) => t.replace("versi,1\n", ""),
      ["keterangan", "key-missing", "versi | 1"],
    ],
    [
      "unknown description",
      "keterangan.csv",
      (t) => t.replace("penerbit", "penerbitt"),
      ["keterangan:5:kunci", "key-unknown", "penerbit"],
    ],
    ["broken quotes", "pemilihan.csv", (t) => `${t}"a,b,c,d\n`, ["pemilihan:3", "quotes", "quotes"]],
  ])("%s: sheet, row, column, and what is right; nothing else", (name, file, edit, expected) => {
    const found = faultsOf({ [file]: edit });
    if (name === "broken quotes") expect(found).toContainEqual(expected);
    else expect(found).toEqual([expected]);
  });

  test("reports unknown and missing files", () => {
    const all = files();
    expect(buildLayer({ ...all, "paslom.csv": "a\n" }, bundled())).toMatchObject({
      ok: false,
      errors: [{ sheet: "paslom.csv", code: "file-unknown", mend: { text: "paslon.csv" } }],
    });
    delete all["keterangan.csv"];
    expect(buildLayer(all, bundled())).toMatchObject({ ok: false, errors: [{ code: "sheet-missing" }] });
    expect(buildLayer({}, bundled())).toMatchObject({ ok: false });
  });
});

describe("tables", () => {
  test("splits lists", () => {
    expect(splitList(" a | b ||c ")).toEqual(["a", "b", "c"]);
  });

  test("counts rows like the spreadsheet, with blank rows and quoted line breaks", () => {
    const faults = new ErrorList();
    const { grid } = readCsv('kunci,nilai\n\n"1\r\n2",3\n,\n4,5\n', ["kunci", "nilai"]);
    const rows = readTable("keterangan", grid, faults);
    expect(faults.faults).toEqual([]);
    expect(rows).toEqual([
      { row: 3, cells: { kunci: "1\n2", nilai: "3" } },
      { row: 5, cells: { kunci: "4", nilai: "5" } },
    ]);
  });
});
