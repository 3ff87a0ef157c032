import type { Intent } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import type { Holder } from "../hold/hold.ts";
import type { Activation } from "../hold/replay.ts";
import { decide } from "./decide.ts";
import { uncheckedOutcome } from "./outcome.ts";

/** An action waits this long for the rules at most; after that it happens once, unasked, in ms. */
const WAIT_FOR_RULES_MS = 500;

/** What was answered before is looked up this often at most while an action waits. */
const MAX_LOOKUPS = 3;

/** Not a hold: an action waits up to half a second for what is missing, then happens once, unasked. */
export function makeWaiter(
  context: GuardContext,
  holder: Holder,
  letThrough: (intent: Intent, activation: Activation) => void,
): (intent: Intent, activation: Activation, ready: Promise<void>) => void {
  const { doc, ports, signal } = context;
  const view = doc.defaultView!;
  /** Actions that wait: nothing else of the same control may slip past. */
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
      const decision =
        timedOut || !rules || rules === "failed"
          ? null
          : decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
      /* The rules came first, or what is stored changed meanwhile: there is time to look up what they ask for. */
      if (decision?.kind === "unsure" && lookupsLeft-- > 0) {
        resumeAfter(ports.lookUp(decision.keys));
        return;
      }
      isOver = true;
      view.clearTimeout(timer);
      waiting.delete(intent.control);
      if (decision === null || decision.kind === "unsure") {
        context.record(uncheckedOutcome(ports, intent));
        letThrough(intent, activation);
        return;
      }
      if (decision.kind !== "hold") letThrough(intent, activation);
      else if (!holder.current()) holder.hold(intent, activation, decision);
    };
    const timer = view.setTimeout(() => resume(true), WAIT_FOR_RULES_MS);
    const resumeAfter = (what: Promise<void>) =>
      what.then(
        () => resume(false),
        () => resume(true),
      );
    resumeAfter(ready);
  };
}
