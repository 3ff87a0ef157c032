import { TOP_LAYER } from "./top-layer.ts";

/**
 * Top layer elements of the document and of all shadow roots, closed ones too, which extensions may open
 * (`chrome.dom.openOrClosedShadowRoot`, in Firefox a property of the element). Visits every element of the page, so call
 * it only when a decision depends on it.
 */
export function topLayerDeep(doc: Document): Element[] {
  const found: Element[] = [];
  const roots: (Document | ShadowRoot)[] = [doc];
  for (let root = roots.pop(); root; root = roots.pop()) {
    found.push(...root.querySelectorAll(TOP_LAYER));
    for (const element of root.querySelectorAll("*")) {
      const inner = rootOf(element);
      if (inner) roots.push(inner);
    }
  }
  return found;
}

interface WithRoot {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface ChromeDom {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
}

function rootOf(element: Element): ShadowRoot | null {
  const dom = (globalThis as { chrome?: ChromeDom }).chrome?.dom;
  try {
    if (dom?.openOrClosedShadowRoot) return dom.openOrClosedShadowRoot(element);
  } catch {
    return element.shadowRoot; /* thrown for elements that cannot have a shadow root */
  }
  return (element as WithRoot).openOrClosedShadowRoot ?? element.shadowRoot;
}
