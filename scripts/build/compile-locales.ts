import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { ResolvedConfig } from "vite";

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

/** Keys of overlay.json that only the journal shows; beside the sentences, so that a kind of evidence has one file. */
const KIND_NAME = /^kind\./;

/** What a page may have to say before any text came from storage: its own action was refused or went nowhere. */
const WITHOUT_STORAGE = /^toast\.|^notice\.close$/;

/**
 * Vite plugin that compiles locale files for a production bundle, so that it contains no parser of message syntax.
 * overlay.json, ruleset.json and sheets.json have plain slots, which their own code fills. Page scripts must stay small, so
 * overlay.json lacks the names of kinds of evidence; `overlay.json?raw` has only these, compiled. The engine's script has
 * few texts of overlay.json: all others lie in storage (5 KB of each page, November 2026). (Outside production Lingui compiles the plain strings at run time, so tests and Node need no plugin.)
 */
export function locales() {
  let isEngine = false;
  return {
    name: "locales",
    enforce: "pre" as const,
    configResolved({ build }: ResolvedConfig) {
      isEngine = build.lib && build.lib.fileName === "engine";
    },
    async load(id: string) {
      const [path, query] = id.split("?") as [string, string?];
      const file = /[\\/]assets[\\/]locales[\\/][a-z]+[\\/]([a-z]+)\.json$/.exec(path)?.[1];
      if (!file || file === "ruleset" || file === "sheets") return null;
      const messages = JSON.parse(await readFile(path, "utf8")) as Record<string, string>;
      if (file !== "overlay") return JSON.stringify(compileLocale(messages));
      const isRaw = query === "raw";
      const kept = Object.entries(messages).filter(([key]) =>
        isEngine ? WITHOUT_STORAGE.test(key) : KIND_NAME.test(key) === isRaw,
      );
      const texts = Object.fromEntries(kept);
      if (!isRaw) return JSON.stringify(texts);
      const names = JSON.stringify(compileLocale(texts));
      return { code: `export default ${JSON.stringify(names)}`, moduleType: "js" as const };
    },
  };
}

/** The manifest's messages of each language, at the path and in the format that browsers read. */
export function manifestMessages(locales: string): { relativeDest: string; contents: string }[] {
  const languages = readdirSync(locales).filter((name) => !name.endsWith(".json"));
  return languages.map((language) => {
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
