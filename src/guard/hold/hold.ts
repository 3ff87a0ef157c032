import { outcomeOf } from "../../domain/outcome.ts";
import type { Answer } from "../../domain/warning.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import type { HeldAction } from "../decision/decide.ts";
import type { PressSeries } from "./press-series.ts";
import { ask, type Question } from "./question.ts";
import type { Activation } from "./replay.ts";

/** Events also kept from the page while a question is open. Added only then: every listener slows each click. */
const SHIELDED_EVENTS = [
  "auxclick",
  "dblclick",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "contextmenu",
  "keypress",
  "beforeinput",
  "input",
  "paste",
  "drop",
] as const;

/**
 * A reaction picker closes when the pointer leaves it for the question, and the reaction in question goes with it. So
 * the page gets these events only after the answer.
 */
const LEAVE_EVENTS = ["pointerout", "pointerleave", "mouseout", "mouseleave"] as const;

/** Holds at most one action, and asks about it. */
export interface Holder {
  /** The open question, or null. */
  open(): Question | null;
  /** Opens the question. The action is already stopped; only a trusted, visible confirmation lets it happen. */
  hold(intent: Intent, activation: Activation, heldAction: HeldAction): void;
}

/**
 * @param onEvent gets the events that are kept from the page while a question is open.
 * @param letThrough performs the site's own action, once.
 */
export function makeHolder(
  context: GuardContext,
  onEvent: (event: Event) => void,
  series: PressSeries,
  letThrough: (intent: Intent, activation: Activation) => void,
): Holder {
  const { doc, ports, root, signal } = context;
  const view = doc.defaultView!;
  let question: Question | null = null;
  signal.addEventListener("abort", () => question?.close());

  return {
    open: () => question,
    hold(intent, activation, heldAction) {
      const { warning, about } = heldAction;
      const shield = new AbortController();
      for (const type of SHIELDED_EVENTS)
        view.addEventListener(type, onEvent, {
          capture: true,
          passive: type.startsWith("touch"),
          signal: shield.signal,
        });
      const deferredLeaves: Event[] = [];
      if (intent.action === "react")
        for (const type of LEAVE_EVENTS)
          view.addEventListener(
            type,
            (event) => {
              /* Also the copies that Firefox's page gets (src/overlay/event-shield.ts), which no longer count as a user's. */
              event.stopImmediatePropagation();
              deferredLeaves.push(event);
            },
            { capture: true, signal: shield.signal },
          );
      const anchor = warning.brief ? () => boxOf(intent, ports.site) : undefined;
      const onAnswer = (answer: Answer | null) => {
        question = null;
        shield.abort();
        finish(answer);
        for (const { type, target, bubbles } of deferredLeaves)
          target?.dispatchEvent(new MouseEvent(type, { bubbles }));
      };
      const finish = (answer: Answer | null) => {
        context.onIdle();
        if (!answer) return;
        context.record(outcomeOf(warning, about, answer, ports.today()));
        if (answer === "cancel") return;
        /* The question's own window opens that address: browsers block a page from opening a window so late. */
        if (ports.askRemotely && intent.opens) return;
        letThrough(intent, activation);
      };
      question = ports.askRemotely
        ? ports.askRemotely(heldAction, intent.opens, onAnswer)
        : ask(doc, root, ports.ui, warning, series, onAnswer, anchor);
    },
  };
}

/** The control's rectangle, to place the question beside it; null if the control is not visible. */
function boxOf(intent: Intent, site: Site): DOMRect | null {
  const control = intent.control.isConnected ? intent.control : site.findRedrawn(intent);
  const box = control?.getBoundingClientRect();
  return box && box.width > 0 && box.height > 0 ? box : null;
}
