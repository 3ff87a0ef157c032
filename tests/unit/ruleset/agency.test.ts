import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { admitText } from "../../../src/ruleset/admit.ts";
import { buildLayer, inSheet } from "../../../src/ruleset/agency/build.ts";
import { textOfFile } from "../../../src/ruleset/agency/file.ts";
import { checkAgainst } from "../../../src/ruleset/agency/fit.ts";
import type { Places } from "../../../src/ruleset/agency/sheets.ts";
import { isoDay, many, readTable } from "../../../src/ruleset/agency/table.ts";
import { isZip, unpack } from "../../../src/ruleset/agency/zip.ts";
import { changeInWords, diff } from "../../../src/ruleset/diff.ts";
import type { Fault } from "../../../src/ruleset/faults.ts";
import { compose } from "../../../src/ruleset/layers.ts";
import { checkShape } from "../../../src/ruleset/parse.ts";
import { phaseOf } from "../../../src/ruleset/phase.ts";
import { aliasRisks } from "../../../src/ruleset/risk.ts";
import { Layer as LayerSchema } from "../../../src/ruleset/schema.ts";
import type { Layer } from "../../../src/ruleset/types.ts";
import { bundled } from "./bundled.ts";

const FOLDER = "assets/rulesets/example";
const files = (): Record<string, string> =>
  Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]));
const build = (change: Record<string, (text: string) => string> = {}) => {
  const all = files();
  for (const [name, edit] of Object.entries(change)) all[name] = edit(all[name] ?? "");
  return buildLayer(all);
};
const layerOf = (change: Record<string, (text: string) => string> = {}): Layer => {
  const built = build(change);
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  return built.layer;
};
const told = (change: Record<string, (text: string) => string>) => {
  const built = build(change);
  return built.ok
    ? []
    : built.errors.map(({ path, code, hint }) => (hint ? [path, code, hint] : [path, code]));
};

