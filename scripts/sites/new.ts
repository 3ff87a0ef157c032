/**
 * Makes a new site: data, reader, adapter, entry and three tests, which pass unchanged. The reader fits a feed as most
 * networks mark it up; adapt it with a page of the site at hand (CONTRIBUTING.md, "Adding a site").
 *
 *   npm run new:site <name> [host] [display name]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { writeLists } from "../build/lists.ts";
import { sourceText } from "./evidence.ts";
import { SiteSource } from "./schema.ts";
import { ROOT, readSites } from "./source.ts";

const SKELETON = join(import.meta.dirname, "skeleton");

/** Each file of the skeleton and the path of its copy. */
const FILES: Readonly<Record<string, string>> = {
  "site.json": "src/sites/__site__/site.json",
  "reader.ts.txt": "src/sites/__site__/reader.ts",
  "adapter.ts.txt": "src/sites/__site__/adapter.ts",
  "entry.ts.txt": "entrypoints/__site__.content.ts",
  "reader.test.ts.txt": "tests/unit/sites/__site__/reader.test.ts",
  "adapter.test.ts.txt": "tests/unit/sites/__site__/adapter.test.ts",
  "page.html": "tests/browser/pages/__site__/hand___site___profile_id.html",
};

export interface NewSite {
  /** Name of its folder and its name in code. */
  id: string;
  host: string;
  /** Display name. */
  name: string;
}

/** Why the site cannot be made; undefined if it can. */
export function faultOf({ id, host, name }: NewSite, root = ROOT): string | undefined {
  if (!/^[a-z][a-z0-9]{0,19}$/.test(id))
    return `“${id}”: a site's name is small letters and digits, a letter first, 20 at most`;
  if (!isIdentifier(id)) return `“${id}” is a reserved word of JavaScript`;
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return `“${host}” is not a host name like contoh.example`;
  if (!name.trim() || name.length > 40) return `“${name}” is not a display name of 1 to 40 characters`;
  const taken = readSites(root).find(([other, site]) => other === id || site.hosts.includes(host));
  if (taken) return `${taken[0]} already is a site with the hosts ${taken[1].hosts.join(", ")}`;
  const entries = existsSync(join(root, "entrypoints")) ? readdirSync(join(root, "entrypoints")) : [];
  if (entries.some((entry) => entry.split(".")[0] === id)) return `“${id}” already is an entry point`;
  const there = [`src/sites/${id}`, ...Object.values(pathsOf(id))].find((path) =>
    existsSync(join(root, path)),
  );
  return there && `${there} already exists`;
}

function isIdentifier(id: string): boolean {
  try {
    return Boolean(new Script(`"use strict"; const ${id} = 0`));
  } catch {
    return false;
  }
}

const pathsOf = (id: string): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).map(([from, to]) => [from, to.replaceAll("__site__", id)]));

/** The data with everything unverified, because no saved page was counted yet. */
function withoutEvidence(site: Omit<SiteSource, "pages" | "evidence">): SiteSource {
  const none = (roles: SiteSource["selectors"]) =>
    Object.fromEntries(
      Object.entries(roles).map(([role, list]) => [role, list.map(() => "unverified" as const)]),
    );
  const evidence = { selectors: none(site.selectors), labels: none(site.labels) };
  return SiteSource.parse({ ...site, pages: {}, evidence });
}

/**
 * Writes the files of a new site and the lists made from them.
 * @returns the paths of the written files
 * @throws Error if the site cannot be made
 */
export function createSite(site: NewSite, root = ROOT): string[] {
  const fault = faultOf(site, root);
  if (fault) throw new Error(fault);
  const { id, host, name } = site;
  const words: Record<string, string> = {
    __site__: id,
    __Site__: `${id[0]!.toUpperCase()}${id.slice(1)}`,
    __host__: host,
    __Name__: name,
  };
  const paths = pathsOf(id);
  for (const [from, to] of Object.entries(paths)) {
    const isData = from === "site.json";
    const text = readFileSync(join(SKELETON, from), "utf8").replace(/__(?:site|Site|host|Name)__/g, (word) =>
      isData ? JSON.stringify(words[word]).slice(1, -1) : words[word]!,
    );
    mkdirSync(dirname(join(root, to)), { recursive: true });
    writeFileSync(join(root, to), isData ? sourceText(withoutEvidence(JSON.parse(text))) : text);
  }
  return [...Object.values(paths), ...writeLists(root)];
}

/** Scripts that generate files from the sites' data, in the order of their dependencies. */
const GENERATORS = ["scripts/ruleset/bundle.ts", "scripts/sites/docs.ts", "scripts/ruleset/docs.ts"];

if (import.meta.main) {
  const [id = "", host = `${id}.com`, name = `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`] =
    process.argv.slice(2);
  try {
    const files = createSite({ id, host, name });
    for (const file of files) console.log(file);
    for (const script of GENERATORS) spawnSync(process.execPath, [join(ROOT, script)], { stdio: "inherit" });
    /* Line breaks and the order of imports depend on the names. */
    spawnSync("biome", ["check", "--write", ...files], { cwd: ROOT, stdio: "inherit" });
  } catch (error) {
    console.error(`npm run new:site <name> [host] [display name]\n${(error as Error).message}`);
    process.exitCode = 2;
  }
}
