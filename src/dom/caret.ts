import { isEditable } from "./text.ts";

/**
 * Removes the invisible caret that a click leaves in the page's text, while a question is open. With a modal dialog
 * open, Chromium searches the whole page for a place for that caret at every change of focus (8 ms of 40 on a saved
 * page). Leaves alone selections, carets in editors, and carets where a custom element may contain an editor.
 * @returns restores the caret, unless the page set another one
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
