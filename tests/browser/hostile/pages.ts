/** The hostile pages of `pages/`, each with the small feed that all of them share. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageSource } from "../lib/types.ts";

const FOLDER = join(import.meta.dirname, "pages");
const BASE = "https://www.facebook.com/hostile/";

export interface HostilePage {
  /** File name without ".html"; its number is the class. */
  name: string;
  title: string;
  /** "asked": the question shows and can be cancelled; "undone": nothing happens, whatever is clicked. */
  expect: "asked" | "undone";
  source: PageSource;
}

const feed = () => `<script>${readFileSync(join(FOLDER, "feed.js"), "utf8")}</script>`;

function pageOf(file: string): HostilePage {
  const html = readFileSync(join(FOLDER, file), "utf8");
  const expect = /name="expect" content="(asked|undone)"/.exec(html)?.[1];
  const title = /<h1>([^<]+)<\/h1>/.exec(html)?.[1];
  if (!expect || !title)
    throw new Error(`${file}: needs a meta "expect" with asked or undone, and a heading`);
  const name = file.replace(/\.html$/, "");
  const whole = html.replace(`<script src="/hostile/feed.js"></script>`, feed);
  return { name, title, expect: expect as HostilePage["expect"], source: { url: BASE + name, html: whole } };
}

export const hostilePages = (): HostilePage[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".html"))
    .map(pageOf);

/** The same page without its attack. */
export const calm = (page: HostilePage): PageSource => ({ ...page.source, url: `${page.source.url}?calm` });

/** Links to all pages, for opening them by hand. */
export function hostileIndex(): PageSource {
  const pages = hostilePages();
  const items = pages.map(
    ({ name, title }) =>
      `<li><a href="/hostile/${name}">${title}</a> (<a href="/hostile/${name}?calm">calm</a>)</li>`,
  );
  const html = `<!doctype html><title>Hostile pages</title><h1>Hostile pages</h1><ul>${items.join("")}</ul>`;
  return { url: BASE, html, others: pages.map((page) => page.source) };
}
