import { strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import id from "../../../../../assets/locales/id/sheets.json" with { type: "json" };
import { buildLayer } from "../../../../../src/engine/ruleset/agency/build.ts";
import { SHEET_NAMES } from "../../../../../src/engine/ruleset/agency/columns.ts";
import { buildFromFile } from "../../../../../src/engine/ruleset/agency/files.ts";
import { knownOf } from "../../../../../src/engine/ruleset/agency/known.ts";
import { formatSheetError } from "../../../../../src/engine/ruleset/agency/sheet-errors.ts";
import { writeTemplate } from "../../../../../src/engine/ruleset/agency/template.ts";
import { bundled } from "../bundled.ts";
import { pilkada } from "../example.ts";

const whole = bundled();
let template: Uint8Array;
beforeAll(async () => {
  template = await writeTemplate(pilkada(), knownOf(whole), id);
});

/** The template with its parts changed, as another program would write them. */
const edited = (edit: (parts: Record<string, Uint8Array>) => void) => {
  const parts = unzipSync(template);
  edit(parts);
  return zipSync(parts);
};
const withPart = (name: string, bytes: Uint8Array) =>
  edited((parts) => {
    parts[name] = bytes;
  });
const said = async (bytes: Uint8Array) => {
  const built = await buildFromFile("aturan.xlsx", bytes, whole);
  if (!built) return ["not read"];
  return [...(built.ok ? [] : built.errors), ...built.warnings].map((fault) => formatSheetError(fault, id));
};
/** A workbook of the worked example in which one sheet has these rows. */
const withSheet = async (name: string, rows: (string | number | boolean | Date | null)[][]) => {
  const { sheets } = await readXlsx(template);
  return writeXlsx({
    sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet.name === name ? rows : sheet.rows })),
  });
};

describe("the template workbook", () => {
  test("has the worked example of a whole Pilkada, which gives the same layer as its CSVs", async () => {
    const built = await buildFromFile("aturan.xlsx", template, whole);
    const csv = buildLayer(pilkada(), whole);
    if (!built?.ok || !csv.ok) throw new Error(JSON.stringify([built, csv]));
    expect(built.warnings).toEqual([]);
    expect(built.layer).toEqual(csv.layer);
    const { contests, accounts, elections } = built.layer.set;
    expect(contests).toHaveLength(6);
    expect(contests!.flatMap((contest) => contest.tickets)).toHaveLength(14);
    expect(accounts).toHaveLength(60);
    expect(elections![0]!.stages).toHaveLength(6);
  });

  test("formats the cells of 500 empty rows as text and offers the words of a vocabulary", async () => {
    const { sheets } = await readXlsx(template, { readStyles: true });
    expect(sheets.map((sheet) => sheet.name)).toEqual(["petunjuk", ...SHEET_NAMES]);
    const paslon = sheets.find((sheet) => sheet.name === "paslon")!;
    const styles = ["1,1", "14,1", "514,1", "514,8"].map((at) => paslon.cells?.get(at)?.style?.numFmt);
    expect(styles).toEqual(["@", "@", "@", "@"]);
    const akun = sheets.find((sheet) => sheet.name === "akun")!;
    expect(akun.dataValidations?.map((rule) => rule.range)).toEqual(["A2:A561", "F2:F561"]);
  });
});

describe("a workbook that was worked on", () => {
  test("names the cell whose code became a number, a time, a day or an error", async () => {
    const rows = (await readXlsx(template)).sheets
      .find((sheet) => sheet.name === "akun")!
      .rows.map((row) => [...row]);
    const region = rows[0]!.indexOf("wilayah");
    rows[1]![region] = 99.1;
    rows[2]![region] = new Date("1899-12-30T12:04:00Z");
    rows[3]![rows[0]!.indexOf("nama")] = "#N/A";
    const messages = await said(await withSheet("akun", rows));
    expect(messages[0]).toBe(
      "Lembar akun, baris 2, kolom wilayah: “99.1” kehilangan nol di belakang, karena lembar kerja menganggapnya angka. Ubah format kolom menjadi Teks, lalu tulis: 99.10",
    );
    expect(messages.some((message) => message.startsWith("Lembar akun, baris 4, kolom nama: “#N/A”"))).toBe(
      true,
    );
  });

  test("takes days that the spreadsheet knows as days, and long ids that it kept whole", async () => {
    const { sheets } = await readXlsx(template);
    const rows = sheets.find((sheet) => sheet.name === "tahapan")!.rows.map((row) => [...row]);
    rows[1]![4] = new Date("2029-08-20T00:00:00Z");
    expect(await said(await withSheet("tahapan", rows))).toEqual([]);
    const akun = sheets.find((sheet) => sheet.name === "akun")!.rows.map((row) => [...row]);
    akun[60]![2] = 100065012345678;
    expect(await said(await withSheet("akun", akun))).toEqual([]);
    akun[60]![2] = 1e16;
    expect((await said(await withSheet("akun", akun)))[0]).toContain("“1E+16” adalah angka panjang");
  });

  test("ignores macros and links to other workbooks, and says so", async () => {
    const messages = await said(
      edited((parts) => {
        parts["xl/vbaProject.bin"] = strToU8("x");
        parts["xl/externalLinks/externalLink1.xml"] = strToU8("<x/>");
      }),
    );
    expect(messages).toHaveLength(2);
    expect(messages.join()).toMatch(/makro.*tautan ke buku kerja lain/s);
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ["is cut short", () => template.subarray(0, 2000), /rusak/],
    [
      "unpacks to more than there is room for",
      () => withPart("xl/sharedStrings.xml", new Uint8Array(201 * 1024 * 1024)),
      /terlalu besar/,
    ],
    [
      "has more than 100,000 cells",
      () =>
        withSheet(
          "alias",
          Array.from({ length: 21_000 }, () => ["a", "b", "c", "d", "e"]),
        ),
      /terlalu besar/,
    ],
    ["has an unknown sheet", () => withSheet("petunjuk", [["a"]]), /^$/],
    [
      "has a sheet that is no XML",
      () => withPart("xl/worksheets/sheet2.xml", strToU8("<worksheet><sheetData><row")),
      /./,
    ],
  ])(
    "is refused with a sentence and without an exception where it %s",
    async (_, make, expected) => {
      expect((await said(await make())).join("\n")).toMatch(expected);
    },
    60_000,
  );
});
