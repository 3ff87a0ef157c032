/** What lies in the browser's top layer beside the question, in the document and in every shadow root. */

/** What fills the screen lies there, too: beside a modal dialog Chromium's hit test finds it as little as a popover. */
const TOP_LAYER = ":popover-open,dialog:modal,:fullscreen";

/** Elements of the document itself; quick, and blind for shadow roots. */
export const topLayer = (doc: Document): Element[] => [...doc.querySelectorAll(TOP_LAYER)];

/**
 * The same with all shadow roots, closed ones too: extensions may look into them (`chrome.dom.openOrClosedShadowRoot`,
 * in Firefox a property of the element). Looks at every element of the page: only for moments that decide something.
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
    return element.shadowRoot; /* not an element that may have one */
  }
  return (element as WithRoot).openOrClosedShadowRoot ?? element.shadowRoot;
}
