/**
 * Climbs through open shadow roots as an event's `composedPath()` does: from an element to its assigned slot, to its
 * parent, and from a shadow root to its host. Only sites built of web components need it; the innermost element, where
 * the climb starts, comes from the event itself (`targetOf` in src/dom/events.ts).
 */

/** The parent in the composed tree; null at the root of the document. */
function composedParent(el: Element): Element | null {
  const up = el.assignedSlot ?? el.parentNode;
  if (!up) return null;
  return up.nodeType === 1 ? (up as Element) : ((up as ShadowRoot).host ?? null);
}

/** Like `closest`, but across shadow roots and slots. */
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

/** Like `querySelectorAll`, but into open shadow roots; for small parts of a page (one post, one editor). */
export function allAcross(root: Element | ShadowRoot, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  const inside = (root as Element).shadowRoot;
  if (inside) found.push(...allAcross(inside, selector));
  for (const el of root.querySelectorAll("*"))
    if (el.shadowRoot) found.push(...allAcross(el.shadowRoot, selector));
  return [...new Set(found)];
}
