import type { Folder } from "./folder.ts";

/** A mistake that clerks and their spreadsheets make. It changes the sheets in place. */
export type Mistake = readonly [name: string, make: (folder: Folder) => void];

/** One cell of the sheet, found by its column and what stands in it or by its row, gets another content. */
const cell =
  (sheet: string, at: number | string, column: string, content: string | ((before: string) => string)) =>
  (folder: Folder) =>
    folder.change(sheet, at, column, content);

/** Sixty of them. A region is 12.04, another 32.10, as in the sheets of the test. */
export const MISTAKES: readonly Mistake[] = [
  ["Excel drops a code's last zero", cell("paslon", "32.10", "wilayah", "32.1")],
  ["the same in another sheet", cell("akun", "32.10", "wilayah", "32.1")],
  ["the same where the contest is listed", cell("pemilihan", "32.10", "wilayah", "32.1")],
  ["the same with a decimal comma", cell("akun", "32.10", "wilayah", "32,1")],
  ["a code becomes a time", cell("akun", "12.04", "wilayah", "12:04")],
  ["a code becomes a time with seconds", cell("paslon", "12.04", "wilayah", "12:04:00")],
  ["a code becomes a day", cell("alias", "12.04", "wilayah", "12-Apr")],
  ["a code becomes a whole day", cell("akun", "12.04", "wilayah", "12/04/2029")],
  ["a code with a comma", cell("akun", "99.02", "wilayah", "99,02")],
  ["a code of a district", cell("akun", "99.03", "wilayah", "99.03.01")],
  ["a code with decimals", cell("paslon", "99.71", "wilayah", "9971.0")],
  ["a code that failed", cell("pemilihan", 3, "jenis", "#N/A")],
  ["a region that nobody listed", cell("akun", "99.01", "wilayah", "99.09")],
  ["a day as a serial number", cell("tahapan", 2, "mulai", "47350")],
  ["a day with decimals as a serial number", cell("tahapan", 3, "selesai", "47388,5")],
  ["month first", cell("tahapan", 4, "selesai", "11/24/2029")],
  ["a year of two digits", cell("tahapan", 5, "mulai", "25/11/29")],
  ["a day without a year", cell("tahapan", 5, "selesai", "27-Nov")],
  ["a day that does not exist", cell("tahapan", 6, "selesai", "31/11/2029")],
  ["a day in English with a short year", cell("keterangan", "berlaku_mulai", "nilai", "1-Jun-29")],
  ["a word in place of a day", cell("keterangan", "terbit", "nilai", "secepatnya")],
  ["a stage that begins too early", cell("tahapan", 4, "mulai", "26/09/2029")],
  ["a stage that ends before it begins", cell("tahapan", 7, "selesai", "27/11/2028")],
  ["a gap between stages", cell("tahapan", 3, "mulai", "25/09/2029")],
  ["no stage after the vote", (folder) => folder.drop("tahapan", 7)],
  ["a stage by another name", cell("tahapan", 5, "tahapan", "hari tenang")],
  ["a stage with a mistyped name", cell("tahapan", 4, "tahapan", "kampaye")],
  ["a scope by another name", cell("tahapan", 2, "cakupan", "kabupaten")],
  ["a long number shortened", cell("akun", 61, "id_situs", "1,00065E+14")],
  ["a number with decimals", cell("paslon", 2, "nomor", "1.0")],
  ["a number with a word", cell("paslon", 5, "nomor", "No. 1")],
  ["a number as a word", cell("alias", 2, "nomor", "satu")],
  ["a ballot number twice", cell("paslon", 3, "nomor", "1")],
  ["a ballot number that nobody has", cell("alias", 3, "nomor", "9")],
  ["a ballot number left empty", cell("paslon", 7, "nomor", "")],
  ["a version with a letter", cell("keterangan", "versi", "nilai", "v1")],
  ["a version with decimals", cell("keterangan", "versi", "nilai", "1,0")],
  ["a percentage", cell("istilah", 2, "bobot", "90%")],
  ["a weight above 1", cell("istilah", 3, "bobot", "5")],
  ["a weight in words", cell("istilah", 4, "bobot", "sedang")],
  ["a role mistyped", cell("istilah", 3, "peran", "sloganl")],
  ["a language by its name", cell("istilah", 4, "bahasa", "Bahasa Sunda")],
  ["FB", cell("akun", "facebook", "situs", "FB")],
  ["Twitter", cell("akun", "x", "situs", "Twitter")],
  ["IG", cell("akun", "instagram", "situs", "IG")],
  ["a site's host", cell("akun", "tiktok", "situs", "www.tiktok.com")],
  ["a site that is not guarded", cell("akun", 10, "situs", "friendster")],
  ["a handle that Excel took for a formula", cell("akun", 4, "nama_pengguna", "#NAME?")],
  [
    "an address in place of a handle",
    cell("akun", 7, "nama_pengguna", "https://www.instagram.com/damar.official/"),
  ],
  ["a handle with blanks", cell("akun", 11, "nama_pengguna", "@galih ratih official")],
  ["an address with http", cell("akun", 2, "alamat", (url) => url.replace("https", "http"))],
  ["an address without https", cell("akun", 6, "alamat", (url) => url.replace("https://", ""))],
  ["an account without any name", cell("akun", 8, "nama_pengguna", "")],
  ["a kind mistyped", cell("akun", 12, "jenis", "relawn")],
  ["a party nobody knows", cell("paslon", 2, "partai", "Pelita Rimbah")],
  ["a hashtag with blanks", cell("paslon", 4, "tagar", "Berantah Rumah Kita")],
  ["a failed formula as a slogan", cell("paslon", 6, "slogan", "#VALUE!")],
  ["an election mistyped", cell("akun", 20, "pemilu", "pilkada-antah-2092")],
  ["a heading mistyped", (folder) => folder.rename("paslon", "sebutan", "sebutn")],
  ["a row copied", (folder) => folder.copy("akun", 15)],
];
