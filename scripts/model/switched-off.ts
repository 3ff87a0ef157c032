import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Mutation } from "../../tests/mutations/types.ts";

const ROOT = pathToFileURL(fileURLToPath(new URL("../../", import.meta.url))).href;
/** Query that marks the modules of one variant; every module they import gets it too. */
const QUERY = "without";

const variants = new Map<string, Mutation>();
let hooked = false;

const variantOf = (url: string | undefined): string | undefined =>
  url?.startsWith(ROOT) ? (new URL(url).searchParams.get(QUERY) ?? undefined) : undefined;

/** @throws Error naming the rules whose code is no longer there */
export function checkRules(rules: readonly Mutation[]): void {
  const lost = rules.filter(({ file, find }) => !readFileSync(new URL(file, ROOT), "utf8").includes(find));
  if (lost.length > 0)
    throw new Error(`what is to be taken out is not there: ${lost.map(({ name }) => name).join(", ")}`);
}

/**
 * Loads a module of this project, and everything it imports, with one rule taken out. The copies live beside the
 * unchanged modules in the same process, because starting thirty processes costs more than the measurement.
 */
export async function importWithout<T>(file: string, rule: Mutation): Promise<T> {
  variants.set(rule.name, rule);
  if (!hooked) addHooks();
  hooked = true;
  const url = new URL(file, ROOT);
  url.searchParams.set(QUERY, rule.name);
  return (await import(url.href)) as T;
}

function addHooks(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const variant = variantOf(context.parentURL);
      if (variant === undefined || !isOwnModule(found.url)) return found;
      const url = new URL(found.url);
      url.searchParams.set(QUERY, variant);
      return { ...found, url: url.href };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const rule = variants.get(variantOf(url) ?? "");
      if (rule === undefined || new URL(url).pathname !== new URL(rule.file, ROOT).pathname) return loaded;
      const text =
        typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
      return { ...loaded, source: text.replace(rule.find, () => rule.put) };
    },
  });
}

const isOwnModule = (url: string): boolean =>
  url.startsWith(ROOT) && url.split("?")[0]!.endsWith(".ts") && !url.includes("/node_modules/");
