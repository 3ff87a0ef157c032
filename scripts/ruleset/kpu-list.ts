import { readCsv } from "../../src/engine/ruleset/agency/csv.ts";
import { headingKey } from "../../src/engine/ruleset/agency/tidy.ts";

/** The pairs of an election as sources keep them: region code, region, then per pair number, candidate, running mate. */
export type ContestFact = [region: string, name: string, ...pairs: [number, string, string][]];

/** The columns of a list of pairs, with the headings under which KPU and its regional offices publish them. */
const COLUMNS = {
  region: ["kode_wilayah", "kode wilayah", "kode", "kode kemendagri"],
  name: [
    "wilayah",
    "nama wilayah",
    "daerah",
    "wilayah_kemendagri",
    "kabupaten/kota",
    "provinsi/kabupaten/kota",
  ],
  number: ["nomor_urut", "nomor urut", "no urut", "no. urut", "nomor"],
  candidate: ["calon", "nama calon", "calon kepala daerah", "nama calon kepala daerah"],
  mate: ["wakil", "nama wakil", "calon wakil kepala daerah", "nama calon wakil kepala daerah"],
} as const;
type Column = keyof typeof COLUMNS;
const HEADINGS = Object.values(COLUMNS).flat().map(headingKey);

const clean = (cell: string | undefined): string => (cell ?? "").replace(/[\s ]+/g, " ").trim();
const isHeading = (cell: string, column: Column) =>
  COLUMNS[column].map(headingKey).includes(headingKey(cell));
/** An empty box stands against a single pair; it is no candidate. */
const EMPTY_BOX = /^kolom kosong$/i;

interface ListRead {
  contests: ContestFact[];
  /** Regions in which a single pair stands against an empty box. */
  emptyBoxes: number;
  faults: string[];
}

/**
 * Reads a list of pairs as KPU publishes it, saved as CSV with any separator. Every fault is named by its line, all in one
 * pass: a list with one is not written.
 *
 * @param regions codes and official names that exist
 */
export function readKpuList(text: string, regions: ReadonlyMap<string, string>): ListRead {
  const { grid } = readCsv(text, HEADINGS);
  const head = grid.findIndex((line) =>
    (Object.keys(COLUMNS) as Column[]).every((column) => line.some((cell) => isHeading(cell, column))),
  );
  if (head < 0)
    return {
      contests: [],
      emptyBoxes: 0,
      faults: [
        `no heading with ${Object.values(COLUMNS)
          .map(([first]) => first)
          .join(", ")}`,
      ],
    };
  const at = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [
      column,
      grid[head]!.findIndex((cell) => isHeading(cell, column)),
    ]),
  ) as Record<Column, number>;
  const faults: string[] = [];
  const contests = new Map<string, ContestFact>();
  const emptyBoxes = new Set<string>();
  const readLine = (line: readonly string[], index: number): void => {
    if (line.every((cell) => clean(cell) === "")) return;
    const cell = (column: Column) => clean(line[at[column]]);
    const where = `line ${head + index + 2}`;
    const code = cell("region").replaceAll(".", "");
    if (!regions.has(code))
      return void faults.push(
        `${where}: region “${cell("region")}” is none; a sheet that drops zeros damages 32.10`,
      );
    if (EMPTY_BOX.test(cell("candidate"))) return void emptyBoxes.add(code);
    const number = Number(cell("number"));
    if (!Number.isInteger(number) || number < 1 || number > 99)
      return void faults.push(`${where}: number “${cell("number")}”`);
    if (cell("candidate") === "" || cell("mate") === "")
      return void faults.push(`${where}: a name is missing`);
    const contest = contests.get(code) ?? [code, cell("name").toUpperCase()];
    if (contest[1] !== cell("name").toUpperCase())
      faults.push(`${where}: region ${code} is “${contest[1]}” and “${cell("name")}”`);
    const pairs = contest.slice(2) as [number, string, string][];
    if (pairs.some(([known]) => known === number))
      return void faults.push(`${where}: number ${number} twice in ${code}`);
    contests.set(code, [
      code,
      contest[1],
      ...[...pairs, [number, cell("candidate"), cell("mate")] as [number, string, string]].sort(
        ([a], [b]) => a - b,
      ),
    ]);
  };
  for (const [index, line] of grid.slice(head + 1).entries()) readLine(line, index);
  for (const [code, , ...pairs] of contests.values()) {
    const gap = pairs.findIndex(([number], place) => number !== place + 1);
    if (gap >= 0 && !emptyBoxes.has(code)) faults.push(`region ${code}: number ${gap + 1} is missing`);
  }
  const sorted = [...contests.values()].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  return { contests: sorted, emptyBoxes: emptyBoxes.size, faults };
}
