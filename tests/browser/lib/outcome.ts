import type { ShownDialog } from "./types.ts";
import { PATIENCE_MS, pause, type Visit } from "./visit.ts";

/**
 * Waits until a press is either held or performed, so that neither outcome depends on the machine's speed.
 * @returns the question, or undefined where the page acted without a question
 * @throws Error where neither came in time
 */
export async function outcome(visit: Visit): Promise<ShownDialog | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const shown = await visit.waitForQuestion(0);
    if (shown) return shown;
    if (visit.performed.length) {
      await pause(150); // a question after the action would come at once
      return visit.waitForQuestion(0);
    }
    await pause(50);
  }
  throw new Error("neither held nor performed");
}

export const isHeld = async (visit: Visit): Promise<boolean> => (await outcome(visit)) !== undefined;

/** Expression that resolves after the page's next frame and the work it put off until then. */
export const AFTER_TURN =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

/** Waits until no question is shown. @throws Error where one stays */
export async function waitForNoQuestion(visit: Visit): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; await visit.currentQuestion(); await pause(20))
    if (Date.now() > until) throw new Error("the question stays");
}

/**
 * Number of actions that the page's app has performed by its next turn. A further request made in that turn arrives
 * after all earlier ones, so an action that must not come is disproved by an event, without a pause. Both requests have
 * a body, because drivers hand on requests without one sooner.
 */
export async function performedByNextTurn(visit: Visit): Promise<number> {
  await visit.evaluate(
    `${AFTER_TURN}.then(() => fetch("/__turn", { method: "POST", body: "turn" })).then(() => 0)`,
  );
  return visit.performed.length;
}
