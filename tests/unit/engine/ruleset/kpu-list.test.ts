import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { importList } from "../../../../scripts/ruleset/import-list.ts";
import { type ContestFact, readKpuList } from "../../../../scripts/ruleset/kpu-list.ts";

const REGIONS = new Map(
  (JSON.parse(readFileSync("assets/regions.json", "utf8")) as { regions: [string, string][] }).regions,
);
/* Two names of that source hold a run of blanks, which a new import makes one. */
const SOURCE = JSON.parse(readFileSync("assets/rulesets/source/pilkada-2024.json", "utf8")) as {
  contests: ContestFact[];
};
const KNOWN = oneBlank(SOURCE.contests);
function oneBlank(contests: ContestFact[]): ContestFact[] {
  return JSON.parse(JSON.stringify(contests).replace(/[ \u00a0]+/g, " ")) as ContestFact[];
}
const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
/** The contests as KPU's list would have them: shuffled, with other columns, dots in codes and empty boxes. */
const listOf = (contests: readonly ContestFact[], separator: string) =>
  [
    ["Provinsi", "Kode Wilayah", "Kabupaten/Kota", "No. Urut", "Nama Calon", "Nama Wakil", "Partai Pengusul"],
    ...contests
      .flatMap(([code, name, ...pairs]) =>
        pairs.map(([number, a, b]) => [
          "x",
          code.replace(/^(..)(..)$/, "$1.$2"),
          name,
          number,
          a,
          b,
          "A; B, C",
        ]),
      )
      .toReversed(),
  ]
    .map((line) => line.map(quoted).join(separator))
    .join("\r\n");

describe("a list of pairs as KPU publishes it", () => {
  test.each([",", ";", "\t"])(
    "gives the source that was written of the last election, separated by “%s”",
    (separator) => {
      const { contests, faults } = readKpuList(
        `\ufeffDaftar paslon\r\n${listOf(KNOWN, separator)}\r\n`,
        REGIONS,
      );
      /* A single pair stands against an empty box, whose number the source left out. */
      const gaps = KNOWN.filter(([, , ...pairs]) => pairs.some(([number], at) => number !== at + 1));
      expect(faults).toHaveLength(gaps.length);
      expect(contests).toEqual(KNOWN);
    },
  );

  const HEAD = "kode_wilayah,wilayah,nomor_urut,calon,wakil\n";
  const faultsOf = (lines: string) => readKpuList(HEAD + lines, REGIONS).faults;
  test("counts empty boxes, which are no candidates, wherever their number stands", () => {
    const read = readKpuList(`${HEAD}32.04,BANDUNG,1,KOLOM KOSONG,\n32.04,BANDUNG,2,A,B\n\n`, REGIONS);
    expect(read).toEqual({ contests: [["3204", "BANDUNG", [2, "A", "B"]]], emptyBoxes: 1, faults: [] });
  });

  test.each([
    ["a code that a sheet damaged", "32.1,X,1,A,B", /^line 2: region “32\.1” is none/],
    ["no number", "32.04,X,,A,B", /^line 2: number “”/],
    ["a number that is a day", "32.04,X,1/2,A,B", /^line 2: number “1\/2”/],
    ["a missing mate", "32.04,X,1,A, ", /^line 2: a name is missing/],
    ["a number twice", "32.04,X,1,A,B\n32.04,X,1,C,D", /^line 3: number 1 twice/],
    ["a gap", "32.04,X,1,A,B\n32.04,X,3,C,D", /number 2 is missing/],
    ["two names of one region", "32.04,X,1,A,B\n32.04,Y,2,C,D", /^line 3: region 3204 is “X” and “Y”/],
  ])("names %s", (_, lines, fault) => {
    expect(faultsOf(lines)).toEqual([expect.stringMatching(fault)]);
  });

  test("names all faults in one pass, and a heading that is none", () => {
    expect(faultsOf("1,X,1,A,B\n32.04,X,0,A,B\n32.04,X,1,,B")).toHaveLength(3);
    expect(readKpuList("a,b\n1,2", REGIONS).faults).toEqual([expect.stringContaining("kode_wilayah")]);
  });
});

describe("the import", () => {
  const folder = mkdtempSync(join(tmpdir(), "kpu-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => vi.restoreAllMocks());
  const list = join(folder, "daftar.csv");
  const run = (...args: string[]) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(console, "log").mockImplementation(() => {});
    return importList(args, folder);
  };

  test("writes the source of an election whose stages are known, and says what was read where", () => {
    writeFileSync(list, listOf(KNOWN.slice(0, 3), ";"));
    expect(run(list, "pilkada-2024", "KPU, https://example.go.id", "2024-09-23")).toBe(0);
    const made = JSON.parse(readFileSync(join(folder, "pilkada-2024.json"), "utf8"));
    expect(made).toMatchObject({
      source: "KPU, https://example.go.id; read 2024-09-23",
      contests: KNOWN.slice(0, 3),
    });
  });

  test("writes nothing for a wrong line, an unknown election or wrong words", () => {
    const before = readdirSync(folder);
    expect(run(list, "pilkada-2099", "KPU", "2099-09-23")).toBe(1);
    writeFileSync(list, listOf(KNOWN.slice(0, 1), ",").replace("11", "99"));
    expect(run(list, "pilkada-2024", "KPU", "2024-09-23")).toBe(1);
    expect([
      run(list, "pemilu", "KPU", "2024-09-23"),
      run(list, "pilkada-2024", "KPU", "besok"),
      run(),
    ]).toEqual([2, 2, 2]);
    expect(readdirSync(folder)).toEqual(before);
  });
});
