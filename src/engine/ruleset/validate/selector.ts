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
