/** Readers of text, links and controls, shared by the sites. They never change the page. */

const BLOCK = new Set(["P", "DIV", "LI", "UL", "OL", "BLOCKQUOTE", "H1", "H2", "H3", "H4"]);

/** What `isHiddenCopy` skips, as a selector; and all elements whose text is not simply their `textContent`. */
const HIDDEN_COPIES = '[data-0],[aria-hidden="true"],[hidden],script,style,svg';
const NEEDS_WALK = `img,br,p,div,li,ul,ol,blockquote,h1,h2,h3,h4,${HIDDEN_COPIES}`;

/** The text a subtree shows: emoji images by their `alt`, line breaks kept, decoys and hidden copies skipped. */
export function plainText(root: Element, skip = ""): string {
  let out = "";
  let hasHiddenCopies = true;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      out += (node as Text).data;
      return;
    }
    if (node.nodeType !== 1) return;
    const el = node as Element;
    const name = el.nodeName;
    if (hasHiddenCopies && el !== root && isHiddenCopy(el, name)) return;
    if (skip && el !== root && el.matches(skip)) return;
    if (name === "IMG") out += el.getAttribute("alt") ?? "";
    else if (name === "BR") out += "\n";
    else {
      const block = BLOCK.has(name);
      if (block && out && !out.endsWith("\n")) out += "\n";
      for (let child = el.firstChild; child; child = child.nextSibling) walk(child);
      if (block && out && !out.endsWith("\n")) out += "\n";
    }
  };
  /* With text and plain inline elements only, the browser joins the text much faster than a walk. */
  if (skip || root.querySelector(NEEDS_WALK) || root.matches("img,br")) {
    /* Most subtrees have nothing to skip: test that once instead of for every element. */
    hasHiddenCopies = !!root.querySelector(HIDDEN_COPIES);
    walk(root);
  } else out = root.textContent ?? "";
  /* Most texts have no spaces to fold: one test instead of three replacements. */
  if (FOLDABLE.test(out))
    out = out
      .replace(/[\u200b\u2060\ufeff]/g, "")
      .replace(/[ \t\u00a0]+/g, " ")
      .replace(/ ?\n ?/g, "\n");
  return out.trim();
}

const FOLDABLE = /[\u200b\u2060\ufeff\t\u00a0\n]| {2}/;

/** True for Facebook's decoys (`data-0`) and for everything hidden from screen readers. */
export function isHiddenCopy(el: Element, name = el.nodeName): boolean {
  return (
    HIDDEN_ELEMENTS.has(name) ||
    el.hasAttribute("data-0") ||
    el.getAttribute("aria-hidden") === "true" ||
    el.hasAttribute("hidden")
  );
}

const HIDDEN_ELEMENTS = new Set(["SCRIPT", "STYLE", "SVG", "svg"]);

/** The text as one line, spaces folded. */
export function line(el: Element | null | undefined): string {
  const text = el ? plainText(el) : "";
  return NOT_PLAIN.test(text) ? oneLine(text) : text;
}

/** Icon fonts draw letters of the private use area, which are no part of a name or label. */
const ICON_LETTERS = /\p{Co}+/gu;
const NOT_PLAIN = /[^\S ]| {2}|\p{Co}/u;
const oneLine = (text: string): string => text.replace(ICON_LETTERS, "").replace(/\s+/g, " ").trim();

/** The name of a control: its aria-label, else its text if that is short. */
export function labelOf(el: Element): string {
  const aria = el.getAttribute("aria-label");
  if (aria !== null) return oneLine(aria);
  const text = el.textContent ?? "";
  return text.length > 200 ? "" : line(el);
}

/** A path of plain segments, as most links of a feed have: it needs no URL parser. */
const PLAIN_PATH = /^(?:\/(?!\.)[\w.@~-]+)+\/?$/;
const NO_QUERY = new URLSearchParams();
/** The last base URL and its origin. */
let lastBase = { base: "", origin: "" };

/** The parsed address of a link; null for a link without one of its own, or an address that cannot be parsed. */
export function pathOf(
  link: Element | null,
): { parts: string[]; query: URLSearchParams; url: string } | null {
  const href = link?.getAttribute("href");
  if (!href || href.startsWith("#") || href.startsWith("?")) return null;
  const base = link!.ownerDocument.baseURI;
  if (lastBase.base !== base) lastBase = { base, origin: URL.parse(base)?.origin ?? "" };
  const { origin } = lastBase;
  const path = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
  if (!origin.startsWith("http") || !PLAIN_PATH.test(path)) return pathOfUrl(href, base);
  return { parts: path.split("/").filter(Boolean), query: NO_QUERY, url: `${origin}${path}` };
}

