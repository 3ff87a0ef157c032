import type { ShownDialog } from "./types.ts";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

/**
 * What came of a press that is either held or happens: waits for the one or the other, so that neither answer hangs on
 * how fast the machine is.
 * @returns the question, or undefined where the page acted and nothing asked about it
 * @throws Error where neither came within the time
 */
export async function outcome(visit: Visit): Promise<ShownDialog | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const shown = await visit.dialog(0);
    if (shown) return shown;
    if (visit.performed.length) {
      await pause(150); // a question behind the action would come right away
      return visit.dialog(0);
    }
    await pause(50);
  }
  throw new Error("neither held nor performed");
}

export const isHeld = async (visit: Visit): Promise<boolean> => (await outcome(visit)) !== undefined;

/** Expression that resolves when the page has drawn once more and what it had put off till then is done. */
export const AFTER_TURN =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

/** Waits until no question is shown. @throws Error where it stays */
export async function unasked(visit: Visit): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; await visit.seen(); await pause(20))
    if (Date.now() > until) throw new Error("the question stays");
}

/**
 * How many actions the page's app has performed by its next turn. Whatever it sent arrives before a further request that
 * it makes then: so what must not come is told by an event, without a pause. Both are sent with a body, as drivers hand on
 * requests without one sooner.
 */
export async function performedByNextTurn(visit: Visit): Promise<number> {
  await visit.evaluate(
    `${AFTER_TURN}.then(() => fetch("/__turn", { method: "POST", body: "turn" })).then(() => 0)`,
  );
  return visit.performed.length;
}
