import { suppress, targetOf } from "../../dom/events.ts";
import type { GuardContext } from "../context.ts";
import { uncheckedOutcome } from "../decision/outcome.ts";
import { makeJudge } from "../decision/pipeline.ts";
import { makeNoticeAnswers } from "../hold/notice-answers.ts";
import { PAGE_EVENTS } from "../hold/overlay-root.ts";
import { makePressSeries } from "../hold/press-series.ts";
import { makeKeyboardInput } from "./keyboard.ts";
import { makePointerInput } from "./pointer.ts";

/** The events in which user actions arrive. */
const INPUT_EVENTS = ["click", "auxclick", "pointerdown", "keydown", "keyup"] as const;
/** Added after the first touch only: every extra listener slows each mouse click. */
const TOUCH_END_EVENTS = ["pointerup", "touchend"] as const;

/** Catches every user action on `window`, in the capture phase, before the site gets the event. */
export function startInput(context: GuardContext): void {
  const { doc, ports, root, signal } = context;
  const { site } = ports;
  const view = doc.defaultView!;
  const series = makePressSeries();
  const { judge, wouldHold, holder } = makeJudge(context, onEvent, series);
  const onNotice = makeNoticeAnswers(context, series);
  const { release, ...keyboard } = makeKeyboardInput(site, judge, (intent) => {
    if (!signal.aborted) context.record(uncheckedOutcome(ports, intent));
  });
  /* Checks later, once per burst of presses, whether the pressed control is recognised. */
  const { pointerOver, ...pointer } = makePointerInput(site, view, judge, wouldHold, (target) => {
    if (!signal.aborted) context.onPress?.(target);
  });
  const handlers: Record<string, ((event: never) => void) | undefined> = { ...pointer, ...keyboard };

  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    const question = holder.open();
    try {
      if (event.type === "pointerdown") series.add(event as PointerEvent);
      if (question) {
        /* The release of a key whose press opened the question must not press a button of it. */
        if (event.type === "keyup" && release(event as KeyboardEvent)) event.preventDefault();
        question.handle(event);
        return;
      }
      if (root.shown() && event.target === root.host) {
        onNotice(event);
        return;
      }
      handlers[event.type]?.(event as never);
    } catch (error) {
      /* The page works as if we were absent, but for the question: what is meant for it reaches nothing behind it. */
      if (question) suppress(event);
      context.onThrow(error);
    }
    if (event.type === "pointerdown" && (event as PointerEvent).pointerType === "touch")
      addListeners(TOUCH_END_EVENTS);
  }

  const onHover = (e: Event): void => {
    const target = e.isTrusted && !holder.open() ? targetOf(e) : null;
    if (!target) return;
    pointerOver(target, e.timeStamp);
    site.remember(target, "hover");
  };
  const onFocus = (e: Event): void => {
    const target = e.isTrusted && !holder.open() ? targetOf(e) : null;
    if (target) site.remember(target, "focus");
  };
  const onPageEvent = (e: Event): void => {
    for (const hear of root.heard) hear(e);
  };
  /** May be called at any time: adding a listener twice does nothing. */
  const addListeners = (types: readonly string[]): void => {
    for (const type of types) view.addEventListener(type, onEvent, { capture: true, passive: false, signal });
  };
  const addAllListeners = (): void => {
    if (signal.aborted) return;
    addListeners([
      ...INPUT_EVENTS,
      ...(site.actsOnPointerDown ? ["mousedown"] : []),
      ...(site.doubleTapInput?.events ?? []),
    ]);
    view.addEventListener("pointerover", onHover, { capture: true, passive: true, signal });
    view.addEventListener("focusin", onFocus, { capture: true, signal });
    for (const type of PAGE_EVENTS)
      view.addEventListener(type, onPageEvent, { capture: true, passive: true, signal });
  };
  addAllListeners();
  /* `document.open()` removes every listener of window and document; an observer stays, and sees the new root. */
  const reopened = new view.MutationObserver(addAllListeners);
  reopened.observe(doc, { childList: true });
  signal.addEventListener("abort", () => reopened.disconnect());
}
