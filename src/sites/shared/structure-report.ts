import type { SiteId } from "../../domain/vocabulary.ts";
import type { SiteData } from "../../engine/ruleset/schema/index.ts";
import { pathShape } from "./routes.ts";

/**
 * Describes the structure of a page for a report that a site is not recognised: tag names, roles and attribute names
 * with their depth and number. It contains no text, name, number or address of the page: every printed word comes from
 * the lists below, from HTML or from the site's own data (a property test enforces it).
 */

/** Limits of the elements read and the lines printed. */
const MAX_ELEMENTS = 6_000;
const MAX_LINES = 150;

/** Names of elements and roles. */
const ELEMENTS_AND_ROLES = new Set(
  "body main section article header footer nav aside div span p a button ul ol li h1 h2 h3 form input textarea label img video svg path i time dialog iframe link list listitem navigation region feed group menu menuitem tab tablist textbox presentation heading toolbar complementary banner search status listbox option".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "role data-testid data-e2e aria-label aria-labelledby aria-pressed aria-posinset aria-hidden aria-haspopup aria-expanded aria-checked aria-modal contenteditable hidden".split(
    " ",
  ),
);

/** One attribute test of a selector: name, operator and value. */
const TEST = /\[([\w-]+)(?:([~|^$*]?)="([^"]*)")?\]/g;
const TAG = /(?:^|[\s>,(])([a-z][\w-]*)/g;

interface SafeNames {
  tags: Set<string>;
  names: Set<string>;
  tests: { name: string; how: string; word: string }[];
}

/** The names and values that may be printed because the site's data contain them. */
function safeNamesOf({ selectors }: SiteData): SafeNames {
  const safe: SafeNames = { tags: new Set(ELEMENTS_AND_ROLES), names: new Set(ATTRIBUTES), tests: [] };
  for (const one of Object.values(selectors).flat()) {
    for (const [, name, how, word] of one.matchAll(TEST)) {
      if (/^(class|id|style|href|alt)$/.test(name!)) continue;
      safe.names.add(name!);
      if (word) safe.tests.push({ name: name!, how: how!, word });
    }
    for (const [, tag] of one.replace(TEST, "").matchAll(TAG)) safe.tags.add(tag!);
  }
  return safe;
}

/** Describes one element with printable names only. */
function describeElement(el: Element, { tags, names, tests }: SafeNames): string {
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
    const shownValue = test
      ? `="${test.how === "$" ? "*" : ""}${test.word}${test.how === "^" ? "*" : ""}"`
      : name === "role" && ELEMENTS_AND_ROLES.has(value)
        ? `="${value}"`
        : "";
    out += ` ${name}${shownValue}`;
  }
  return out;
}

/** Makes the report in steps; if it has too many lines, it keeps the most frequent ones. */
export function* structureReport(doc: Document, site: SiteId, data: SiteData): Generator<void, string> {
  const safe = safeNamesOf(data);
  const lines = new Map<string, number>();
  const root = doc.body;
  let left = MAX_ELEMENTS;
  const stack: [Element, number][] = root ? [[root, 0]] : [];
  while (stack.length && left-- > 0) {
    const [el, depth] = stack.pop()!;
    yield;
    if (/^(script|style|template|noscript)$/.test(el.localName)) continue;
    const description = describeElement(el, safe);
    /* Plain containers are left out: the depth of their content shows them. */
    if (description !== "div" && description !== "span") {
      const line = `${depth} ${description}`;
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
    for (let child = el.lastElementChild; child; child = child.previousElementSibling)
      stack.push([child, depth + 1]);
  }
  const kept = [...lines];
  if (kept.length > MAX_LINES) {
    const threshold = kept.map(([, n]) => n).sort((a, b) => b - a)[MAX_LINES - 1]!;
    while (kept.length > MAX_LINES) {
      const at = kept.findLastIndex(([, n]) => n <= threshold);
      kept.splice(at < 0 ? MAX_LINES : at, 1);
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
