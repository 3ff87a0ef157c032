import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { localDay } from "../../src/domain/day.ts";
import { errorText } from "../../src/domain/error-text.ts";
import { LANGUAGES, type Language } from "../../src/domain/languages.ts";
import type { LocalizedText } from "../../src/domain/localized-text.ts";
import { type Fault, formatError } from "../../src/engine/ruleset/validate/errors.ts";
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

/** The sentences about a ruleset, by language. */
export const SENTENCES = Object.fromEntries(
  LANGUAGES.map((code) => {
    const file = new URL(`../../assets/locales/${code}/ruleset.json`, import.meta.url);
    return [code, JSON.parse(readFileSync(file, "utf8")) as Sentences];
  }),
);

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

/** Prints faults, one for each line: place, fault, suggestion. */
export function printFaults(faults: readonly Fault[]) {
  for (const fault of faults) {
    const hint =
      fault.hint === undefined
        ? ""
        : t({ id: `  (mungkin: ${fault.hint})`, en: `  (perhaps: ${fault.hint})` });
    console.error(`✗ ${place(fault.path)}${formatError(fault, sentences())}${hint}`);
  }
}

/** "paslon.csv:3:nomor" is "paslon.csv, baris 3, kolom nomor: ". */
export function place(path: string): string {
  const found = /^([^:]+\.csv):(\d+)(?::(.+))?$/.exec(path);
  if (!found) return path === "" ? "" : `${path}: `;
  const [, file, row, column] = found;
  const line = t({ id: `baris ${row}`, en: `row ${row}` });
  return column ? `${file}, ${line}, ${t({ id: "kolom", en: "column" })} ${column}: ` : `${file}, ${line}: `;
}

export const today = (): string => localDay(new Date());

/** @throws Refused where the file is missing. */
export function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new Refused(t({ id: `${path}: tidak ada`, en: `${path}: not found` }));
  return readFileSync(path);
}
