import { SITE_IDS } from "../../../../domain/sites.ts";
import { nearest } from "../../validate/suggestions.ts";
import { ACCOUNT_KIND, CONTEST_KIND, PERSON, SCOPE, SECTION, SITE_NICKNAMES, TERM_ROLE } from "../columns.ts";
import { tidyCode } from "../tidy.ts";
import { good, type ReadCell, type Reading, wrong } from "./reading.ts";

/** One of these words; the value is what the word stands for. */
function oneOf(cell: string, words: Readonly<Record<string, string | number>>): Reading {
  const key = tidyCode(cell).toLowerCase().replace(/_/g, " ");
  if (Object.hasOwn(words, key)) return good(String(words[key]));
  const known = Object.keys(words);
  const word = nearest(key, known) ?? known.find((one) => key.includes(one)) ?? known[0]!;
  return wrong("choice", [cell, known.join(", ")], word, String(words[word]));
}

const from =
  (words: Readonly<Record<string, string | number>>): ReadCell =>
  (cell) =>
    oneOf(cell, words);
export const readAccountKind = from(ACCOUNT_KIND);
export const readContestKind = from(CONTEST_KIND);
export const readScope = from(SCOPE);
export const readRole = from(TERM_ROLE);
export const readSection = from(SECTION);
export const readPerson = from(PERSON);

/** A stage, by the id that the ruleset gives it. */
export const readPhase: ReadCell = (cell, { phases }) => {
  const key = tidyCode(cell)
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  if (phases.includes(key) || phases.length === 0) return good(key);
  const word = nearest(key, phases) ?? phases.find((one) => key.includes(one)) ?? phases[0]!;
  return wrong("choice", [cell, phases.join(", ")], word);
};

/** A site by the name that the ruleset gives it. */
export const readSite: ReadCell = (cell) => {
  const key = tidyCode(cell).toLowerCase();
  const sites: readonly string[] = SITE_IDS;
  if (sites.includes(key)) return good(key);
  const bare = key
    .replace(/^https?:\/\//, "")
    .replace(/^(?:www|m)\./, "")
    .replace(/(?:\.com|\.org|\.me|\.net)?\/?$/, "");
  const nickname = Object.hasOwn(SITE_NICKNAMES, bare) ? SITE_NICKNAMES[bare] : undefined;
  const site =
    nickname ??
    sites.find((one) => one === bare.replace(/\s+/g, "")) ??
    sites.find((one) => one.length > 1 && bare.includes(one));
  if (site !== undefined) return wrong("site-nickname", [cell, site], site);
  return wrong("site", [cell, sites.join(", ")], nearest(bare, sites) ?? sites[0]!);
};

/** Languages as people name them. */
const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  indonesia: "id",
  inggris: "en",
  jawa: "jv",
  sunda: "su",
  minang: "min",
  minangkabau: "min",
  bugis: "bug",
  makassar: "mak",
  batak: "bbc",
  madura: "mad",
  bali: "ban",
  banjar: "bjn",
};

/** The language of a term by its ISO 639 code. */
export const readLanguage: ReadCell = (cell) => {
  const key = tidyCode(cell).toLowerCase();
  if (/^[a-z]{2,3}$/.test(key)) return good(key);
  const word = key.replace(/^bahasa /, "");
  return wrong("language", [cell], Object.hasOwn(LANGUAGE_WORDS, word) ? LANGUAGE_WORDS[word]! : "id");
};
