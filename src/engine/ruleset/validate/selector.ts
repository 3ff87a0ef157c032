/**
 * Selectors from outside the package are limited to what cannot be slow and cannot reach into hashed class names:
 * tag names, attribute tests, child (`>`) and descendant, comma lists, and `:not()` of one such part; 200 characters.
 */
const MAX_SELECTOR_LENGTH = 200;

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
  return selector.split(",").length <= 20 && isList(selector) ? undefined : "not-allowed";
}

/** Elements that a page may use for anything, so that their name alone says nothing. */
const ANY_ELEMENT = /^(?:\*|html|body|main|div|span)?(?![a-z0-9-])/;
/** Tests that hold nearly everywhere: whether an attribute is there that any element may have, or is not something. */
const EMPTY_TEST = /\[(?:class|id|style|dir|lang)\]|:not\([^)]*\)/g;

/**
 * Whether a selector takes in whatever is on a page, because one of its alternatives ends in an element of any kind that
 * no attribute narrows. Only for allowed selectors.
 */
export function isBroad(selector: string): boolean {
  /* What stands inside of attribute values separates nothing. */
  const bare = selector.replace(/"[^"]*"/g, '""').replace(EMPTY_TEST, "");
  return bare.split(",").some((one) => {
    const last = one.trim().split(/[ >]+/).at(-1)!;
    return ANY_ELEMENT.test(last) && !last.includes("[");
  });
}

function isList(selector: string): boolean {
  let rest = selector.trim();
  for (;;) {
    const next = afterCompound(rest, false);
    if (next === undefined) return false;
    if (next === "") return true;
    const joint = /^(?: *, *| *> *| +)/.exec(next);
    if (!joint) return false;
    rest = next.slice(joint[0].length);
  }
}

/** What follows one compound (tag, attributes, :not()), or undefined where there is none. */
function afterCompound(text: string, inside: boolean): string | undefined {
  let rest = text;
  const tag = rest.startsWith("*") ? "*" : NAME.exec(rest)?.[0];
  if (tag) rest = rest.slice(tag.length);
  let parts = tag ? 1 : 0;
  for (;;) {
    const attribute = ATTRIBUTE.exec(rest)?.[0];
    if (attribute) {
      rest = rest.slice(attribute.length);
    } else if (!inside && rest.startsWith(":not(")) {
      const after = afterCompound(rest.slice(5), true);
      if (after === undefined || !after.startsWith(")")) return undefined;
      rest = after.slice(1);
    } else {
      return parts > 0 ? rest : undefined;
    }
    parts += 1;
  }
}
