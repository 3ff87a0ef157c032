/**
 * Selectors from outside the package are limited to what cannot be slow and cannot reach into hashed class names:
 * tag names, attribute tests, child (`>`) and descendant, comma lists, `:not()` of one such part, and `:has()` of one
 * relative selector of such parts, at most two in a list and none inside another; 200 characters.
 */
const MAX_SELECTOR_LENGTH = 200;
/** Each makes the browser look through what an element contains, so two are enough for one list. */
const MAX_HAS = 2;

/** Tag or `*`, then attribute tests. Written without nested repeats, so it is linear. */
const NAME = /^[a-z][a-z0-9-]*/;
const ATTRIBUTE = /^\[[a-zA-Z][a-zA-Z0-9_-]*(?:[~|^$*]?="[^"\\<>\n]*"(?: i)?)?\]/;

/**
 * @returns why the selector is not allowed, or undefined where it is.
 * @example selectorFault('div[role="article"] > a:not([href])') // undefined
 */
export function selectorFault(selector: string): "empty" | "too-long" | "not-allowed" | undefined {
  if (selector.trim() === "") return "empty";
  if (selector.length > MAX_SELECTOR_LENGTH) return "too-long";
  const fits = selector.split(",").length <= 20 && selector.split(":has(").length - 1 <= MAX_HAS;
  return fits && isList(selector) ? undefined : "not-allowed";
}

/** Elements that a page may use for anything, so that their name alone says nothing. */
const ANY_ELEMENT = /^(?:\*|html|body|main|div|span)?(?![a-z0-9-])/;
/** Tests that hold nearly everywhere: whether an attribute is there that any element may have, or is not something. */
const EMPTY_TEST = /\[(?:class|id|style|dir|lang)\]|:not\((?:[^()]|:has\([^()]*\))*\)/g;
/** What an element contains narrows it as much as the last part of that does. */
const CONTAINED = /:has\(([^()]*(?:\([^()]*\))?[^()]*)\)/g;

/**
 * Whether a selector takes in whatever is on a page, because one of its alternatives ends in an element of any kind that
 * no attribute narrows. Only for allowed selectors.
 */
export function isBroad(selector: string): boolean {
  /* What stands inside of attribute values separates nothing. */
  const bare = selector.replace(/"[^"]*"/g, '""').replace(EMPTY_TEST, "");
  const marked = bare.replace(CONTAINED, (_, contained: string) => (isAny(contained) ? "" : "[has]"));
  return marked.split(",").some(isAny);
}

/** Whether the last part of a selector without commas is met by any element; tests are marked by a bracket. */
function isAny(selector: string): boolean {
  const last = selector.trim().split(/[ >]+/).at(-1)!;
  return ANY_ELEMENT.test(last) && !last.includes("[");
}

function isList(selector: string): boolean {
  let rest = selector.trim();
  for (;;) {
    const next = afterCompound(rest, TOP);
    if (next === undefined) return false;
    if (next === "") return true;
    const joint = /^(?: *, *| *> *| +)/.exec(next);
    if (!joint) return false;
    rest = next.slice(joint[0].length);
  }
}

/** What may stand in a compound beside tag and attribute tests. */
interface Allowed {
  not?: Allowed;
  has?: Allowed;
}
const ONLY_NOT: Allowed = { not: {} };
const TOP: Allowed = { not: { has: ONLY_NOT }, has: ONLY_NOT };

/** What follows one compound (tag, attributes, :not(), :has()), or undefined where there is none. */
function afterCompound(text: string, allowed: Allowed): string | undefined {
  let rest = text;
  const tag = rest.startsWith("*") ? "*" : NAME.exec(rest)?.[0];
  if (tag) rest = rest.slice(tag.length);
  let parts = tag ? 1 : 0;
  for (;;) {
    const attribute = ATTRIBUTE.exec(rest)?.[0];
    if (attribute) {
      rest = rest.slice(attribute.length);
    } else if (allowed.not && rest.startsWith(":not(")) {
      const after = afterCompound(rest.slice(5), allowed.not);
      if (after === undefined || !after.startsWith(")")) return undefined;
      rest = after.slice(1);
    } else if (allowed.has && rest.startsWith(":has(")) {
      const after = afterRelative(rest.slice(5), allowed.has);
      if (after === undefined) return undefined;
      rest = after;
    } else {
      return parts > 0 ? rest : undefined;
    }
    parts += 1;
  }
}

/** What follows one relative selector (compounds by child and descendant) and its bracket. */
function afterRelative(text: string, allowed: Allowed): string | undefined {
  let rest = text.replace(/^ *> */, "");
  for (;;) {
    const next = afterCompound(rest, allowed);
    if (next === undefined) return undefined;
    if (next.startsWith(")")) return next.slice(1);
    const joint = /^(?: *> *| +)/.exec(next);
    if (!joint) return undefined;
    rest = next.slice(joint[0].length);
  }
}
