import { stop } from "../../dom/events.ts";
import type { Intent } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import { type Holder, makeHolder } from "../hold/hold.ts";
import { makeLetThrough } from "../hold/let-through.ts";
import type { Way } from "../hold/replay.ts";
import { decide } from "./decide.ts";
import { uncheckedOutcome } from "./outcome.ts";
import { makeWaiter } from "./wait.ts";

/** Judges one action as it comes in. @returns true where it was stopped. */
export type Judge = (intent: Intent, event: Event, way: Way) => boolean;

/** @param onEvent hears what the page must not while a question is open. */
export function makeJudge(
  context: GuardContext,
  onEvent: (event: Event) => void,
): { judge: Judge; wouldStop: (intent: Intent) => boolean; holder: Holder } {
  const { ports } = context;
  const { perform, passes, expects } = makeLetThrough(context);
  const holder = makeHolder(context, onEvent, perform);
  const wait = makeWaiter(context, holder, perform);

  const judge: Judge = (intent, event, way) => {
    const stopped = stops(intent, event, way);
    if (!stopped) context.passed?.(intent);
    return stopped;
  };
  const stops: Judge = (intent, event, way) => {
    if (passes(intent)) return false;
    const rules = context.rules.current();
    if (rules === "failed") {
      context.record(uncheckedOutcome(ports, intent));
      return false;
    }
    if (!rules) {
      stop(event);
      wait(intent, way, context.rules.ready);
      return true;
    }
    const decision = decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
    if (decision.kind === "unsure") {
      stop(event);
      wait(intent, way, ports.learn(decision.keys));
      return true;
    }
    if (decision.kind !== "hold") return false;
    stop(event);
    holder.hold(intent, way, decision);
    return true;
  };
  /** Would judging stop it now? Nothing comes of asking. */
  const wouldStop = (intent: Intent): boolean => {
    const rules = context.rules.current();
    if (rules === "failed" || expects(intent)) return false;
    if (!rules) return true;
    const { kind } = decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
    return kind === "hold" || kind === "unsure";
  };
  return { judge, wouldStop, holder };
}
