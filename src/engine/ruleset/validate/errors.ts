import type { Said } from "../schema/index.ts";

/** Why a ruleset is refused. `ruleset.fault.<code>` may say it better in a locale file; `message` always says it. */
export interface Fault {
  /** Where: keys and positions joined by ".", "" for the whole. */
  path: string;
  code: FaultCode;
  /** What stands in the sentence's slots; `faultInWords` fills them in another language. */
  values: readonly (string | number)[];
  /** In Bahasa Indonesia. */
  message: string;
  /** The nearest known key, or what would be right. */
  hint?: string;
}

/** Sentences by code; `{0}`, `{1}` are slots. Terse, for the person who made the file. */
export const FAULTS = {
  "not-json": { id: "Berkas bukan JSON yang utuh: {0}", en: "The file is not complete JSON: {0}" },
  "too-big": {
    id: "Berkas terlalu besar: {0} byte, batasnya {1}",
    en: "The file is too big: {0} bytes, limit {1}",
  },
  "too-deep": { id: "Susunan terlalu dalam (batas {0} tingkat)", en: "Nested too deeply (limit {0})" },
  "not-plain": { id: "Nilai ini bukan data biasa", en: "This value is not plain data" },
  "bad-key": { id: "Nama kunci “{0}” tidak boleh dipakai", en: "The key “{0}” is not allowed" },
  markup: {
    id: "Teks memuat tanda “{0}”; hanya teks biasa yang diterima",
    en: "The text holds “{0}”; plain text only",
  },
  hidden: {
    id: "Teks memuat huruf tak terlihat atau pembalik arah (U+{0})",
    en: "The text holds an invisible or direction-changing character (U+{0})",
  },
  "unknown-key": { id: "Kunci “{0}” tidak dikenal", en: "The key “{0}” is not known" },
  missing: { id: "Kunci ini harus diisi", en: "This key is required" },
  type: { id: "Jenis nilainya harus {0}", en: "The value must be {0}" },
  choice: { id: "Nilainya harus salah satu dari: {0}", en: "The value must be one of: {0}" },
  "too-long": {
    id: "Terlalu panjang atau terlalu banyak (batas {0})",
    en: "Too long or too many (limit {0})",
  },
  "too-short": {
    id: "Terlalu pendek atau terlalu sedikit (paling sedikit {0})",
    en: "Too short or too few (at least {0})",
  },
  format: { id: "Bentuk tulisannya tidak diterima", en: "Not written in the form required" },
  day: { id: "Tanggal itu tidak ada", en: "There is no such day" },
  https: { id: "Alamat harus utuh dan memakai https", en: "The address must be complete and use https" },
  selector: {
    id: "Pemilih hanya boleh memuat tag, uji atribut, anak, keturunan, koma, dan :not(); paling panjang 200 huruf",
    en: "A selector may hold tags, attribute tests, child, descendant, comma and :not() only; 200 characters at most",
  },
  twice: { id: "Id “{0}” dipakai dua kali", en: "The id “{0}” is used twice" },
  "no-such": { id: "{0} “{1}” tidak ada dalam aturan ini", en: "There is no {0} “{1}” in this ruleset" },
  "day-order": { id: "Tanggal akhir mendahului tanggal awal", en: "The last day is before the first" },
  "contest-id": { id: "Id pemilihan harus diawali “{0}/”", en: "The contest's id must begin with “{0}/”" },
  "same-number": { id: "Nomor urut {0} dipakai dua kali", en: "Ballot number {0} is used twice" },
  "no-basis": { id: "Pemicu ini tidak punya dasar yang berlaku", en: "This trigger has no basis in force" },
  "no-handle": {
    id: "Akun harus punya nama pengguna, id situs, atau alamat",
    en: "An account needs a handle, the site's id or an address",
  },
  "too-many-names": {
    id: "Terlalu banyak nama: {0}, batasnya {1}",
    en: "Too many names: {0}, limit {1}",
  },
  unsigned: { id: "Berkas instansi harus bertanda tangan", en: "An agency's file must be signed" },
  "unsigned-sites": {
    id: "Berkas tanpa tanda tangan tidak boleh memuat pemilih situs",
    en: "A file without a signature may not hold site selectors",
  },
  "wrong-key": {
    id: "Ditandatangani dengan kunci lain dari yang sudah dipercaya",
    en: "Signed with another key than the trusted one",
  },
  "bad-signature": {
    id: "Tanda tangan tidak cocok: isi berubah sesudah ditandatangani",
    en: "The signature does not fit: the content changed after signing",
  },
  expired: { id: "Masa berlaku berakhir pada {0}", en: "No longer valid since {0}" },
  "not-yet": { id: "Baru berlaku mulai {0}", en: "Valid only from {0}" },
  "other-id": {
    id: "Aturan lain (“{0}”) dari yang terpasang (“{1}”)",
    en: "Another ruleset (“{0}”) than the one in place (“{1}”)",
  },
  "old-version": {
    id: "Versi {0} lebih lama dari yang terpasang ({1})",
    en: "Version {0} is older than the one in place ({1})",
  },
  "same-version": {
    id: "Versi {0} sudah terpasang dengan isi yang lain; naikkan nomor versinya",
    en: "Version {0} is in place with other content; raise the version",
  },
  "http-status": { id: "Peladen menjawab dengan status {0}", en: "The server answered with status {0}" },
  "no-answer": {
    id: "Tidak ada jawaban yang dapat dibaca dari alamat itu",
    en: "No readable answer from that address",
  },
  "not-kept": {
    id: "Aturan baru tidak dapat disimpan: {0}",
    en: "The new rules could not be kept: {0}",
  },
  csv: { id: "Berkas CSV rusak di sini ({0})", en: "The CSV file is broken here ({0})" },
  "not-zip": { id: "Berkas bukan ZIP yang utuh", en: "The file is not a complete ZIP" },
  "not-utf8": {
    id: "Berkas bukan UTF-8; simpan sebagai “CSV UTF-8” dari lembar kerja",
    en: "The file is not UTF-8; save it as “CSV UTF-8” from the spreadsheet",
  },
  "unknown-file": { id: "Berkas “{0}” tidak dikenal", en: "The file “{0}” is not known" },
  "missing-file": { id: "Berkas “{0}” tidak ada", en: "The file “{0}” is missing" },
  "unknown-column": { id: "Kolom “{0}” tidak dikenal", en: "The column “{0}” is not known" },
  "missing-column": { id: "Kolom “{0}” tidak ada", en: "The column “{0}” is missing" },
  other: { id: "Nilai tidak diterima", en: "The value is not accepted" },
} as const satisfies Record<string, Said>;

export type FaultCode = keyof typeof FAULTS;

/** A fault with its sentence filled in. */
export function fault(
  path: readonly PropertyKey[] | string,
  code: FaultCode,
  values: readonly (string | number)[] = [],
  hint?: string,
): Fault {
  const at = typeof path === "string" ? path : path.map((key) => String(key) || '""').join(".");
  // A path or value from a hostile file may be long; what is shown of it is not.
  const short = values.map((value) => (typeof value === "string" ? value.slice(0, 300) : value));
  const made: Fault = {
    path: at.slice(0, 200),
    code,
    values: short,
    message: fillNumbered(FAULTS[code].id, short),
  };
  if (hint !== undefined) made.hint = hint;
  return made;
}

/** The fault's sentence in a language. */
export const faultInWords = ({ code, values }: Pick<Fault, "code" | "values">, language: keyof Said) =>
  fillNumbered(FAULTS[code][language], values);

/** Puts values into the slots `{0}`, `{1}` of a sentence. */
export const fillNumbered = (sentence: string, values: readonly (string | number)[]) =>
  sentence.replace(/\{(\d)\}/g, (_, slot) => String(values[Number(slot)] ?? "")).slice(0, 400);
