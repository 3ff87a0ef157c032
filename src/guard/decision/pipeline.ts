import { suppress } from "../../dom/events.ts";
import type { Intent } from "../../sites/adapter.ts";
import type { GuardContext } from "../context.ts";
import { type Holder, makeHolder } from "../hold/hold.ts";
import { makeLetThrough } from "../hold/let-through.ts";
import type { PressSeries } from "../hold/press-series.ts";
import type { Activation } from "../hold/replay.ts";
import { decide } from "./decide.ts";
import { uncheckedOutcome } from "./outcome.ts";
import { makeWaiter } from "./wait.ts";

/** Judges one action as it comes in. @returns true if it was stopped. */
export type Judge = (intent: Intent, event: Event, activation: Activation) => boolean;

/** @param onEvent gets the events that are kept from the page while a question is open. */
export function makeJudge(
  context: GuardContext,
  onEvent: (event: Event) => void,
  series: PressSeries,
): { judge: Judge; wouldHold: (intent: Intent) => boolean; holder: Holder } {
  const { ports } = context;
  const { perform, passes, wouldPass: expects } = makeLetThrough(context);
  const holder = makeHolder(context, onEvent, series, perform);
  const wait = makeWaiter(context, holder, perform);

  const judge: Judge = (intent, event, activation) => {
    let stopped: boolean;
    try {
      stopped = judgeNow(intent, event, activation);
    } catch (error) {
      context.onThrow(error);
      /* What was kept from the site already stays undone. */
      stopped = event.defaultPrevented;
      if (!stopped) context.record(uncheckedOutcome(ports, intent));
    }
    if (!stopped) context.onPass?.(intent);
    return stopped;
  };
  const judgeNow: Judge = (intent, event, activation) => {
    if (passes(intent)) return false;
    const rules = context.rules.current();
    if (rules === "failed") {
      context.record(uncheckedOutcome(ports, intent));
      return false;
    }
    if (!rules) {
      suppress(event);
      wait(intent, activation, context.rules.ready);
      return true;
    }
    const decision = decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
    if (decision.kind === "unsure") {
      suppress(event);
      wait(intent, activation, ports.lookUp(decision.keys));
      return true;
    }
    if (decision.kind !== "hold") return false;
    suppress(event);
    holder.hold(intent, activation, decision);
    return true;
  };
  /** True if `judge` would stop the action now; changes nothing. */
  const wouldHold = (intent: Intent): boolean => {
    const rules = context.rules.current();
    if (rules === "failed" || expects(intent)) return false;
    if (!rules) return true;
    const { kind } = decide({ site: ports.site.id, ...intent }, rules, ports, ports.newId);
    return kind === "hold" || kind === "unsure";
  };
  return { judge, wouldHold, holder };
}
