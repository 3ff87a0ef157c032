/** The hand-written data of the sites, src/sites/<site>/site.json, as scripts and tests read it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SiteId } from "../../src/domain/vocabulary.ts";
import { SiteSource } from "./schema.ts";

export const ROOT = resolve(import.meta.dirname, "../..");

/** The path of a site's data. */
export const sourceFile = (site: SiteId, root = ROOT): URL =>
  pathToFileURL(join(root, "src/sites", site, "site.json"));

/**
 * Every site whose folder contains data, sorted by `order`.
 * @throws Error naming the file whose data do not match the schema
 */
export function readSites(root = ROOT): [SiteId, SiteSource][] {
  const folder = join(root, "src/sites");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "site.json")))
    .sort()
    .map((name): [SiteId, SiteSource] => [name as SiteId, readSite(sourceFile(name as SiteId, root))])
    .sort(([, a], [, b]) => a.order - b.order);
}

function readSite(file: URL): SiteSource {
  const read = SiteSource.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`${file.pathname}: ${faults.join("; ")}`);
}

/** The part that goes into the bundled ruleset. */
export const bundledSites = () =>
  Object.fromEntries(
    readSites().map(([id, { hosts, selectors, labels }]) => [id, { hosts, selectors, labels }]),
  );

/** Folder of saved pages, where it exists; not part of the project. */
export function savedPages(site: SiteId): { name: string; html: string }[] {
  const shared = process.env.JN_SHARED ?? resolve(import.meta.dirname, "../../../shared");
  const folder = join(shared, "pages", site);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html") && !file.startsWith("hand_"))
    .sort()
    .map((file) => ({ name: file.slice(0, -5), html: readFileSync(join(folder, file), "utf8") }));
}
