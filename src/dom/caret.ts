import { isEditable } from "./text.ts";

/**
 * A click leaves a caret in the page's text that nobody sees. Beside a modal dialog, Chromium looks through the whole
 * page at every change of focus for a place where it could stand (8 ms of 40 on a saved page). So it is put away while
 * a question is open, and put back; never one in an editor, nor where a custom element may hide one, nor a selection.
 * @returns puts it back, unless the page set another.
 */
export function suspendCaret(doc: Document): () => void {
  const selection = doc.getSelection?.();
  const at = selection?.anchorNode;
  const focused = doc.activeElement;
  const safe = (el: Element | null) => !el || (!isEditable(el) && !/-|frame/.test(el.localName));
  const element = at?.nodeType === 1 ? (at as Element) : at?.parentElement;
  if (!at || !selection?.isCollapsed || !safe(focused) || !safe(element ?? null)) return () => {};
  const offset = selection.anchorOffset;
  selection.removeAllRanges();
  return () => {
    if (selection.rangeCount || !at.isConnected) return;
    selection.collapse(at, Math.min(offset, at.nodeType === 1 ? at.childNodes.length : (at as Text).length));
  };
}
