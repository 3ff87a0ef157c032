/** The pages on which the second line is measured: those with slots, and saved ones whose site's markup is known. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SiteData } from "../../../src/sites/adapter.ts";
import { pagesOf, type SiteName } from "../../../tests/browser/lib/pages.ts";
import type { PageSource } from "../../../tests/browser/lib/types.ts";
import { readSites } from "../../sites/source.ts";

export interface MeasuredPage {
  site: SiteName;
  name: string;
  handMade: boolean;
  source: PageSource;
  /** The site's data without its selectors. */
  data: SiteData;
}

const SAVED = join(process.env.JN_SHARED ?? resolve(import.meta.dirname, "../../../../shared"), "pages");
const OWN = resolve(import.meta.dirname, "../../../tests/browser/pages");

/** File and address of each saved page, by the list beside them. */
function addresses(): Map<string, string> {
  const list = join(SAVED, "MANIFEST.csv");
  if (!existsSync(list)) return new Map();
  const rows = [...readFileSync(list, "utf8").matchAll(/^"[^"]*","([^"]*)","([^"]*)"/gm)];
  return new Map(rows.map(([, file, url]) => [file!, url!]));
}

/** The client pages show a campaign's account and its words already; here both are put in where they are measured. */
const neutralised = (html: string): string =>
  html
    .replace(/Relawan Airin(?:-| )Ade(?: Menang)?/g, "Akun Kebun Satu")
    .replace(/relawanairin\w*/gi, "akunkebunsatu")
    .replace(/airinademenang/gi, "kanalkebun")
    .replace(/Ayo coblos[^<"]*/g, "Menanam cabai di halaman")
    .replace(/(?:Menangkan|Pilih) Airin[^<"]*/g, "Menyiram tanaman setiap pagi");

/** Saved pages without slots. */
function unslotted(site: SiteName): { name: string; source: PageSource }[] {
  const folder = join(SAVED, site);
  if (!existsSync(folder)) return [];
  const urls = addresses();
  const css = readFileSync(join(OWN, "test.css"), "utf8");
  return readdirSync(folder)
    .filter(
      (file) => file.endsWith(".html") && !existsSync(join(folder, file.replace(/html$/, "slots.json"))),
    )
    .flatMap((file) => {
      const url = urls.get(file) ?? [...urls].find(([one]) => one.startsWith(file.slice(0, 11)))?.[1];
      const html = readFileSync(join(folder, file), "utf8");
      return url ? [{ name: basename(file, ".html"), source: { url, html, css } }] : [];
    });
}

/** @param handMade only those that are part of the project */
export function measuredPages(handMade = false): MeasuredPage[] {
  return readSites().flatMap(([site, { hosts, labels }]) => {
    const data = { hosts, labels, selectors: {} } as unknown as SiteData;
    const slotted = pagesOf(site).map(({ name, source, handMade: own }) => ({
      site,
      name,
      handMade: own,
      source,
      data,
    }));
    const more = handMade ? [] : unslotted(site).map((one) => ({ ...one, site, handMade: false, data }));
    return [...slotted, ...more]
      .filter((page) => !handMade || page.handMade)
      .map((page) => ({ ...page, source: { ...page.source, html: neutralised(page.source.html) } }));
  });
}
