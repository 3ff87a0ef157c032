import type { SentencesByLanguage } from "../../engine/ruleset/validate/sentences.ts";

const files = import.meta.glob(
  ["../../../assets/locales/*/ruleset.json", "!../../../assets/locales/id/ruleset.json"],
  { eager: true, import: "default" },
);

/** What is said of a ruleset's changes, by language; the engine has the Indonesian ones: pages show what the background said in the one they are in. */
export const SENTENCES = Object.fromEntries(
  Object.entries(files).map(([path, sentences]) => [path.split("/").at(-2)!, sentences]),
) as SentencesByLanguage;
