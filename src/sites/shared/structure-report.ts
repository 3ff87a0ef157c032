import type { SiteId } from "../../domain/vocabulary.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import { pathShape } from "./routes.ts";

/**
 * A page by its structure alone, for a report that a site is not read: tag names, roles, names of attributes, how often
 * and how deep. No text, name, number or address of the page: every word printed is one of the lists below, of HTML, or
 * of the site's own data (a property test keeps it so).
 */

/** Elements looked at and lines printed, at most. */
const MOST_ELEMENTS = 6_000;
const MOST_LINES = 150;

/** Names of elements and roles. */
const WORDS = new Set(
  "body main section article header footer nav aside div span p a button ul ol li h1 h2 h3 form input textarea label img video svg path i time dialog iframe link list listitem navigation region feed group menu menuitem tab tablist textbox presentation heading toolbar complementary banner search status listbox option".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "role data-testid data-e2e aria-label aria-labelledby aria-pressed aria-posinset aria-hidden aria-haspopup aria-expanded aria-checked aria-modal contenteditable hidden".split(
    " ",
  ),
);

/** One value test of a selector: the attribute, how it is compared, and the word. */
const TEST = /\[([\w-]+)(?:([~|^$*]?)="([^"]*)")?\]/g;
const TAG = /(?:^|[\s>,(])([a-z][\w-]*)/g;

interface Known {
  tags: Set<string>;
  names: Set<string>;
  tests: { name: string; how: string; word: string }[];
}

/** The words that the site's data themselves use. */
function knownOf({ selectors }: SiteData): Known {
  const known: Known = { tags: new Set(WORDS), names: new Set(ATTRIBUTES), tests: [] };
  for (const one of Object.values(selectors).flat()) {
    for (const [, name, how, word] of one.matchAll(TEST)) {
      if (/^(class|id|style|href|alt)$/.test(name!)) continue;
      known.names.add(name!);
      if (word) known.tests.push({ name: name!, how: how!, word });
    }
    for (const [, tag] of one.replace(TEST, "").matchAll(TAG)) known.tags.add(tag!);
  }
  return known;
}

/** One element in words of the lists. */
function wordsOf(el: Element, { tags, names, tests }: Known): string {
  let out = tags.has(el.localName) ? el.localName : "*";
  for (const { name, value } of [...el.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!names.has(name)) continue;
    const test = tests.find(
      (one) =>
        one.name === name &&
        (one.how === "^"
          ? value.startsWith(one.word)
          : one.how === "$"
            ? value.endsWith(one.word)
            : value === one.word),
    );
    const said = test
      ? `="${test.how === "$" ? "*" : ""}${test.word}${test.how === "^" ? "*" : ""}"`
      : name === "role" && WORDS.has(value)
        ? `="${value}"`
        : "";
    out += ` ${name}${said}`;
  }
  return out;
}

/** The report, made in steps; the commonest lines where there are too many. */
export function* structureOf(doc: Document, site: SiteId, data: SiteData): Generator<void, string> {
  const known = knownOf(data);
  const lines = new Map<string, number>();
  const root = doc.body;
  let left = MOST_ELEMENTS;
  const stack: [Element, number][] = root ? [[root, 0]] : [];
  while (stack.length && left-- > 0) {
    const [el, depth] = stack.pop()!;
    yield;
    if (/^(script|style|template|noscript)$/.test(el.localName)) continue;
    const words = wordsOf(el, known);
    /* Bare boxes are told by depth alone, through what they hold. */
    if (words !== "div" && words !== "span") {
      const line = `${depth} ${words}`;
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
    for (let child = el.lastElementChild; child; child = child.previousElementSibling)
      stack.push([child, depth + 1]);
  }
  const kept = [...lines];
  if (kept.length > MOST_LINES) {
    const least = kept.map(([, n]) => n).sort((a, b) => b - a)[MOST_LINES - 1]!;
    while (kept.length > MOST_LINES) {
      const at = kept.findLastIndex(([, n]) => n <= least);
      kept.splice(at < 0 ? MOST_LINES : at, 1);
    }
  }
  return [
    `${site} ${pathShape(doc.location.pathname)}`,
    ...Object.entries(data.selectors).map(
      ([role, list]) => `${role}: ${list.length ? doc.querySelectorAll(list.join(",")).length : 0}`,
    ),
    ...kept.map(([line, n]) => (n > 1 ? `${line} x${n}` : line)),
  ].join("\n");
}
