import type { Intent } from "../sites/types.ts";
import { type GuardParts, line } from "./parts.ts";
import { ask, type Question } from "./question.ts";
import type { Way } from "./replay.ts";
import type { Answer, Warning } from "./types.ts";

/** Kept from the page, too, while a question is open. Not listened to before: every listener costs each click time. */
const WHILE_ASKED = [
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

/** Holds at most one action, and asks about it. */
export interface Holder {
  /** The question that is open, if one is. */
  open(): Question | null;
  /** Opens the question. The action is already stopped; only a trusted, visible confirmation lets it happen. */
  hold(intent: Intent, way: Way, warning: Warning, silence: string): void;
}

/**
 * @param onEvent hears what the page must not while a question is open.
 * @param letThrough performs the site's own action, once.
 */
export function makeHolder(
  parts: GuardParts,
  onEvent: (event: Event) => void,
  letThrough: (intent: Intent, way: Way) => void,
): Holder {
  const view = parts.doc.defaultView!;
  let question: Question | null = null;
  parts.signal.addEventListener("abort", () => question?.close());

  return {
    open: () => question,
    hold(intent, way, warning, silence) {
      const shield = new AbortController();
      for (const type of WHILE_ASKED)
        view.addEventListener(type, onEvent, {
          capture: true,
          passive: type.startsWith("touch"),
          signal: shield.signal,
        });
      question = ask(parts.doc, parts.root, parts.ui, warning, (answer: Answer) => {
        question = null;
        shield.abort();
        parts.idle();
        if (answer === "cancel") {
          parts.log(line(parts, intent, "cancelled", warning));
          return;
        }
        if (answer === "not-campaign") parts.silence(silence);
        parts.log(line(parts, intent, answer === "continue" ? "continued" : "not-campaign", warning));
        letThrough(intent, way);
      });
    },
  };
}
