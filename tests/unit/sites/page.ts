import fs from "node:fs";
import path from "node:path";
import { parseHTML } from "linkedom";

/** Saved pages are outside of the project; tests that need them are skipped if they are absent. */
export const SHARED = process.env.JN_SHARED ?? path.resolve(import.meta.dirname, "../../../../shared");
export const hasShared = fs.existsSync(path.join(SHARED, "pages/MANIFEST.csv"));

/** A read-only document with its real address. */
export function documentOf(html: string, url: string): Document {
  const { document } = parseHTML(html);
  Object.defineProperty(document, "location", { value: new URL(url), configurable: true });
  Object.defineProperty(document, "baseURI", { value: url, configurable: true });
  return document as unknown as Document;
}

/** Appends an element to the page, as an app does with a dialog or menu. */
export function appendHtml(doc: Document, html: string): Element {
  const box = doc.createElement("div");
  box.innerHTML = html;
  doc.body.append(box);
  return box.firstElementChild!;
}

export function pageFile(name: string): string {
  const own = path.resolve(import.meta.dirname, "../../browser/pages", name);
  return fs.readFileSync(fs.existsSync(own) ? own : path.join(SHARED, "pages", name), "utf8");
}
