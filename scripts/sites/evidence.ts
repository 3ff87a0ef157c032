/**
 * Counts what every selector and label of the sites' data finds on the saved pages and writes it down beside them.
 * A page made by hand is never evidence. Without saved pages the counts stay and what is new is unverified. `--check` writes nothing and exits 1 where a count differs.
 *
 *   npm run sites:evidence [-- --check]
 */
import { writeFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import type { SiteId } from "../../src/domain/vocabulary.ts";
import type { Evidence, SiteSource } from "./schema.ts";
import { readSites, savedPages, sourceFile } from "./source.ts";

/** Roles for frames in other sites' pages: a match on a page of the site itself proves nothing about a frame. */
const IN_FRAMES = "embed";

interface Page {
  name: string;
  count(selector: string): number;
  says(word: string): number;
}

function open(page: { name: string; html: string }): Page {
  const { document } = parseHTML(page.html);
  const said = new Map<string, number>();
  const add = (text: string | null | undefined) => {
    const word = text?.replace(/\s+/g, " ").trim();
    if (word) said.set(word, (said.get(word) ?? 0) + 1);
  };
  for (const el of document.querySelectorAll("*")) {
    if (el.hasAttribute("aria-label")) add(el.getAttribute("aria-label"));
    else if (el.childNodes.length === 1 && el.firstChild?.nodeType === 3) add(el.textContent);
  }
  return {
    name: page.name,
    count: (selector) => document.querySelectorAll(selector).length,
    says: (word) => said.get(word) ?? 0,
  };
}

/** Counts for one site's data on the saved pages: the pages named in the data, or all of them. */
export function measure(site: SiteId, source: SiteSource, all = false): SiteSource["evidence"] | undefined {
  const pages = savedPages(site)
    .filter(({ name }) => all || name in source.pages)
    .map(open);
  if (pages.length === 0) return undefined;
  const of = (count: (page: Page) => number): Evidence => {
    const found = pages.map((page) => [page.name, count(page)] as const).filter(([, n]) => n > 0);
    return found.length ? Object.fromEntries(found) : "unverified";
  };
  const each = (roles: SiteSource["selectors"], count: (page: Page, entry: string) => number) =>
    Object.fromEntries(
      Object.entries(roles).map(([role, list]) => [
        role,
        list.map((entry) => (role.startsWith(IN_FRAMES) ? "unverified" : of((page) => count(page, entry)))),
      ]),
    );
  return {
    selectors: each(source.selectors, (page, selector) => page.count(selector)),
    labels: each(source.labels, (page, word) => page.says(word)),
  };
}

/**
 * What is known without the saved pages: the counts of before, and nothing yet of a new role or of what was added at the
 * end of a list. Of a list that lost an entry nobody can say any more which count is whose.
 */
export const asBefore = ({ selectors, labels, evidence }: SiteSource): SiteSource["evidence"] => {
  const each = (roles: SiteSource["selectors"], known: SiteSource["evidence"]["selectors"] = {}) =>
    Object.fromEntries(
      Object.entries(roles).map(([role, list]) => {
        const counts = (known[role]?.length ?? 0) > list.length ? [] : (known[role] ?? []);
        return [role, list.map((_, at) => counts[at] ?? ("unverified" as const))];
      }),
    );
  return { selectors: each(selectors, evidence?.selectors), labels: each(labels, evidence?.labels) };
};

/** The file's text: one role for each line, so that a change shows as one line. */
export function sourceText(source: SiteSource): string {
  const {
    name,
    order,
    optional,
    hosts,
    places,
    actions,
    screens,
    selectors,
    labels,
    notes,
    pages,
    evidence,
  } = source;
  const rows = (object: object, indent: string) =>
    Object.entries(object)
      .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const block = (name: string, object: object) =>
    Object.keys(object).length ? `  "${name}": {\n${rows(object, "    ")}\n  }` : `  "${name}": {}`;
  const inner = (name: string, object: object) =>
    Object.keys(object).length ? `    "${name}": {\n${rows(object, "      ")}\n    }` : `    "${name}": {}`;
  return `{\n${[
    `  "name": ${JSON.stringify(name)}`,
    `  "order": ${order}`,
    ...(optional ? [`  "optional": true`] : []),
    `  "hosts": ${JSON.stringify(hosts)}`,
    ...(places ? [block("places", places)] : []),
    block("actions", actions),
    ...(screens ? [block("screens", screens)] : []),
    block("selectors", selectors),
    block("labels", labels),
    ...(notes ? [block("notes", notes)] : []),
    block("pages", pages),
    `  "evidence": {\n${inner("selectors", evidence.selectors)},\n${inner("labels", evidence.labels)}\n  }`,
  ].join(",\n")}\n}\n`;
}

if (import.meta.main) {
  const checking = process.argv.includes("--check");
  for (const [site, source] of readSites()) {
    const known = source.pages ?? {};
    const evidence = measure(site, { ...source, pages: known }, !checking) ?? asBefore(source);
    const day = (name: string) => known[name] ?? /\d{4}-\d{2}(-\d{2})?/.exec(name)?.[0] ?? "";
    const pages = { ...known, ...Object.fromEntries(savedPages(site).map(({ name }) => [name, day(name)])) };
    if (!checking) writeFileSync(sourceFile(site), sourceText({ ...source, pages, evidence }));
    else if (JSON.stringify(evidence) !== JSON.stringify(source.evidence)) {
      console.log(`${site}.json: counts are not what the saved pages hold: npm run sites:evidence`);
      process.exitCode = 1;
    }
  }
}
