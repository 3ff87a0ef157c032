/** The hand-written data of the sites, assets/rulesets/source/sites/<site>.json, as scripts and tests read it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SITE_IDS, type SiteId } from "../../src/domain/vocabulary.ts";

const FOLDER = new URL("../../assets/rulesets/source/sites/", import.meta.url);

/** Number of matching elements by saved page, or "unverified" where no saved page has any. */
export type Evidence = Readonly<Record<string, number>> | "unverified";

export interface SiteSource {
  hosts: readonly string[];
  selectors: Readonly<Record<string, readonly string[]>>;
  labels: Readonly<Record<string, readonly string[]>>;
  /** Explanation of a role, or facts about it from elsewhere. */
  notes?: Readonly<Record<string, string>>;
  /** Day of saving, by page name. */
  pages: Readonly<Record<string, string>>;
  /** One for each entry of `selectors` and `labels`, in their order. */
  evidence: {
    selectors: Readonly<Record<string, readonly Evidence[]>>;
    labels: Readonly<Record<string, readonly Evidence[]>>;
  };
}

export const sourceFile = (site: SiteId): URL => new URL(`${site}.json`, FOLDER);

/** Every site that has data, in the order of `SITE_IDS`. */
export function readSites(): [SiteId, SiteSource][] {
  return SITE_IDS.filter((id) => existsSync(sourceFile(id))).map((id) => [
    id,
    JSON.parse(readFileSync(sourceFile(id), "utf8")) as SiteSource,
  ]);
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
