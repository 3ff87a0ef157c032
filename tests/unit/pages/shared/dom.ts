import { parseHTML } from "linkedom";
import { type ComponentChild, render } from "preact";

/** A document for Preact to draw into. linkedom has no layout and no trust: the browser tests cover both. */
export function draw(what: ComponentChild): { root: HTMLElement; redraw(next: ComponentChild): void } {
  const { document } = parseHTML("<!doctype html><html><body><div></div></body></html>");
  Object.assign(globalThis, { document });
  const root = document.querySelector("div") as unknown as HTMLElement;
  render(what, root);
  return { root, redraw: (next) => render(next, root) };
}

/** Text as a reader gets it: blocks are apart, and what only shows once the script is gone is not read. */
export function text(node: Element): string {
  const parts: string[] = [];
  const walk = (at: Node) => {
    if (at.nodeType === 1 && (at as Element).classList.contains("ended")) return;
    if (at.nodeType === 3) parts.push(at.textContent ?? "");
    for (const child of at.childNodes) walk(child);
    if (at.nodeType === 1 && /^(P|LI|H1|H2|H3|BUTTON|DT|DD|SPAN|BLOCKQUOTE|SUMMARY|TD|TH)$/.test(at.nodeName))
      parts.push(" ");
  };
  walk(node);
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** Fires an event as the browser would for a real user (`trusted`), or as a script can. */
export function fire(target: Element, type: string, trusted: boolean, more: object = {}): void {
  const view = target.ownerDocument.defaultView as unknown as { Event: typeof Event };
  const event = new view.Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: trusted });
  Object.assign(event, more);
  target.dispatchEvent(event);
}
