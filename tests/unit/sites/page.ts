import fs from "node:fs";
import path from "node:path";
import { parseHTML } from "linkedom";

/** Saved pages lie outside of the project; where they are absent the tests that need them say so. */
export const SHARED = process.env.JN_SHARED ?? path.resolve(import.meta.dirname, "../../../../shared");
export const hasShared = fs.existsSync(path.join(SHARED, "pages/MANIFEST.csv"));

/** A document as a page under its real address, for reading only. */
export function documentOf(html: string, url: string): Document {
  const { document } = parseHTML(html);
  Object.defineProperty(document, "location", { value: new URL(url), configurable: true });
  Object.defineProperty(document, "baseURI", { value: url, configurable: true });
  return document as unknown as Document;
}

export function pageFile(name: string): string {
  const own = path.resolve(import.meta.dirname, "../../browser/pages", name);
  return fs.readFileSync(fs.existsSync(own) ? own : path.join(SHARED, "pages", name), "utf8");
}
