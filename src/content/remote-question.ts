import { browser } from "@wxt-dev/browser";
import type { Answer } from "../domain/warning.ts";
import type { AskRemotely } from "../guard/ports.ts";
import { withinMessageLimit } from "../messaging/limits.ts";
import { ANSWER_TIMEOUT_MS, QUESTION_PORT } from "../messaging/question-port.ts";

/** Longer than the background waits itself: this is for a background that ended without disconnecting. */
const NO_BACKGROUND_TIMEOUT_MS = ANSWER_TIMEOUT_MS + 5_000;

const answerIn = (message: unknown): Answer | null => {
  const answer = (message as { answer?: unknown } | null)?.answer;
  return answer === "continue" || answer === "not-campaign" || answer === null ? answer : "cancel";
};

/**
 * Asks in a window of the extension, which the background opens. Every failure there (killed, refused, closed, too late)
 * counts as "cancel". While the question is open no input reaches the frame; a click brings the window to the front.
 */
export const askRemotely: AskRemotely = ({ warning, about }, opens, answered) => {
  let done = false;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  const finish = (answer: Answer | null): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    try {
      port?.disconnect();
    } catch {
      /* orphaned by an update: there is no other end any more */
    }
    answered(answer);
  };
  const timer = setTimeout(() => finish("cancel"), NO_BACKGROUND_TIMEOUT_MS);
  try {
    port = browser.runtime.connect({ name: QUESTION_PORT });
    port.onMessage.addListener((message: unknown) => finish(answerIn(message)));
    port.onDisconnect.addListener(() => finish("cancel"));
    const request = { warning, about: withinMessageLimit(about) };
    port.postMessage(opens === undefined ? request : { ...request, opens });
  } catch {
    queueMicrotask(() => finish(null));
  }
  return {
    close: () => finish("cancel"),
    handle(event) {
      if (done) return false;
      event.stopImmediatePropagation();
      if (event.cancelable && !event.type.startsWith("touch")) event.preventDefault();
      if (event.type === "click")
        try {
          port?.postMessage({ front: true });
        } catch {
          /* just disconnected: `onDisconnect` ends the question */
        }
      return true;
    },
  };
};
