/** An invented contest, made from CSV sheets with the authoring tool, as a clerk would make it. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { main } from "../../../scripts/ruleset/cli.ts";
import { makeKey, type PublisherKey } from "../../../src/engine/ruleset/layers/signature.ts";
import type { Layer } from "../../../src/engine/ruleset/schema/index.ts";
import { sign } from "../../unit/lib/sign.ts";

export const PUBLISHER = "Dinas Wanasari";
/** A call to vote for somebody who is only in the layer. */
export const CALL = "Ayo coblos Mandalapraya, menangkan satu putaran!";
export const TEAM = { handle: "mandala.praya.team", name: "Mandala Praya" };

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

/** The sheets; all names are invented. */
const sheets = (version: number): Record<string, string> => ({
  "keterangan.csv": `kunci,nilai
id,dinas-wanasari
judul,Aturan Kabupaten Wanasari
judul_en,Ruleset of Wanasari
penerbit,${PUBLISHER}
versi,${version}
terbit,${day(-1)}
berlaku_sampai,${day(200)}
`,
  "tahapan.csv": `pemilu,nama,cakupan,tahapan,mulai,selesai
pilkada-wanasari,Pemilihan Wanasari,daerah,kampanye,${day(-10)},${day(30)}
pilkada-wanasari,Pemilihan Wanasari,daerah,masa-tenang,${day(31)},${day(33)}
`,
  "pemilihan.csv": `pemilu,wilayah,jenis,nama
pilkada-wanasari,98.07,bupati,Pemilihan Bupati Wanasari
`,
  "paslon.csv": `pemilu,wilayah,nomor,calon,wakil,sebutan,slogan,tagar,partai
pilkada-wanasari,98.07,1,"Drs. MANDALAWANGI KUNTADARA, M.Si.","PRAYASETRA GUMELAR, S.H.",MANDALAPRAYA,Wanasari Rimbun Kembali,WanasariRimbun,
pilkada-wanasari,98.07,2,"LINTANGSERAYU BAYUNINGRAT","Hj. KEMUNINGSARI ADIWARNA",LINTANGKEMUNING,Wanasari Berseri Terang,WanasariBerseri,
`,
  "alias.csv": `pemilu,wilayah,nomor,siapa,alias
pilkada-wanasari,98.07,1,pasangan,Mandalawangi Prayasetra
`,
  "akun.csv": `situs,nama_pengguna,id_situs,alamat,nama,jenis,pemilu,wilayah,nomor,partai
facebook,${TEAM.handle},,https://www.facebook.com/${TEAM.handle},${TEAM.name},tim,pilkada-wanasari,98.07,1,
x,@mandalapraya,,,Relawan ${TEAM.name},relawan,pilkada-wanasari,98.07,1,
`,
});

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), "jaga-netral-layers-"));

async function ruleset(...args: string[]): Promise<void> {
  const code = await main(args);
  if (code !== 0) throw new Error(`ruleset ${args.join(" ")} ended with ${code}`);
}

export interface Issue {
  /** Signed file. */
  file: string;
  text: string;
  layer: Layer;
}

/** The publisher's key by `keygen`. */
export async function publisherKey(folder: string): Promise<PublisherKey> {
  const file = join(folder, "kunci.json");
  await ruleset("keygen", "-o", file, "--publisher", PUBLISHER);
  return JSON.parse(readFileSync(file, "utf8")) as PublisherKey;
}

/** Runs `init`, fills the sheets, runs `check`, `build` and `sign`: the signed file of a version. */
export async function publish(folder: string, version: number): Promise<Issue> {
  const at = join(folder, `lembar-${version}`);
  await ruleset("init", at);
  for (const [name, text] of Object.entries(sheets(version))) writeFileSync(join(at, name), text);
  for (const name of ["istilah.csv", "partai.csv"]) {
    const header = readFileSync(join(at, name), "utf8").split("\n")[0]!;
    writeFileSync(join(at, name), `${header}\n`);
  }
  const [plain, file] = [join(folder, `dinas-${version}.json`), join(folder, `dinas-${version}.signed.json`)];
  await ruleset("check", at);
  await ruleset("build", at, "-o", plain);
  await ruleset("sign", plain, "--key", join(folder, "kunci.json"), "-o", file);
  return { file, text: readFileSync(file, "utf8"), layer: JSON.parse(readFileSync(plain, "utf8")) as Layer };
}

/** The sheets in a ZIP, packed like a folder of spreadsheets. */
export function zipOfSheets(folder: string, version: number): string {
  const bytes = Object.entries(sheets(version)).map(([name, text]) => [name, new TextEncoder().encode(text)]);
  const file = join(folder, `lembar-${version}.zip`);
  writeFileSync(file, zipSync(Object.fromEntries(bytes)));
  return file;
}

export async function signed(layer: Layer, key: PublisherKey): Promise<string> {
  return JSON.stringify({ format: 1, kind: "signed-layer", layer, signature: await sign(layer, key) });
}

const changed = (layer: Layer, meta: Partial<Layer["meta"]>): Layer => ({
  ...layer,
  meta: { ...layer.meta, ...meta },
});

/** Files to refuse while version 2 is in force: name, text, and the page's reason. */
export async function invalidFiles(
  { layer, text }: Issue,
  key: PublisherKey,
): Promise<[string, string, RegExp][]> {
  const next = (over: Partial<Layer["meta"]> = {}) => changed(layer, { version: 3, ...over });
  const accounts = Array.from({ length: 95_000 }, (_, n) => ({
    id: `akun-${n}`,
    site: "facebook" as const,
    kind: "team" as const,
    handle: `tim.wanasari.${n}`,
  }));
  const html = structuredClone(next()) as unknown as {
    set: { contests: { tickets: { candidates: { name: string }[] }[] }[] };
  };
  html.set.contests[0]!.tickets[0]!.candidates[0]!.name = "MANDALA <img src=x onerror=alert(1)>";
  const stranger = await makeKey(PUBLISHER, day(0));
  return [
    ["a tampered byte", text.replace("KUNTADARA", "KUNTADAMA"), /tanda tangan tidak cocok/i],
    ["an old version", await signed(changed(layer, { version: 1 }), key), /lebih lama/],
    ["expired", await signed(next({ validUntil: day(-1) }), key), /masa berlaku berakhir/i],
    ["a wrong key", await signed(next(), stranger), /kunci lain/],
    [
      "too many names",
      await signed({ ...next(), set: { ...layer.set, accounts } }, key),
      /terlalu banyak nama/i,
    ],
    ["HTML in a name", await signed(html as unknown as Layer, key), /hanya teks biasa/],
    ["a truncated download", text.slice(0, Math.floor(text.length * 0.7)), /bukan JSON yang utuh/],
  ];
}
