import type { AccountKind, ContestKind, Section, TermRole } from "../schema/index.ts";

/** The files of an agency's folder with their columns (in Bahasa Indonesia) and required cells. */
export const FILES = {
  "keterangan.csv": { columns: ["kunci", "nilai"], required: ["kunci", "nilai"] },
  "tahapan.csv": {
    columns: ["pemilu", "nama", "cakupan", "tahapan", "mulai", "selesai"],
    required: ["pemilu", "tahapan", "mulai", "selesai"],
  },
  "pemilihan.csv": {
    columns: ["pemilu", "wilayah", "jenis", "nama"],
    required: ["pemilu", "wilayah", "jenis", "nama"],
  },
  "paslon.csv": {
    columns: ["pemilu", "wilayah", "nomor", "calon", "wakil", "sebutan", "slogan", "tagar", "partai"],
    required: ["pemilu", "wilayah", "nomor", "calon"],
  },
  "alias.csv": {
    columns: ["pemilu", "wilayah", "nomor", "siapa", "alias"],
    required: ["pemilu", "wilayah", "nomor", "siapa", "alias"],
  },
  "akun.csv": {
    columns: [
      "situs",
      "nama_pengguna",
      "id_situs",
      "alamat",
      "nama",
      "jenis",
      "pemilu",
      "wilayah",
      "nomor",
      "partai",
    ],
    required: ["situs", "jenis"],
  },
  "partai.csv": {
    columns: ["id", "nomor", "nama", "singkatan", "alias"],
    required: ["id", "nama", "singkatan"],
  },
  "istilah.csv": { columns: ["teks", "peran", "bahasa", "bobot"], required: ["teks", "peran"] },
  "matikan.csv": { columns: ["bagian", "id"], required: ["bagian", "id"] },
} as const;
export type FileName = keyof typeof FILES;
export type Column<F extends FileName> = (typeof FILES)[F]["columns"][number];
export const FILE_NAMES = Object.keys(FILES) as FileName[];

/** Allowed cell values and their meaning. */
export const ACCOUNT_KIND: Readonly<Record<string, AccountKind>> = {
  tim: "team",
  relawan: "volunteer",
  calon: "candidate",
  partai: "party",
  pejabat: "office-holder",
  kpu: "kpu",
  bawaslu: "bawaslu",
  pemerintah: "government",
  pers: "press",
};
export const CONTEST_KIND: Readonly<Record<string, ContestKind>> = {
  presiden: "president",
  gubernur: "governor",
  bupati: "regent",
  "wali kota": "mayor",
  walikota: "mayor",
  legislatif: "legislative",
  lain: "other",
};
export const SCOPE: Readonly<Record<string, "national" | "regional">> = {
  nasional: "national",
  daerah: "regional",
};
export const TERM_ROLE: Readonly<Record<string, TermRole>> = {
  ajakan: "call-to-vote",
  nomor: "ballot-number",
  slogan: "slogan",
  program: "programme",
  acara: "event",
  bagi: "charity",
  atribut: "attribute",
  kemenangan: "victory",
  relawan: "volunteer-name",
  kategori: "category",
  jabatan: "office",
  berita: "news",
  netral: "neutral-name",
  konteks: "context",
  pilih: "choose",
  dukung: "support",
  gabung: "join",
  hadiah: "gift",
  puji: "praise",
  serang: "attack",
  penyebutan: "mention",
  "pemilihan lain": "other-election",
  lampau: "past",
};
export const SECTION: Readonly<Record<string, Exclude<Section, "instruments" | "phases">>> = {
  aturan: "rules",
  dasar: "bases",
  sanksi: "sanctions",
  pemilu: "elections",
  pemilihan: "contests",
  partai: "parties",
  akun: "accounts",
  istilah: "lexicon",
  kata: "ordinary",
  situs: "sites",
  statistik: "statistics",
  saluran: "channels",
};
export const PERSON: Readonly<Record<string, number>> = { calon: 0, wakil: 1, pasangan: -1 };

/** Spreadsheet columns of a layer's keys, for errors found after building. */
export const COLUMN_OF: Readonly<Record<string, string>> = {
  number: "nomor",
  candidates: "calon",
  name: "nama",
  aliases: "alias",
  slogans: "slogan",
  hashtags: "tagar",
  parties: "partai",
  party: "partai",
  handle: "nama_pengguna",
  siteId: "id_situs",
  url: "alamat",
  site: "situs",
  kind: "jenis",
  from: "mulai",
  until: "selesai",
  phase: "tahapan",
  contest: "wilayah",
  ticket: "nomor",
  election: "pemilu",
  region: "wilayah",
  text: "teks",
  weight: "bobot",
  language: "bahasa",
  short: "singkatan",
};
