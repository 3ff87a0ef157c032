import { strFromU8, unzipSync } from "fflate";
import { LIMITS } from "../schema/limits.ts";
import { type Fault, fault } from "../validate/errors.ts";

/** Maximum number of files in a ZIP; no agency's folder has more. */
const MAX_FILES = 40;

export type UnpackResult = { ok: true; files: Record<string, string> } | { ok: false; errors: Fault[] };

/**
 * Unpacks the CSV files of a ZIP, by name without folder. Sizes are checked in the directory before unpacking, so a
 * small ZIP cannot expand beyond the limit of a ruleset. Never throws.
 */
export function unpackTables(zip: Uint8Array): UnpackResult {
  let size = 0;
  let count = 0;
  try {
    const entries = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!isTable(name)) return false;
        size += originalSize;
        count += 1;
        return size <= LIMITS.bytes && count <= MAX_FILES;
      },
    });
    if (count > MAX_FILES) return { ok: false, errors: [fault("", "too-long", [MAX_FILES])] };
    if (size > LIMITS.bytes) return { ok: false, errors: [fault("", "too-big", [size, LIMITS.bytes])] };
    const files: Record<string, string> = {};
    for (const [path, bytes] of Object.entries(entries)) {
      const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
      const text = decode(bytes);
      if (text === undefined) return { ok: false, errors: [fault(name, "not-utf8")] };
      if (Object.hasOwn(files, name)) return { ok: false, errors: [fault(name, "twice", [name])] };
      files[name] = text;
    }
    return { ok: true, files };
  } catch {
    return { ok: false, errors: [fault("", "not-zip")] };
  }
}

/** Ignores files that operating systems add ("__MACOSX/._paslon.csv", "~$paslon.csv"). */
function isTable(name: string): boolean {
  const last = name.slice(name.lastIndexOf("/") + 1);
  return /\.csv$/i.test(last) && !/^[.~]/.test(last) && !name.startsWith("__MACOSX/");
}

/** Decodes UTF-8, with or without BOM; undefined for other encodings (such as old code pages). */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True for the first bytes of a ZIP. */
export const isZip = (bytes: Uint8Array) => strFromU8(bytes.subarray(0, 4), true) === "PK\u0003\u0004";
