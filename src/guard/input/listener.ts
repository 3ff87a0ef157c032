import { targetOf } from "../../dom/events.ts";
import type { GuardContext } from "../context.ts";
import { uncheckedOutcome } from "../decision/outcome.ts";
import { makeJudge } from "../decision/pipeline.ts";
import { keyActions } from "./keyboard.ts";
import { pressActions } from "./pointer.ts";

/** What an action of the user comes in as. */
const ACTS = ["click", "auxclick", "pointerdown", "keydown", "keyup"] as const;
/** Of a finger besides, once there was one: every listener costs each click of a mouse time. */
const LIFTS = ["pointerup", "touchend"] as const;

/** Catches every action of the user on `window`, in the capture phase, before the site hears it. */
export function startGuard(context: GuardContext): void {
  const { doc, ports, root, signal } = context;
  const { site } = ports;
  const view = doc.defaultView!;
  const { judge, wouldStop, holder } = makeJudge(context, onEvent);
  const keys = keyActions(site, judge, (intent) => {
    if (!signal.aborted) context.record(uncheckedOutcome(ports, intent));
  });
  /* Whether it is read what was pressed is asked off the path of the press, of several in a row once. */
  const presses = pressActions(site, view, judge, wouldStop, (target) => {
    if (!signal.aborted) context.pressed?.(target);
  });

  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    const question = holder.open();
    if (question) {
      if (event.type === "keyup") keys.answered(event as KeyboardEvent);
      question.handle(event);
      return;
    }
    if (root.shown() && event.target === root.host) return;
    switch (event.type) {
      case "click":
        presses.click(event as MouseEvent);
        break;
      case "keydown":
        keys.down(event as KeyboardEvent);
        break;
      case "keyup":
        keys.up(event as KeyboardEvent);
        break;
      case "auxclick":
        presses.middle(event as MouseEvent);
        break;
      case "pointerup":
      case "touchend":
        presses.lift(event as PointerEvent | TouchEvent);
        break;
      case "dblclick":
        presses.doubleClick(event);
        break;
      case "pointerdown":
        presses.down(event as PointerEvent);
        if ((event as PointerEvent).pointerType === "touch") hear(LIFTS);
        break;
      case "mousedown":
        presses.early(event as MouseEvent);
        break;
    }
  }

  const onHover = (e: Event): void => {
    const target = e.isTrusted && !holder.open() ? targetOf(e) : null;
    if (!target) return;
    presses.came(target, e.timeStamp);
    site.remember(target, "hover");
  };
  const onFocus = (e: Event): void => {
    const target = e.isTrusted && !holder.open() ? targetOf(e) : null;
    if (target) site.remember(target, "focus");
  };
  /** Adding a listener that is there already does nothing, so these may be called at any time. */
  const hear = (types: readonly string[]): void => {
    for (const type of types) view.addEventListener(type, onEvent, { capture: true, passive: false, signal });
  };
  const listen = (): void => {
    if (signal.aborted) return;
    hear([...ACTS, ...(site.early ? ["mousedown"] : []), ...(site.double?.acts ?? [])]);
    view.addEventListener("pointerover", onHover, { capture: true, passive: true, signal });
    view.addEventListener("focusin", onFocus, { capture: true, signal });
  };
  listen();
  /* `document.open()` takes every listener off window and document; an observer stays, and sees the root replaced. */
  const reopened = new view.MutationObserver(listen);
  reopened.observe(doc, { childList: true });
  signal.addEventListener("abort", () => reopened.disconnect());
}
