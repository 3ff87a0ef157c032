import type { PageState } from "../domain/warning.ts";
import { sendMessage } from "../messaging/messages.ts";
import { isAlive } from "./lifetime.ts";

/** The state of the page is told no more often than this, in ms. */
const REPORT_MS = 1_000;

async function tell(state: PageState): Promise<void> {
  if (!isAlive()) return;
  try {
    await sendMessage("state", state);
  } catch {
    /* the badge follows with the next report */
  }
}

/**
 * Owns what the background is still to be told of the page. It is told at once, then at most once a second, the last
 * one in the end: a feed that is scrolled through counts up all the time.
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
    }, REPORT_MS);
    next = null;
    void tell(state);
  };
}
