import type { SentencesByLanguage } from "../../engine/ruleset/validate/sentences.ts";

const files = import.meta.glob(
  ["../../../assets/locales/*/ruleset.json", "!../../../assets/locales/id/ruleset.json"],
  { eager: true, import: "default" },
);

/** Sentences about a refused file, by language. The engine has the Indonesian ones. */
export const SENTENCES = Object.fromEntries(
  Object.entries(files).map(([path, sentences]) => [path.split("/").at(-2)!, sentences]),
) as SentencesByLanguage;
