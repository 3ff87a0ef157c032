/**
 * The way of an event through open shadow roots, node by node, as its `composedPath()` has it: from an element to the
 * slot it is shown in, to its parent, and out of a shadow root to its host. Only sites that are built of web components
 * ask for it; the innermost element, where it starts, comes from the event itself (`targetOf` in src/dom/events.ts).
 */

/** The next element on the way up; null at the root of the document. */
function composedParent(el: Element): Element | null {
  const up = el.assignedSlot ?? el.parentNode;
  if (!up) return null;
  return up.nodeType === 1 ? (up as Element) : ((up as ShadowRoot).host ?? null);
}

/** The nearest element on the way up, itself included, that matches: `closest` across shadow roots and slots. */
export function closestAcross(el: Element, selector: string): Element | null {
  for (let at: Element | null = el; at; at = composedParent(at)) if (at.matches(selector)) return at;
  return null;
}

/** A document or root and every open shadow root in it. */
export function openRootsIn(root: ParentNode): ParentNode[] {
  const inside = [...root.querySelectorAll("*")].flatMap((el) =>
    el.shadowRoot ? openRootsIn(el.shadowRoot) : [],
  );
  return [root, ...inside];
}

/** All below an element that match, in open shadow roots too; for small parts of a page (one post, one editor). */
export function allAcross(root: Element | ShadowRoot, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  const inside = (root as Element).shadowRoot;
  if (inside) found.push(...allAcross(inside, selector));
  for (const el of root.querySelectorAll("*"))
    if (el.shadowRoot) found.push(...allAcross(el.shadowRoot, selector));
  return [...new Set(found)];
}