/** Like `pathOf`, for an address. */
export function pathOfUrl(
  href: string,
  base?: string,
): { parts: string[]; query: URLSearchParams; url: string } | null {
  try {
    const url = new URL(href, base);
    return {
      parts: url.pathname.split("/").filter(Boolean),
      query: url.searchParams,
      url: `${url.origin}${url.pathname}`,
    };
  } catch {
    return null;
  }
}

/** Matching elements that are not inside another match. */
export function outermost(root: ParentNode, selector: string): Element[] {
  if (!selector) return [];
  if (looksInside(selector)) {
    const kept: Element[] = [];
    for (const el of root.querySelectorAll(selector)) if (!kept.at(-1)?.contains(el)) kept.push(el);
    return kept;
  }
  return [...root.querySelectorAll(selector)].filter((el) => !el.parentElement?.closest(selector));
}

/** Like `outermost` for the page, but only the match around this element, else those inside it. */
export function outermostAt(el: Element, selector: string): Element[] {
  if (!selector) return [];
  const around = outermostAbove(el, selector);
  return around ? [around] : outermost(el, selector);
}

/**
 * Of a selector with `:has()` browsers remember what they found inside of elements during one search of the page, but not
 * while climbing: on deeply nested elements that takes seconds.
 */
const looksInside = (selector: string): boolean => selector.includes(":has(");

/** The outermost ancestor (or self) that matches. */
export function outermostAbove(el: Element, selector: string): Element | null {
  if (looksInside(selector))
    return [...el.ownerDocument.querySelectorAll(selector)].find((one) => one.contains(el)) ?? null;
  let found: Element | null = null;
  for (let at = el.closest(selector); at; at = at.parentElement?.closest(selector) ?? null) found = at;
  return found;
}

/**
 * Caches what was read of an element until its text (decoys included) or first link changes: comparing those is one
 * browser call each, instead of a walk over the subtree at every click.
 * @param image selector of what else counts as a change: pictures by `alt`, times by `datetime`.
 */
export function cachedReader<T>(read: (el: Element) => T, link: string, image = ""): (el: Element) => T {
  const cache = new WeakMap<Element, { text: string | null; href: string | null; alt: string; value: T }>();
  return (el) => {
    const text = el.textContent;
    const href = el.querySelector(link)?.getAttribute("href") ?? null;
    let alt = "";
    if (image)
      for (const one of el.querySelectorAll(image))
        alt += `${one.getAttribute("alt") ?? one.getAttribute("datetime")}\u0001`;
    const before = cache.get(el);
    if (before && before.text === text && before.href === href && before.alt === alt) return before.value;
    const value = read(el);
    cache.set(el, { text, href, alt, value });
    return value;
  };
}

/** The nearest ancestor, without the element itself, that the test accepts. */
export function closestAncestor(el: Element, test: (up: Element) => boolean): Element | null {
  let at = el.parentElement;
  while (at && !test(at)) at = at.parentElement;
  return at;
}

/** The text in an editor, trimmed. */
export const draftOf = (editor: Element): string =>
  /^(textarea|input)$/.test(editor.localName)
    ? (editor as HTMLTextAreaElement).value.trim()
    : plainText(editor);

export const isDisabled = (control: Element): boolean =>
  control.getAttribute("aria-disabled") === "true" || (control as HTMLButtonElement).disabled === true;

export const isEditable = (el: Element | undefined): boolean =>
  !!el?.closest(
    'input,textarea,select,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]',
  );

/** True for controls on which the browser itself turns Enter and Space into a click. */
export const isNative = (el: Element): boolean =>
  /^(button|a|input|summary|select|textarea)$/i.test(el.localName);

/** The post nearest to the middle of the window: single-letter shortcuts act on it if nothing has focus. */
export function mostCentral(posts: readonly Element[]): Element | null {
  let best: Element | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const post of posts) {
    const box = post.getBoundingClientRect();
    const view = post.ownerDocument.defaultView;
    const d = Math.abs(box.top + box.height / 2 - (view?.innerHeight ?? 0) / 2);
    if (d < distance) {
      distance = d;
      best = post;
    }
  }
  return best;
}
