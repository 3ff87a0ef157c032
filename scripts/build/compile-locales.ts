import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";

/**
 * Compiles one locale file (flat keys, ICU MessageFormat) to Lingui's token arrays. @throws Error naming the bad key
 */
export function compileLocale(messages: Readonly<Record<string, string>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, message] of Object.entries(messages)) {
    try {
      out[key] = compileMessageOrThrow(message);
    } catch (cause) {
      throw new Error(`locale key "${key}": not ICU MessageFormat`, { cause });
    }
  }
  return out;
}

/**
 * Vite plugin that compiles locale files for a production bundle, so that it contains no parser of message syntax.
 * overlay.json, ruleset.json and sheets.json have plain slots, which their own code fills. (Outside production Lingui compiles the
 * plain strings at run time, so tests and Node need no plugin.)
 */
export function locales() {
  return {
    name: "locales",
    enforce: "pre" as const,
    async load(id: string) {
      const path = id.split("?")[0]!;
      if (!/[\\/]assets[\\/]locales[\\/][a-z]+[\\/](?!(?:overlay|ruleset|sheets)\.)[a-z]+\.json$/.test(path))
        return null;
      return JSON.stringify(compileLocale(JSON.parse(await readFile(path, "utf8"))));
    },
  };
}

/** The manifest's messages of each language, at the path and in the format that browsers read. */
export function manifestMessages(locales: string): { relativeDest: string; contents: string }[] {
  return readdirSync(locales).map((language) => {
    const messages = JSON.parse(readFileSync(join(locales, language, "manifest.json"), "utf8")) as Record<
      string,
      string
    >;
    const rows = Object.entries(messages).map(([key, message]) => [key, { message }] as const);
    return {
      relativeDest: `_locales/${language}/messages.json`,
      contents: JSON.stringify(Object.fromEntries(rows)),
    };
  });
}
