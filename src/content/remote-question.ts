import { browser } from "@wxt-dev/browser";
import type { Answer } from "../domain/warning.ts";
import type { AskRemotely } from "../guard/ports.ts";
import { carriedAbout } from "../messaging/limits.ts";
import { ANSWER_WITHIN_MS, QUESTION_PORT } from "../messaging/question-port.ts";

/** The background ends a question first; this is for a background that is gone without a word. */
const GIVE_UP_MS = ANSWER_WITHIN_MS + 5_000;

const answerIn = (message: unknown): Answer | null => {
  const answer = (message as { answer?: unknown } | null)?.answer;
  return answer === "continue" || answer === "not-campaign" || answer === null ? answer : "cancel";
};

/**
 * Has the background ask in a window of the extension. Whatever goes wrong there (killed, refused, closed, too late)
 * ends as "cancel". While it is open nothing of the user's reaches the frame; a click brings the window to the front.
 */
export const askElsewhere: AskRemotely = ({ warning, about }, opens, answered) => {
  let done = false;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  const finish = (answer: Answer | null): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    try {
      port?.disconnect();
    } catch {
      /* orphaned by an update: there is nobody left at the other end */
    }
    answered(answer);
  };
  const timer = setTimeout(() => finish("cancel"), GIVE_UP_MS);
  try {
    port = browser.runtime.connect({ name: QUESTION_PORT });
    port.onMessage.addListener((message: unknown) => finish(answerIn(message)));
    port.onDisconnect.addListener(() => finish("cancel"));
    const held = { warning, about: carriedAbout(about) };
    port.postMessage(opens === undefined ? held : { ...held, opens });
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
          /* just disconnected: `onDisconnect` ends it */
        }
      return true;
    },
  };
};
