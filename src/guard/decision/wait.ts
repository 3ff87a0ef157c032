import type { Intent } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import type { Holder } from "../hold/hold.ts";
import type { Activation } from "../hold/replay.ts";
import { decide, withoutLookUp } from "./decide.ts";
import { uncheckedOutcome } from "./outcome.ts";

/**
 * Longest wait of an action for rules and answers: so many steps of so many ms. A step that a busy page delays counts
 * once, however long it took: what a page does with its own time keeps no answer from us. (Firefox runs a due timer
 * before an answer of the storage that waited as long.)
 */
const STEP_MS = 50;
const STEPS = 10;
/** With a page that stays busy the wait ends after this long, in ms. */
const MAX_WAIT_MS = 3_000;

/** Earlier answers are looked up at most this many times while an action waits. */
const MAX_LOOKUPS = 3;

/**
 * Lets an action wait up to half a second for missing rules or answers. Without rules it then happens once, without a
 * question; without answers it is decided as if none had been given, because a question too many harms less than none.
 */
export function makeWaiter(
  context: GuardContext,
  holder: Holder,
  letThrough: (intent: Intent, activation: Activation) => void,
): (intent: Intent, activation: Activation, ready: Promise<void>) => void {
  const { doc, ports, signal } = context;
  const view = doc.defaultView!;
  /** Controls whose action waits: a second press of the same control must not pass meanwhile. */
  const waiting = new Set<Element>();

  return (intent, activation, ready) => {
    if (waiting.has(intent.control)) {
      ready.catch(() => {});
      return;
    }
    waiting.add(intent.control);
    let isOver = false;
    let lookupsLeft = MAX_LOOKUPS;
    const resume = (timedOut: boolean) => {
      if (isOver || signal.aborted) return;
      const rules = context.rules.current();
      const answers = timedOut ? withoutLookUp(ports) : ports;
      const decision =
        !rules || rules === "failed"
          ? null
          : decide({ site: ports.site.id, ...intent }, rules, answers, ports.newId);
      /* The rules arrived first, or the stored answers changed meanwhile: there is still time for a look-up. */
      if (decision?.kind === "unsure") {
        if (lookupsLeft-- > 0) resumeAfter(ports.lookUp(decision.keys));
        else resume(true);
        return;
      }
      isOver = true;
      view.clearTimeout(timer);
      waiting.delete(intent.control);
      if (decision === null) {
        context.record(uncheckedOutcome(ports, intent));
        letThrough(intent, activation);
        return;
      }
      if (decision.kind !== "hold") letThrough(intent, activation);
      else if (!holder.open()) holder.hold(intent, activation, decision);
    };
    const began = performance.now();
    let stepsLeft = STEPS;
    const step = (): void => {
      stepsLeft--;
      /* Never right after the page was busy: one step is left for answers that came meanwhile. */
      if (stepsLeft > 1 && performance.now() - began > MAX_WAIT_MS - STEP_MS) stepsLeft = 1;
      if (stepsLeft > 0 && !signal.aborted) timer = view.setTimeout(step, STEP_MS);
      else resume(true);
    };
    let timer = view.setTimeout(step, STEP_MS);
    const resumeAfter = (what: Promise<void>) =>
      what.then(
        () => resume(false),
        () => resume(true),
      );
    resumeAfter(ready);
  };
}
