import { parseHTML } from "linkedom";
import { type ComponentChild, render } from "preact";

/** Renders into a document of linkedom, which has neither layout nor trusted events: the browser tests cover both. */
export function draw(child: ComponentChild): { root: HTMLElement; redraw(next: ComponentChild): void } {
  const { document } = parseHTML("<!doctype html><html><body><div></div></body></html>");
  Object.assign(globalThis, { document });
  const root = document.querySelector("div") as unknown as HTMLElement;
  render(child, root);
  return { root, redraw: (next) => render(next, root) };
}

/** The text as a reader sees it: blocks are separated, and the part for an ended script is left out. */
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

/** Fires an event as the browser does for a real user (`trusted`), or as a script can. */
export function fire(target: Element, type: string, trusted: boolean, more: object = {}): void {
  const view = target.ownerDocument.defaultView as unknown as { Event: typeof Event };
  const event = new view.Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: trusted });
  Object.assign(event, more);
  target.dispatchEvent(event);
}
