import type { Intent } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import type { Holder } from "../hold/hold.ts";
import type { Way } from "../hold/replay.ts";
import { decide } from "./decide.ts";
import { uncheckedOutcome } from "./outcome.ts";

/** An action waits this long for the rules at most; after that it happens once, unasked, in ms. */
const WAIT_FOR_RULES_MS = 500;

/** What was answered before is looked up this often at most while an action waits. */
const LOOK_UPS = 3;

/** Not a hold: an action waits up to half a second for what is missing, then happens once, unasked. */
export function makeWaiter(
  context: GuardContext,
  holder: Holder,
  letThrough: (intent: Intent, way: Way) => void,
): (intent: Intent, way: Way, ready: Promise<void>) => void {
  const { doc, ports, signal } = context;
  const view = doc.defaultView!;
  /** Actions that wait: nothing else of the same control may slip past. */
  const waiting = new Set<Element>();

  return (intent, way, ready) => {
    if (waiting.has(intent.control)) {
      ready.catch(() => {});
      return;
    }
    waiting.add(intent.control);
    let over = false;
    let looks = LOOK_UPS;
    const go = (timedOut: boolean) => {
      if (over || signal.aborted) return;
      const rules = context.rules.current();
      const decision =
        timedOut || !rules || rules === "failed"
          ? null
          : decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
      /* The rules came first, or what is stored changed meanwhile: there is time to look up what they ask for. */
      if (decision?.kind === "unsure" && looks-- > 0) {
        after(ports.learn(decision.keys));
        return;
      }
      over = true;
      view.clearTimeout(timer);
      waiting.delete(intent.control);
      if (decision === null || decision.kind === "unsure") {
        context.record(uncheckedOutcome(ports, intent));
        letThrough(intent, way);
        return;
      }
      if (decision.kind !== "hold") letThrough(intent, way);
      else if (!holder.open()) holder.hold(intent, way, decision);
    };
    const timer = view.setTimeout(() => go(true), WAIT_FOR_RULES_MS);
    const after = (what: Promise<void>) =>
      what.then(
        () => go(false),
        () => go(true),
      );
    after(ready);
  };
}
