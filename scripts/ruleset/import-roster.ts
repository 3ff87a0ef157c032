/**
 * Makes the compact roster sources in assets/rulesets/source from the fact files of a roster folder
 * (`paslon_pilkada_2024.json`, `partai_pemilu_2024.json`, `accounts_x.jsonl`), or that of a coming election from the list
 * of pairs as KPU publishes it (import-list.ts). Run once per election:
 *
 *   npm run ruleset:import -- FOLDER
 *   npm run ruleset:import -- LIST.csv pilkada-YEAR "source" DAY-IT-WAS-READ
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importList } from "./import-list.ts";

const folder = process.argv[2];
if (folder?.toLowerCase().endsWith(".csv"))
  process.exit(importList(process.argv.slice(2), "assets/rulesets/source"));
if (!folder || !existsSync(join(folder, "paslon_pilkada_2024.json"))) {
  console.error("usage: npm run ruleset:import -- FOLDER (with paslon_pilkada_2024.json)");
  process.exit(2);
}
const out = "assets/rulesets/source";
const READ = "2026-11-21";
const read = (name: string) => readFileSync(join(folder, name), "utf8");
/** One record for each line: compact, and a change shows as one line. */
const lines = (records: readonly unknown[]) =>
  `[\n${records.map((r) => `    ${JSON.stringify(r)}`).join(",\n")}\n  ]`;

interface Pair {
  kode_wilayah: string;
  wilayah_kemendagri: string;
  nomor_urut: number;
  calon: string;
  wakil: string;
}
const pilkada = JSON.parse(read("paslon_pilkada_2024.json")) as {
  source: string;
  paslon: Pair[];
  kolom_kosong: string[];
};
const contests = new Map<string, [string, string, ...[number, string, string][]]>();
for (const pair of pilkada.paslon) {
  // "1101" and "11.01" are the same region.
  const code = pair.kode_wilayah.replaceAll(".", "");
  const contest = contests.get(code) ?? [code, pair.wilayah_kemendagri];
  contest.push([pair.nomor_urut, pair.calon, pair.wakil]);
  contests.set(code, contest);
}
const sorted = [...contests.values()].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  join(out, "pilkada-2024.json"),
  `{\n  "source": ${JSON.stringify(`${pilkada.source}; read ${READ}`)},\n  "fields": "region code, region, then per pair: ballot number, candidate, running mate as the KPU prints them",\n  "contests": ${lines(sorted)}\n}\n`,
);

interface PartyFact {
  nomor_urut: number;
  singkatan: string;
  nama: string;
  instagram: string | null;
  facebook: string | null;
  x: string | null;
  usung_paslon_2024: number | null;
}
const parties = JSON.parse(read("partai_pemilu_2024.json")) as {
  source: string;
  note: string;
  partai: PartyFact[];
};
writeFileSync(
  join(out, "partai-2024.json"),
  `{\n  "source": ${JSON.stringify(`${parties.source}; ${parties.note}; read ${READ}`)},\n  "fields": "ballot number, short, name, facebook, instagram, x, presidential ticket of 2024 it stood behind",\n  "parties": ${lines(
    parties.partai.map((p) => [
      p.nomor_urut,
      p.singkatan,
      p.nama,
      p.facebook,
      p.instagram,
      p.x,
      p.usung_paslon_2024,
    ]),
  )}\n}\n`,
);

const accounts = read("accounts_x.jsonl")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { handle: string; kind: string });
const byKind: Record<string, string[]> = {};
for (const { handle, kind } of accounts) {
  byKind[kind] ??= [];
  byKind[kind].push(handle);
}
for (const handles of Object.values(byKind))
  handles.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
writeFileSync(
  join(out, "akun-x.json"),
  `${JSON.stringify({ source: `kinds as read from public posts on X; read ${READ}`, accounts: byKind }, null, 1)}\n`,
);
console.log(
  `${sorted.length} contests, ${pilkada.paslon.length} pairs, ${parties.partai.length} parties, ${accounts.length} accounts`,
);
