import type { Language } from "../../domain/vocabulary.ts";
import { buildFromFile } from "../../engine/ruleset/agency/files.ts";
import { formatSheetError } from "../../engine/ruleset/agency/sheet-errors.ts";
import type { Ruleset } from "../../engine/ruleset/schema/index.ts";
import { sheetSentences } from "../shared/sheet-sentences.ts";

/* Loaded when a workbook or a ZIP of CSVs is chosen: the readers are larger than the rest of the page. */

type Built = { ok: true; text: string } | { ok: false; errors: { path: string; message: string }[] };

/** Makes a layer's text from a workbook or a ZIP of CSVs, or says in this language what is wrong with each cell. */
export async function buildFromSheets(name: string, bytes: Uint8Array, language: Language): Promise<Built> {
  const bundled = (await (
    await fetch(browser.runtime.getURL("/rulesets/bundled.json" as never))
  ).json()) as Ruleset;
  const sentences = sheetSentences(language);
  const built = await buildFromFile(name, bytes, bundled);
  if (built?.ok) return { ok: true, text: JSON.stringify(built.layer) };
  const faults = built?.errors ?? [
    { sheet: name, code: "file-broken" as const, values: [], mend: { how: "save-xlsx" as const } },
  ];
  return {
    ok: false,
    errors: faults.map((fault) => ({ path: "", message: formatSheetError(fault, sentences) })),
  };
}
