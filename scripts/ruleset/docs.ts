/**
 * Writes what a person reviews of the bundled ruleset (docs/ruleset.md), the JSON Schemas of the file formats, and
 * docs-output/ruleset-roster.md, which git does not keep: three thousand names for whoever checks them. `--check`
 * writes nothing and exits 1 where a file that git keeps is not up to date.
 *
 *   npm run ruleset:docs [-- --check]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { ManagedPolicy } from "../../src/engine/ruleset/layers/managed-policy.ts";
import type { Ruleset } from "../../src/engine/ruleset/schema/index.ts";
import { Layer, SignedLayer } from "../../src/engine/ruleset/schema/layer.ts";
import { Ruleset as RulesetSchema } from "../../src/engine/ruleset/schema/ruleset.ts";
import { makeBundle } from "./bundle.ts";
import { bases, instruments, rules, sanctions } from "./docs/law.ts";
import { accounts, calendar, contests, lexicon, numbers, parties } from "./docs/rest.ts";

const ROSTER = "docs-output/ruleset-roster.md";
const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const NOTE =
  "<!-- Dibuat oleh npm run ruleset:docs dari assets/rulesets/source; jangan disunting di sini. -->";

function law(ruleset: Ruleset): string {
  const { meta } = ruleset;
  return [
    NOTE,
    "# Aturan bawaan untuk diperiksa · The bundled ruleset, for review",
    "",
    `${meta.title.id}, versi ${meta.version}, terbit ${meta.issued}, hukum dibaca ${meta.legalReview}. ${meta.note?.id ?? ""}`,
    "",
    "Setiap kalimat yang dilihat pengguna tentang hukum ada di halaman ini dengan peraturan, pasal, tanggal, dan sumbernya. Jenis sumber: `naskah` teksnya sendiri, `salinan` salinannya, `berita` laporannya, `pengamatan` pengamatan kami.",
    "",
    "*Every sentence a user sees about the law stands on this page with instrument, article, date and source. Kinds of source: `naskah` the text itself, `salinan` a copy, `berita` a report, `pengamatan` our own observation.*",
    "",
    "Daftar paslon, partai, dan akun (tiga ribu nama) ditulis `npm run ruleset:docs` ke `docs-output/ruleset-roster.md`; bahannya di `assets/rulesets/source`. *The roster is written there by the same command.*",
    "",
    ...nextElection(),
    ...rules(ruleset, meta.issued),
    ...instruments(ruleset),
    ...bases(ruleset),
    ...sanctions(ruleset),
    ...calendar(ruleset),
    ...numbers(ruleset),
    ...lexicon(ruleset),
  ].join("\n");
}

/** How the roster of the next regional election comes into the bundle, with the days of each step. */
const nextElection = (): string[] => [
  "## Daftar pemilihan berikutnya · The next election",
  "",
  "Resep untuk pilkada berikutnya, ditulis 1 Desember 2026; hari dihitung dari jadwal KPU untuk pilkada itu.",
  "",
  "1. **Hari KPU menetapkan jadwal**: tulis pemilihan `pilkada-TAHUN` dan tahapannya di `assets/rulesets/source/phases.json`, dengan alamat jadwal itu di `sources.json`.",
  "2. **Hari pengundian nomor urut**, sehari sesudah penetapan paslon: simpan daftar paslon KPU sebagai CSV. Kolomnya: kode wilayah, wilayah, nomor urut, calon, wakil; judul lain yang biasa dipakai KPU dikenali, pemisahnya bebas, kolom lain diabaikan, baris “kolom kosong” dihitung saja. Format kolom kode wilayah: Teks.",
  '3. `npm run ruleset:import -- daftar.csv pilkada-TAHUN "KPU, alamat daftar itu" HARI-DIBACA`. Setiap baris yang salah disebut dengan nomornya, semuanya sekaligus; bila ada satu saja, tidak ada yang ditulis.',
  "4. **Hari yang sama**: naikkan versi di `assets/rulesets/source/meta.json`, `npm run ruleset:docs`, lalu baca `docs-output/ruleset-roster.md`: nama yang diturunkan, satu daerah demi satu. Yang keliru diperbaiki di `aliases.json`.",
  "5. **Esoknya**: terbitkan versi ekstensi, atau, bila toko lambat, lapisan instansi dengan daftar itu (docs/agency.md).",
  "6. **Sesudah putusan MK dan PSU**: ulangi langkah 2–4 untuk daerah yang berubah.",
  "",
  "*The recipe of 1 December 2026: stages on the day KPU sets the calendar, the list of pairs as CSV on the day of the ballot numbers, `npm run ruleset:import` with election, source and day read, the roster read and the version raised the same day, the release on the next.*",
  "",
];

/** The page of the roster: every contest, pair, party and account with the names that are looked for. */
export function roster(ruleset: Ruleset): string {
  const tickets = ruleset.roster.contests.reduce((sum, contest) => sum + contest.tickets.length, 0);
  return [
    NOTE,
    "# Daftar bawaan: paslon, partai, akun · The bundled roster",
    "",
    `${ruleset.roster.contests.length} pemilihan, ${tickets} paslon. Dalam kurung: nama yang dicari, diturunkan dari ejaan KPU tanpa gelar; “—” berarti hanya sebutan pasangannya yang dicari.`,
    "",
    ...parties(ruleset),
    ...accounts(ruleset),
    `## Paslon · Tickets (${tickets})`,
    "",
    ...contests(ruleset),
  ].join("\n");
}

const schema = (of: z.ZodMiniType) => `${JSON.stringify(z.toJSONSchema(of, { io: "input" }), null, 1)}\n`;

/** Every generated file that git keeps, by path, as it should be. */
export function makeDocs(): Record<string, string> {
  const ruleset = makeBundle();
  return {
    "docs/ruleset.md": law(ruleset),
    "docs/schema/ruleset.json": schema(RulesetSchema),
    "docs/schema/layer.json": schema(Layer),
    "docs/schema/signed-layer.json": schema(SignedLayer),
    "docs/schema/managed.json": schema(ManagedPolicy),
  };
}

if (import.meta.main) {
  const checking = process.argv.includes("--check");
  for (const [path, text] of Object.entries(makeDocs())) {
    const url = inProject(path);
    const same = existsSync(url) && readFileSync(url, "utf8") === text;
    if (!same && checking) {
      console.log(`${path} is not up to date: npm run ruleset:docs`);
      process.exitCode = 1;
    } else if (!same) {
      writeFileSync(url, text);
      console.log(`${path}: ${text.length} bytes`);
    }
  }
  if (!checking) {
    mkdirSync(inProject("docs-output"), { recursive: true });
    writeFileSync(inProject(ROSTER), roster(makeBundle()));
    console.log(`${ROSTER}: for reading, not in git`);
  }
}
