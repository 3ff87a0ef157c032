import { nearest } from "../validate/suggestions.ts";
import { SHEET_NAMES, type SheetName } from "./columns.ts";

/**
 * The sheet that a file or worksheet holds, by its name: "paslon.csv", "Paslon (1).csv" of a second download, "Aturan
 * Dinas - paslon.csv" as Google Sheets names it, "Salinan paslon.csv". Where several names occur, the last one counts.
 */
export function sheetNamed(name: string): SheetName | undefined {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/^.*[/\\]/, "")
    .replace(/\.(?:csv|tsv|txt)$/, "")
    .split(/[^\p{L}]+/u);
  return SHEET_NAMES.findLast((sheet) => sheet === words.findLast((word) => isSheet(word)));
}
const isSheet = (word: string): word is SheetName => SHEET_NAMES.some((sheet) => sheet === word);

/** The sheet that a mistyped name probably means. */
export const sheetLike = (name: string): SheetName | undefined =>
  nearest(name.toLowerCase().replace(/\.\w+$/, ""), SHEET_NAMES) as SheetName | undefined;
