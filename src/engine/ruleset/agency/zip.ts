import { strFromU8, unzipSync } from "fflate";
import { LIMITS } from "../schema/limits.ts";

/** Maximum number of CSVs in a ZIP; no agency's folder has more. */
const MAX_TABLES = 40;
/** Bytes of a workbook as a file, and of all its parts together: sheets of text shrink to a tenth. */
const MAX_WORKBOOK_BYTES = 20 * 1024 * 1024;
const MAX_WORKBOOK_UNPACKED = 200 * 1024 * 1024;
/** Parts of a workbook that hold cells, their strings and formats. Pictures, macros and links are not unpacked. */
const WORKBOOK_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

export type Unpacked =
  | { kind: "tables"; files: Record<string, Uint8Array> }
  | { kind: "workbook"; parts: Record<string, Uint8Array>; macros: boolean; links: boolean }
  /** "file-old": neither CSVs nor an .xlsx in it. */
  | { kind: "refused"; code: "file-old" | "file-big" | "file-broken" };

/**
 * Unpacks the CSVs of a ZIP or the parts of a workbook that hold cells. Sizes are checked in the directory before
 * unpacking, and what a part has beyond its declared size is not unpacked, so a small file cannot grow without limit.
 * Never throws.
 */
export function unpack(zip: Uint8Array): Unpacked {
  try {
    const names = namesOf(zip);
    if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return unpackWorkbook(zip, names);
    if (!names.some(isTable)) return { kind: "refused", code: "file-old" };
    return unpackTables(zip);
  } catch {
    return { kind: "refused", code: "file-broken" };
  }
}

function namesOf(zip: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(zip, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}

/** Unpacks what is wanted, undefined where that is more than these limits. */
function bounded(zip: Uint8Array, wanted: (name: string) => boolean, bytes: number, count: number) {
  let size = 0;
  let files = 0;
  const entries = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      size += originalSize;
      files += 1;
      return size <= bytes && files <= count;
    },
  });
  return size > bytes || files > count ? undefined : entries;
}

function unpackWorkbook(zip: Uint8Array, names: readonly string[]): Unpacked {
  if (zip.length > MAX_WORKBOOK_BYTES) return { kind: "refused", code: "file-big" };
  const parts = bounded(zip, (name) => WORKBOOK_PART.test(name), MAX_WORKBOOK_UNPACKED, 200);
  if (!parts) return { kind: "refused", code: "file-big" };
  return {
    kind: "workbook",
    parts,
    macros: names.some((name) => /vbaProject|xl\/macrosheets\//i.test(name)),
    links: names.some((name) => /^xl\/externalLinks\//i.test(name)),
  };
}

function unpackTables(zip: Uint8Array): Unpacked {
  const entries = bounded(zip, isTable, LIMITS.bytes, MAX_TABLES);
  if (!entries) return { kind: "refused", code: "file-big" };
  // Folders do not matter; two files of one name are told apart by their whole path.
  const files: Record<string, Uint8Array> = {};
  for (const [path, bytes] of Object.entries(entries)) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    files[Object.hasOwn(files, name) ? path : name] = bytes;
  }
  return { kind: "tables", files };
}

/** Ignores files that operating systems add ("__MACOSX/._paslon.csv", "~$paslon.csv"). */
function isTable(name: string): boolean {
  const last = name.slice(name.lastIndexOf("/") + 1);
  return /\.(?:csv|tsv)$/i.test(last) && !/^[.~]/.test(last) && !name.startsWith("__MACOSX/");
}

/**
 * Decodes UTF-8, with or without BOM, and UTF-16 with one, which Excel calls "Unicode text"; undefined for other
 * encodings (such as old code pages).
 */
export function decode(bytes: Uint8Array): string | undefined {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True for the first bytes of a ZIP, which a workbook is too. */
export const isZip = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, 4), true) === "PK\u0003\u0004";

/** True for the first bytes of an .xls, or of a workbook locked by a password. */
export const isOldWorkbook = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
