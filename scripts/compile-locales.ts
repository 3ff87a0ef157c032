import { readFile } from "node:fs/promises";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";

/** Compiles one locale file (flat keys, ICU MessageFormat) to Lingui's token arrays. Throws naming the bad key. */
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

interface Resolving {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}

/** The English texts of pages as they are bundled: words in the order of the Indonesian keys, which stand there once. */
const WORDS_ONLY = "\0page-texts:";

/** @returns a module that is what importing the file would be. @throws Error where the two files differ in their keys. */
async function wordsOnly(path: string): Promise<string> {
  const first = path.replace(/en([\\/]page\.json)$/, "id$1");
  const keys = Object.keys(JSON.parse(await readFile(first, "utf8")));
  const words = JSON.parse(await readFile(path, "utf8")) as Record<string, string>;
  if (keys.length !== Object.keys(words).length || !keys.every((key) => Object.hasOwn(words, key)))
    throw new Error(`${path}: other keys than ${first}`);
  return `import first from ${JSON.stringify(first)};
const words = ${JSON.stringify(keys.map((key) => words[key]))};
export default /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ Object.keys(first).map((key, at) => [key, words[at]]));`;
}

/**
 * Vite plugin: locale files reach a production bundle compiled, so that no parser of message syntax is shipped.
 * (Outside production Lingui compiles the plain strings itself at run time, so tests and Node need no plugin.)
 * Of the texts of pages, which stand in every content script, the keys are written once for both languages.
 */
export function locales() {
  return {
    name: "locales",
    enforce: "pre" as const,
    async resolveId(this: Resolving, source: string, importer: string | undefined) {
      if (!importer || !/[\\/]en[\\/]page\.json$/.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && WORDS_ONLY + found.id.replace(/\.json$/, "");
    },
    async load(id: string) {
      /* Without its ending: a module of ours, no JSON to be read by others. */
      if (id.startsWith(WORDS_ONLY)) return wordsOnly(`${id.slice(WORDS_ONLY.length)}.json`);
      const path = id.split("?")[0]!;
      if (!/[\\/]assets[\\/]locales[\\/][a-z]+[\\/](?!page)[a-z]+\.json$/.test(path)) return null;
      return JSON.stringify(compileLocale(JSON.parse(await readFile(path, "utf8"))));
    },
  };
}
