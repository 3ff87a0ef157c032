import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { localDay } from "../../src/domain/day.ts";
import { errorText } from "../../src/domain/error-text.ts";
import { LANGUAGES, type Language } from "../../src/domain/languages.ts";
import type { LocalizedText } from "../../src/domain/localized-text.ts";
import type { AnyValidationError } from "../../src/engine/ruleset/agency/judge.ts";
import {
  formatSheetError,
  sheetPlaceInWords as placeOfSheet,
  type SheetError,
  type SheetPlace,
  type SheetSentences,
} from "../../src/engine/ruleset/agency/sheet-errors.ts";
import { formatError } from "../../src/engine/ruleset/validate/errors.ts";
import { placeInWords } from "../../src/engine/ruleset/validate/place.ts";
import type { Sentences } from "../../src/engine/ruleset/validate/sentences.ts";

export interface Command {
  name: string;
  usage: string;
  about: LocalizedText;
  help: LocalizedText;
  /** @returns the exit code. */
  run(args: string[]): Promise<number>;
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}
/** Refused input: exit code 1. */
export class Refused extends Error {}

let language: Language = "id";

const readLocale = <T>(name: string): Record<string, T> =>
  Object.fromEntries(
    LANGUAGES.map((code) => {
      const file = new URL(`../../assets/locales/${code}/${name}.json`, import.meta.url);
      return [code, JSON.parse(readFileSync(file, "utf8")) as T];
    }),
  );

/** The sentences about a ruleset, by language. */
export const SENTENCES = readLocale<Sentences>("ruleset");
const SHEET_SENTENCES = readLocale<SheetSentences>("sheets");

/** The sentences in the chosen language. */
export const sentences = (): Sentences => SENTENCES[language]!;

/** Removes `--lang CODE` from the arguments. */
export function setLanguage(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  language = "id";
  if (at < 0) return [...args];
  const inline = args[at]!.split("=")[1];
  const asked = inline ?? args[at + 1];
  language = LANGUAGES.find((code) => code === asked) ?? "id";
  return args.filter((_, position) => position !== at && !(inline === undefined && position === at + 1));
}

/** A text in the chosen language. */
export const t = (said: LocalizedText): string => said[language] ?? said.id;

/** Positions and options of a command. @throws UsageError */
export function read<N extends string>(
  args: readonly string[],
  positions: readonly string[],
  options: Readonly<Record<N, { short?: string; needed?: boolean }>>,
): { at: string[]; options: Partial<Record<N, string>> } {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries<{ short?: string }>(options).map(([name, { short }]) => [
          name,
          { type: "string" as const, ...(short ? { short } : {}) },
        ]),
      ),
    });
  } catch (error) {
    throw new UsageError(errorText(error));
  }
  if (parsed.positionals.length !== positions.length) {
    throw new UsageError(
      t({
        id: `Perlu: ${positions.join(" ") || "tanpa argumen"}`,
        en: `Needed: ${positions.join(" ") || "no arguments"}`,
      }),
    );
  }
  for (const [name, { needed }] of Object.entries<{ needed?: boolean }>(options)) {
    if (needed && typeof parsed.values[name] !== "string") {
      throw new UsageError(t({ id: `Perlu --${name}`, en: `--${name} is needed` }));
    }
  }
  return { at: parsed.positionals, options: parsed.values as Partial<Record<N, string>> };
}

/** Prints faults, one for each line: place, fault, what mends it. */
export function printErrors(faults: readonly AnyValidationError[]) {
  for (const fault of faults) console.error(`✗ ${inWords(fault)}`);
}

/** Prints what refuses nothing, one for each line. */
export function printWarnings(warnings: readonly SheetError[]) {
  for (const warning of warnings) console.error(`! ${inWords(warning)}`);
}

/** The sentences about sheets in the chosen language. */
export const sheetSentences = (): SheetSentences => SHEET_SENTENCES[language]!;

/** "Lembar paslon, baris 3, kolom nomor". */
export const sheetPlaceInWords = (place: SheetPlace): string =>
  placeOfSheet(place, SHEET_SENTENCES[language]!);

function inWords(fault: AnyValidationError): string {
  if ("sheet" in fault) return formatSheetError(fault, SHEET_SENTENCES[language]!);
  const hint =
    fault.hint === undefined ? "" : t({ id: `  (mungkin: ${fault.hint})`, en: `  (perhaps: ${fault.hint})` });
  const place = placeInWords(fault.path, sentences());
  return `${place === "" ? "" : `${place}: `}${formatError(fault, sentences())}${hint}`;
}

export const today = (): string => localDay(new Date());

/** @throws Refused where the file is missing. */
export function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new Refused(t({ id: `${path}: tidak ada`, en: `${path}: not found` }));
  return readFileSync(path);
}
