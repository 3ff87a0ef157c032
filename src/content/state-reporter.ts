import type { PageState } from "../domain/warning.ts";
import { sendMessage } from "../messaging/messages.ts";
import { isAlive } from "./lifetime.ts";

/** The state of the page is sent at most this often, in ms. */
const REPORT_INTERVAL_MS = 1_000;

async function send(state: PageState): Promise<void> {
  if (!isAlive()) return;
  try {
    await sendMessage("state", state);
  } catch {
    /* the next report will update the badge */
  }
}

/**
 * Reports the state of the page to the background: at once, then at most once a second, and the last state in any case.
 * The state changes all the time while a feed is scrolled.
 */
export function makeStateReporter(): (state: PageState) => void {
  let next: PageState | null = null;
  let isPausing = false;

  return function report(state) {
    next = state;
    if (isPausing) return;
    isPausing = true;
    setTimeout(() => {
      isPausing = false;
      if (next) report(next);
    }, REPORT_INTERVAL_MS);
    next = null;
    void send(state);
  };
}
