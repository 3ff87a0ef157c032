import { passOn } from "../dom/trusted.ts";

/*
 * Keeps the user's events on what we draw from the page. Firefox tells in some of them which node inside a closed shadow
 * root was hit (`originalTarget`, `explicitOriginalTarget`, `rangeParent`): with that node a page reads and rewrites the
 * question. In every browser they tell where in it the pointer is.
 */

const of = (start: string, ends: string): string[] => ends.split(" ").map((end) => start + end);

/** Every event of a user that leaves a shadow root. */
const USER_EVENTS = [
  ...of("pointer", "down up move rawupdate over out enter leave cancel"),
  ...of("mouse", "down up move over out enter leave wheel"),
  ...of("touch", "start move end cancel"),
  ...of("key", "down up press"),
  ...of("focus", "in out"),
  ...of("drag", "start end enter over leave"),
  ...of("select", "start ionchange"),
  ...of("composition", "start update end"),
  ..."gotpointercapture lostpointercapture click dblclick auxclick contextmenu wheel DOMMouseScroll".split(
    " ",
  ),
  ..."MozMousePixelScroll DOMActivate focus blur drag drop copy cut paste beforeinput input".split(" "),
];

/** Where everything in this document is drawn. */
let root: ShadowRoot | undefined;

/** To be called with each drawing. */
export function shield(drawnIn: ShadowRoot): void {
  root = drawnIn;
}

/** What Firefox has of the nodes under an event, whatever its target. */
interface WithOriginals {
  originalTarget?: unknown;
  explicitOriginalTarget?: unknown;
  rangeParent?: unknown;
}

const isInside = (node: unknown): boolean => !!node && (node as Node).getRootNode?.() === root;

/** What a click or key on the host is meant for. Only the root itself tells. */
function innerTarget({ clientX, clientY, detail, pointerType }: PointerEvent): Element | null {
  const byKey = !detail || (!clientX && !clientY && !pointerType);
  return (!byKey && root!.elementFromPoint(clientX, clientY)) || root!.activeElement;
}

/*
 * An event of the page's own elements with our host as its `relatedTarget` passes, because the page has to know that it
 * lost pointer or focus. Of one that names an inner node, as Firefox's events of leaving and entering do, it gets a copy:
 * menus that close when the pointer leaves them would stay open.
 */
function hide(event: Event): void {
  if (!root?.host.isConnected || !event.isTrusted) return;
  const isOn = event.target === root.host;
  const { originalTarget, explicitOriginalTarget, rangeParent } = event as WithOriginals;
  if (!isOn && ![originalTarget, explicitOriginalTarget, rangeParent].some(isInside)) return;
  event.stopImmediatePropagation();
  if (!isOn) {
    const Kind = event.type[0] === "p" ? PointerEvent : event.type[0] === "f" ? FocusEvent : MouseEvent;
    event.target?.dispatchEvent(new Kind(event.type, event as EventInit));
  }
  /* Our own controls would hear nothing either. */
  const inner = isOn && /^(click|keydown)$/.test(event.type) && innerTarget(event as PointerEvent);
  if (inner) passOn(event, inner);
}

/**
 * To be called at the start of the document: a listener that the page adds to the window comes after ours. What the guard
 * itself takes, as everything that a question is answered with, it takes before.
 */
export function startEventShield(doc: Document): void {
  const view = doc.defaultView;
  if (!view) return;
  const listen = (): void => {
    for (const type of USER_EVENTS) view.addEventListener(type, hide, { capture: true, passive: true });
  };
  listen();
  /* `document.open()` removes every listener of window and document; an observer stays. */
  new view.MutationObserver(listen).observe(doc, { childList: true });
}
