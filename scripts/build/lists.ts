/**
 * Writes the lists of sites and languages from the folders, so that only the folder itself names a site or a language.
 * Git keeps them as code, because bundles, Node and tests all read them.
 *
 *   npm run lists [-- --check]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, readSites } from "../sites/source.ts";

const NOTE = "/* Made by npm run lists; do not edit here. */";

/** The text of every list by its path. */
export function makeLists(root = ROOT): Record<string, string> {
  const sites = readSites(root);
  return {
    "src/domain/sites.ts": sitesList(sites),
    "src/domain/site-hosts.ts": hostsList(sites),
    "src/domain/languages.ts": languagesList(root),
  };
}

const listOf = (values: readonly string[]): string => JSON.stringify(values).replaceAll(",", ", ");

/** One row for each line, each with a trailing comma. */
const rows = (all: readonly string[]): string => all.map((row) => `  ${row},\n`).join("");

type Sites = ReturnType<typeof readSites>;

function sitesList(sites: Sites): string {
  const optional = sites.filter(([, { optional }]) => optional).map(([id]) => id);
  return `${NOTE}
/** The data of all sites that shared code needs; src/sites/<site>/site.json has the rest, and only its site reads it. */

/** One social network: how its pages are read and how its users act. */
export const SITE_IDS = [
${rows(sites.map(([id]) => JSON.stringify(id)))}] as const;
export type SiteId = (typeof SITE_IDS)[number];

/** Sites that are off until the user turns them on: private messengers, for whose hosts the browser then asks. */
export const OPTIONAL_SITES = ${listOf(optional)} as const satisfies readonly SiteId[];
export type OptionalSite = (typeof OPTIONAL_SITES)[number];

/** Names of the sites, the same in every language. */
export const SITE_NAMES: Readonly<Record<SiteId, string>> = {
${rows(sites.map(([id, { name }]) => `${id}: ${JSON.stringify(name)}`))}};
`;
}

/** One line, or one for each host where that is longer than the formatter allows. */
function hostsRow(id: string, hosts: readonly string[]): string {
  const line = `${id}: ${listOf(hosts)}`;
  if (line.length <= MAX_ROW) return line;
  return `${id}: [\n${hosts.map((host) => `    ${JSON.stringify(host)},\n`).join("")}  ]`;
}
const MAX_ROW = 107;

/** A separate file, because few pages of the extension need the hosts. */
function hostsList(sites: Sites): string {
  return `${NOTE}
import type { SiteId } from "./sites.ts";

/** Host names of every site. */
export const SITE_HOSTS: Readonly<Record<SiteId, readonly string[]>> = {
${rows(sites.map(([id, { hosts }]) => hostsRow(id, hosts)))}};
`;
}

/** Bahasa Indonesia, which has every text, then each other folder of locale files. */
function languagesList(root: string): string {
  const others = readdirSync(join(root, "assets/locales"))
    .filter((name) => name !== "id" && !name.endsWith(".json"))
    .sort();
  const bad = others.filter((name) => !/^[a-z]{2,3}$/.test(name));
  if (bad.length) throw new Error(`assets/locales/${bad[0]}: a folder's name must be an ISO 639 code`);
  return `${NOTE}
/** Languages of the interface: every folder of assets/locales. What a language lacks is shown in Bahasa Indonesia. */
export const LANGUAGES = ${listOf(["id", ...others])} as const;
export type Language = (typeof LANGUAGES)[number];
`;
}

/** Writes the lists that are out of date. @returns their paths */
export function writeLists(root = ROOT, isCheck = false): string[] {
  const differing = Object.entries(makeLists(root)).filter(([file, text]) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, "utf8") !== text;
  });
  if (!isCheck) for (const [file, text] of differing) writeFileSync(join(root, file), text);
  return differing.map(([file]) => file);
}

if (import.meta.main) {
  const isCheck = process.argv.includes("--check");
  for (const file of writeLists(ROOT, isCheck))
    console.log(isCheck ? `${file} is not up to date: npm run lists` : `${file}: written`);
}
