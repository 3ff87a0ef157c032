import type { Ruleset } from "../schema/index.ts";
import { type BuildResult, buildLayer } from "./build.ts";
import type { SheetError } from "./sheet-errors.ts";
import { decode, isOldWorkbook, isZip, unpack } from "./zip.ts";

/** Builds a layer from the CSVs of a folder, by name. */
export function buildFromFolder(files: Readonly<Record<string, Uint8Array>>, bundled: Ruleset): BuildResult {
  const texts: Record<string, string> = {};
  const unreadable: SheetError[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const text = decode(bytes);
    if (text === undefined)
      unreadable.push({ sheet: name, code: "file-encoding", values: [], mend: { how: "save-utf8" } });
    else texts[name] = text;
  }
  return unreadable.length > 0 ? { ok: false, errors: unreadable, warnings: [] } : buildLayer(texts, bundled);
}

/**
 * Builds a layer from one file of sheets: a workbook, or a ZIP of CSVs. @returns undefined where it is neither. The
 * reader of workbooks is loaded only for one.
 */
export async function buildFromFile(
  name: string,
  bytes: Uint8Array,
  bundled: Ruleset,
): Promise<BuildResult | undefined> {
  const refuse = (code: SheetError["code"], how: "save-xlsx" | "save-utf8"): BuildResult => ({
    ok: false,
    errors: [{ sheet: name.replace(/^.*[/\\]/, ""), code, values: [], mend: { how } }],
    warnings: [],
  });
  if (isOldWorkbook(bytes)) return refuse("file-old", "save-xlsx");
  if (!isZip(bytes)) return undefined;
  const unpacked = unpack(bytes);
  if (unpacked.kind === "tables") return buildFromFolder(unpacked.files, bundled);
  if (unpacked.kind === "refused") return refuse(unpacked.code, "save-xlsx");
  const { buildFromWorkbook } = await import("./workbook.ts");
  return (await buildFromWorkbook(unpacked, bundled)) ?? refuse("file-broken", "save-xlsx");
}
