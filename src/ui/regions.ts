import data from "../../assets/regions.json" with { type: "json" };
import type { Zone } from "../domain/vocabulary.ts";

/** A province (2 digits) or a regency or city (4 digits), Kemendagri code without dots. */
export interface Region {
  code: string;
  name: string;
  /** Name of the province a regency or city belongs to. */
  province?: string | undefined;
}

const NAMES = new Map(data.regions as [string, string][]);

/** All 38 provinces and 514 regencies and cities. */
export const REGIONS: readonly Region[] = [...NAMES].map(([code, name]) => ({
  code,
  name,
  ...(code.length === 4 ? { province: NAMES.get(code.slice(0, 2)) } : {}),
}));

/** The region with this code. */
export function regionOf(code: string | null): Region | undefined {
  return REGIONS.find((region) => region.code === code);
}

/** "Kota Bandung, Jawa Barat". */
export function regionText(region: Region): string {
  return region.province ? `${region.name}, ${region.province}` : region.name;
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  kab: "kabupaten",
  kep: "kepulauan",
  prov: "",
  provinsi: "",
  diy: "istimewa",
};
/** What people call a region instead of its name; the search takes both. */
const COMMON_NAMES: Readonly<Record<string, string>> = {
  solo: "surakarta",
  jogja: "yogyakarta",
  jogjakarta: "yogyakarta",
  tangsel: "tangerang selatan",
  makasar: "makassar",
  jakpus: "jakarta pusat",
  jaksel: "jakarta selatan",
  jakbar: "jakarta barat",
  jaktim: "jakarta timur",
  jakut: "jakarta utara",
  jabar: "jawa barat",
  jateng: "jawa tengah",
  jatim: "jawa timur",
  sumut: "sumatera utara",
  sumbar: "sumatera barat",
  sumsel: "sumatera selatan",
  kalbar: "kalimantan barat",
  kalteng: "kalimantan tengah",
  kalsel: "kalimantan selatan",
  kaltim: "kalimantan timur",
  kaltara: "kalimantan utara",
  sulut: "sulawesi utara",
  sulteng: "sulawesi tengah",
  sulsel: "sulawesi selatan",
  sultra: "sulawesi tenggara",
  sulbar: "sulawesi barat",
  babel: "bangka belitung",
  kepri: "kepulauan riau",
  ntb: "nusa tenggara barat",
  ntt: "nusa tenggara timur",
};
const INDEX = REGIONS.map((region) => ({
  region,
  nameWords: wordsOf(region.name),
  allWords: wordsOf(regionText(region)),
}));

/**
 * Regions with a word that starts with each search term, best match first; a common name ("solo") finds its region before
 * those that begin so. An empty query finds none.
 */
export function findRegions(query: string, max = 8): Region[] {
  const words = wordsOf(query.slice(0, 100));
  const isNamed = words.some((word) => Object.hasOwn(COMMON_NAMES, word));
  const common = isNamed
    ? ranked(
        words.flatMap((word) => (Object.hasOwn(COMMON_NAMES, word) ? wordsOf(COMMON_NAMES[word]!) : word)),
      )
    : [];
  return [...new Set([...common, ...ranked(words)])].slice(0, max);
}

function ranked(words: readonly string[]): Region[] {
  const terms = words
    .map((word) => (Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word]! : word))
    .filter(Boolean);
  if (terms.length === 0) return [];
  const matches = (list: readonly string[]) =>
    terms.every((term) => list.some((word) => word.startsWith(term)));
  const exact = (list: readonly string[]) => terms.filter((term) => list.includes(term)).length;
  return INDEX.filter(({ allWords }) => matches(allWords))
    .map((entry, index) => ({
      ...entry,
      index,
      rank: (matches(entry.nameWords) ? 10 : 0) + exact(entry.nameWords) - entry.nameWords.length / 10,
    }))
    .sort((a, b) => b.rank - a.rank || a.region.code.length - b.region.code.length || a.index - b.index)
    .map(({ region }) => region);
}

/** The time zone of a region by Keppres 41/1987, or undefined for an unknown code. */
export function zoneOf(code: string): Zone | undefined {
  if (!NAMES.has(code)) return undefined;
  const province = Number(code.slice(0, 2));
  if (province <= 36 || province === 61 || province === 62) return "Asia/Jakarta";
  return province <= 76 ? "Asia/Makassar" : "Asia/Jayapura";
}
