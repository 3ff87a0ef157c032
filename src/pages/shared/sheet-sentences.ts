import id from "../../../assets/locales/id/sheets.json" with { type: "json" };
import type { Language } from "../../domain/vocabulary.ts";
import type { SheetSentences } from "../../engine/ruleset/agency/sheet-errors.ts";

const files = import.meta.glob<SheetSentences>(
  ["../../../assets/locales/*/sheets.json", "!../../../assets/locales/id/sheets.json"],
  { eager: true, import: "default" },
);
const SENTENCES: Readonly<Record<string, SheetSentences>> = {
  id,
  ...Object.fromEntries(
    Object.entries(files).map(([path, sentences]) => [path.split("/").at(-2)!, sentences]),
  ),
};

/** The sentences about an agency's sheets; loaded only with their readers. */
export const sheetSentences = (language: Language): SheetSentences => SENTENCES[language] ?? id;
