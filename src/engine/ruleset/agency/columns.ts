import type { SiteId } from "../../../domain/sites.ts";
import type { AccountKind, ContestKind, Section, TermRole } from "../schema/index.ts";

/** How the cells of a column are read (`cells/index.ts`). */
export type CellKind =
  | "account"
  | "address"
  | "contest"
  | "day"
  | "handle"
  | "hashtags"
  | "id"
  | "key"
  | "language"
  | "note"
  | "number"
  | "parties"
  | "party"
  | "person"
  | "phase"
  | "region"
  | "role"
  | "scope"
  | "section"
  | "site"
  | "siteId"
  | "switchedOff"
  | "text"
  | "texts"
  | "title"
  | "version"
  | "weight";

interface ColumnRule {
  kind: CellKind;
  required: boolean;
}
const needed = (kind: CellKind): ColumnRule => ({ kind, required: true });
const optional = (kind: CellKind): ColumnRule => ({ kind, required: false });

/** The sheets of an agency with their columns (in Bahasa Indonesia). A folder has one CSV of each, a workbook all. */
const SHEETS = {
  keterangan: { kunci: needed("key"), nilai: needed("note") },
  tahapan: {
    pemilu: needed("id"),
    nama: optional("title"),
    cakupan: optional("scope"),
    tahapan: needed("phase"),
    mulai: needed("day"),
    selesai: needed("day"),
  },
  pemilihan: {
    pemilu: needed("id"),
    wilayah: needed("region"),
    jenis: needed("contest"),
    nama: needed("title"),
  },
  paslon: {
    pemilu: needed("id"),
    wilayah: needed("region"),
    nomor: needed("number"),
    calon: needed("text"),
    wakil: optional("text"),
    sebutan: optional("texts"),
    slogan: optional("texts"),
    tagar: optional("hashtags"),
    partai: optional("parties"),
  },
  alias: {
    pemilu: needed("id"),
    wilayah: needed("region"),
    nomor: needed("number"),
    siapa: needed("person"),
    alias: needed("text"),
  },
  akun: {
    situs: needed("site"),
    nama_pengguna: optional("handle"),
    id_situs: optional("siteId"),
    alamat: optional("address"),
    nama: optional("text"),
    jenis: needed("account"),
    pemilu: optional("id"),
    wilayah: optional("region"),
    nomor: optional("number"),
    partai: optional("party"),
  },
  partai: {
    id: needed("id"),
    nomor: optional("number"),
    nama: needed("text"),
    singkatan: needed("text"),
    alias: optional("texts"),
  },
  istilah: {
    teks: needed("text"),
    peran: needed("role"),
    bahasa: optional("language"),
    bobot: optional("weight"),
  },
  matikan: { bagian: needed("section"), id: needed("switchedOff") },
} as const satisfies Record<string, Readonly<Record<string, ColumnRule>>>;
export type SheetName = keyof typeof SHEETS;
export type Column<S extends SheetName> = Extract<keyof (typeof SHEETS)[S], string>;
export const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];
export const columnsOf = (sheet: SheetName): Readonly<Record<string, ColumnRule>> => SHEETS[sheet];

/** The rows of the sheet `keterangan` by key: how the value is read, and whether the row must be there. */
export const KEYS: Readonly<Record<string, ColumnRule>> = {
  id: needed("id"),
  judul: needed("title"),
  judul_en: optional("title"),
  penerbit: needed("text"),
  versi: needed("version"),
  terbit: needed("day"),
  berlaku_mulai: optional("day"),
  berlaku_sampai: optional("day"),
  catatan: optional("note"),
};

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

/** Names by which people call a site, as the sheet wants it. */
export const SITE_NICKNAMES: Readonly<Record<string, SiteId>> = {
  fb: "facebook",
  meta: "facebook",
  fanpage: "facebook",
  twitter: "x",
  twiter: "x",
  tw: "x",
  ig: "instagram",
  insta: "instagram",
  yt: "youtube",
  tt: "tiktok",
  "tik tok": "tiktok",
  thread: "threads",
  wa: "whatsapp",
  tg: "telegram",
  tele: "telegram",
  bsky: "bluesky",
};
