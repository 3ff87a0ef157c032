import { type Fault, fault } from "../faults.ts";

export type FileText =
  | { ok: true; text: string; fromSheets: boolean }
  | { ok: false; errors: readonly Fault[] };

/**
 * A file the user picked, as the JSON text that `admitText` judges: JSON as it is, a ZIP of CSV sheets built into an
 * unsigned layer (own layers only). The code for sheets and ZIP is loaded only when such a file comes. Never throws.
 */
export async function textOfFile(bytes: Uint8Array): Promise<FileText> {
  // "PK", 3, 4: the first bytes of a ZIP.
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isZip) {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { ok: true, text, fromSheets: false };
    } catch {
      return { ok: false, errors: [fault("", "not-utf8")] };
    }
  }
  const [{ unpack }, { buildLayer }] = await Promise.all([import("./zip.ts"), import("./build.ts")]);
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const built = buildLayer(unpacked.files);
  return built.ok ? { ok: true, text: JSON.stringify(built.layer), fromSheets: true } : built;
}