describe("an agency's spreadsheets", () => {
  test("the example becomes a layer that fits the bundle and brings its own stage", () => {
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

  test("semicolons, tabs, a BOM, days as 1/11/2026 and capitals in the heading make no difference", () => {
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

  test("unknown and missing files", () => {
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
function rowFaults(layer: Layer, places: Places) {
  return checkAgainst(layer, bundled(), "2026-11-21").map((error) => {
    const { path, code } = inSheet(error, places);
    return [path, code];
  });
}

describe("tables", () => {
  test("cells, days and lists", () => {
    expect([isoDay("7/2/2027"), isoDay("27-11-2024"), isoDay("2024-11-27"), isoDay("besok")]).toEqual([
      "2027-02-07",
      "2024-11-27",
      "2024-11-27",
      "besok",
    ]);
    expect(many(" a | b ||c ")).toEqual(["a", "b", "c"]);
  });

  test("row numbers are the spreadsheet's, blank rows and quoted line breaks included", () => {
    const faults: Fault[] = [];
    const rows = readTable("x.csv", 'a,b\n\n"1\n2",3\n,\n4,5\n', ["a", "b"], ["a"], faults);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { row: 3, cells: { a: "1\n2", b: "3" } },
      { row: 5, cells: { a: "4", b: "5" } },
    ]);
  });
});

describe("ZIP", () => {
  const zip = (entries: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(entries).map(([n, t]) => [n, strToU8(t)])));

  test("the folder's files, whatever folder they lie in; what systems add is left", () => {
    const all = files();
    const packed = zip({
      ...Object.fromEntries(Object.entries(all).map(([n, t]) => [`aturan/${n}`, t])),
      "__MACOSX/aturan/._paslon.csv": "x",
      "aturan/~$paslon.csv": "y",
      "aturan/baca.txt": "z",
    });
    expect(isZip(packed)).toBe(true);
    const said = unpack(packed);
    expect(said).toEqual({ ok: true, files: all });
  });

  test.each<[string, () => Uint8Array, string]>([
    ["cut short", () => zip(files()).subarray(0, 900), "not-zip"],
    ["not a ZIP", () => strToU8("kunci,nilai"), "not-zip"],
    [
      "unpacks to too much",
      () => zipSync({ "a.csv": [new Uint8Array(34 * 1024 * 1024), { level: 1 }] }),
      "too-big",
    ],
    [
      "too many files",
      () => zip(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.csv`, "a"]))),
      "too-long",
    ],
    ["one name twice", () => zip({ "a/paslon.csv": "a", "b/paslon.csv": "b" }), "twice"],
    ["another code page", () => zipSync({ "paslon.csv": new Uint8Array([0x63, 0xe9, 0x0a]) }), "not-utf8"],
  ])("%s: %s", (_, make, code) => {
    const said = unpack(make());
    expect(said.ok ? "ok" : said.errors[0]!.code).toBe(code);
  });
});

describe("a file the user picks", () => {
  const gate = { name: "own", date: "2026-11-21", bundled: bundled(), layers: {} } as const;

  test("a ZIP of sheets becomes an own layer that is let in, and not an agency's", async () => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, strToU8(text)])),
    );
    const said = await textOfFile(zip);
    if (!said.ok) throw new Error(JSON.stringify(said.errors));
    expect(said.fromSheets).toBe(true);
    const own = await admitText(said.text, gate);
    expect(own.ok && own.kept.layer).toEqual(layerOf());
    const agency = await admitText(said.text, { ...gate, name: "agency" });
    expect(agency.ok ? "" : agency.errors[0]!.code).toBe("unsigned");
  });

  test("JSON stays as it is; faults of sheets, broken ZIPs and other encodings are told", async () => {
    expect(await textOfFile(strToU8('{"a":1}'))).toEqual({ ok: true, text: '{"a":1}', fromSheets: false });
    const code = async (bytes: Uint8Array) => {
      const said = await textOfFile(bytes);
      return said.ok ? "ok" : `${said.errors[0]!.path} ${said.errors[0]!.code}`;
    };
    const sheets = { ...files(), "akun.csv": files()["akun.csv"]!.replace("relawan", "relawn") };
    const faulty = zipSync(
      Object.fromEntries(Object.entries(sheets).map(([name, text]) => [name, strToU8(text)])),
    );
    expect(await code(faulty)).toBe("akun.csv:3:jenis choice");
    expect(await code(faulty.subarray(0, 500))).toBe(" not-zip");
    expect(await code(new Uint8Array([0xff, 0xfe, 0x41]))).toBe(" not-utf8");
  });
});

describe("whatever is put in", () => {
  test("a ZIP that lies about its size unpacks to no more than it said", () => {
    const packed = zipSync({ "paslon.csv": [new Uint8Array(8 * 1024 * 1024).fill(97), { level: 1 }] });
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const directory = packed.findLastIndex(
      (_, at) => at + 4 <= packed.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 10, true);
    const said = unpack(packed);
    if (said.ok) expect(said.files["paslon.csv"]?.length ?? 0).toBeLessThanOrEqual(10);
  });

  test("spreadsheets with anything in their cells: a layer or faults, never an error", {
    timeout: 60_000,
  }, () => {
    const good = files();
    const names = Object.keys(good);
    const junk = fc.oneof(
      fc.constantFrom(
        '"',
        "\n",
        ",",
        ";",
        "\t",
        "|",
        "<b>",
        "\u202e",
        "__proto__",
        "constructor",
        "99.01",
        "-1",
        "1e9",
        "=cmd()",
        "#",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    const edits = fc.array(
      fc.record({ name: fc.constantFrom(...names), at: fc.nat(600), drop: fc.nat(30), put: junk }),
      { minLength: 1, maxLength: 4 },
    );
    let refused = 0;
    fc.assert(
      fc.property(edits, (list) => {
        const all = { ...good };
        for (const { name, at, drop, put } of list)
          all[name] = all[name]!.slice(0, at) + put + all[name]!.slice(at + drop);
        const built = buildLayer(all);
        if (built.ok) expect(checkShape(LayerSchema, JSON.parse(JSON.stringify(built.layer))).ok).toBe(true);
        else {
          refused += 1;
          for (const error of built.errors) expect(error.message).not.toBe("");
        }
      }),
      { numRuns: process.env.JN_LONG === "1" ? 10_000 : 300 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test("bytes that are no ZIP: refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unpack(bytes).ok).toBe(false);
      }),
    );
  });
});

describe("risky aliases", () => {
  const risks = (...aliases: string[]) => {
    const rows = aliases.map((alias) => `pilkada-antah-2026,99.01,1,calon,${alias}`).join("\n");
    const layer = layerOf({ "alias.csv": (text) => `${text}${rows}\n` });
    const made = compose(bundled(), { agency: layer }, "2026-11-21");
    return aliasRisks(layer, made.ruleset).map((risk) => [risk.alias, risk.kind]);
  };

  test("the example has none", () => {
    expect(risks()).toEqual([]);
  });

  test("too short, everyday, a place, somebody else, a party, another pair", () => {
    expect(
      risks("RK", "Amin", "Pagi", "Cirebon", "Pramono Anung", "Khofifah", "Gerindra", "Bustami-Fadhil"),
    ).toEqual([
      ["RK", "short"],
      ["Amin", "ordinary"],
      ["Pagi", "ordinary"],
      ["Cirebon", "ordinary"],
      ["Pramono Anung", "person"],
      ["Khofifah", "person"],
      ["Gerindra", "party"],
      ["Bustami-Fadhil", "pair"],
    ]);
  });
});

describe("what changed", () => {
  test("nothing between the same; tickets, accounts, days and switches in words", () => {
    expect(diff(layerOf(), layerOf())).toEqual([]);
    expect(diff(bundled(), bundled())).toEqual([]);
    const next = layerOf({
      "keterangan.csv": (t) => t.replace("versi,1", "versi,2"),
      "paslon.csv": (t) => `${t}pilkada-antah-2026,99.01,3,BIMA SAGARA,,,,,\n`,
      "alias.csv": (t) => t.replace("Kang Kalibening", "Mas Kalibening"),
      "akun.csv": (t) => t.replace(/^x,@baratirta.*\n/m, ""),
      "tahapan.csv": (t) => t.replace("2026-12-12", "2026-12-11").replace("2026-12-13", "2026-12-12"),
      "matikan.csv": (t) => `${t}situs,x\n`,
    });
    expect(diff(layerOf(), next).map((change) => changeInWords(change).id)).toEqual([
      "Keterangan diubah: Aturan contoh Kabupaten Antah Berantah [version]",
      "Tahapan diubah: Pemilihan Antah Berantah 2026 [stages]",
      "Akun dihapus: @baratirta (Sahabat Baratirta)",
      "Paslon diubah: nomor 1 Drs. RADITYA KALIBENING, M.Si. – Hj. SEKAR WINDUPATI, S.E. (Pemilihan Bupati Antah Berantah 2026) [candidates]",
      "Paslon ditambahkan: nomor 3 BIMA SAGARA (Pemilihan Bupati Antah Berantah 2026)",
      "Situs dimatikan: x",
    ]);
    expect(diff(next, layerOf()).map((change) => change.what)).toContain("switched-on");
  });
});
