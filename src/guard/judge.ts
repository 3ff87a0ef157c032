import type { Intent } from "../sites/types.ts";
import { decide } from "./decide.ts";
import { stop } from "./events.ts";
import { type Holder, makeHolder } from "./hold.ts";
import { makeLetThrough } from "./let-through.ts";
import { type GuardParts, line } from "./parts.ts";
import type { Way } from "./replay.ts";
import { makeTell } from "./told.ts";
import { makeWaiter } from "./wait.ts";

/** Judges one action as it comes in. @returns true where it was stopped. */
export type Judge = (intent: Intent, event: Event, way: Way) => boolean;

/** @param onEvent hears what the page must not while a question is open. */
export function makeJudge(
  parts: GuardParts,
  onEvent: (event: Event) => void,
): { judge: Judge; wouldStop: (intent: Intent) => boolean; holder: Holder } {
  const { site } = parts;
  const { perform, passes, expects } = makeLetThrough(parts, parts.tell ?? makeTell(parts));
  const holder = makeHolder(parts, onEvent, perform);
  const wait = makeWaiter(parts, holder, perform);

  const judge: Judge = (intent, event, way) => {
    const stopped = stops(intent, event, way);
    if (!stopped) parts.passed?.(intent);
    return stopped;
  };
  const stops: Judge = (intent, event, way) => {
    if (passes(intent)) return false;
    const rules = parts.rules();
    if (rules === "failed") {
      parts.log(line(parts, intent, "unchecked", null));
      return false;
    }
    if (!rules) {
      stop(event);
      wait(intent, way, parts.ready);
      return true;
    }
    const decision = decide({ site: site.id, ...intent }, rules, parts.choices, parts.newId);
    if (decision.kind === "unsure") {
      stop(event);
      wait(intent, way, parts.choices.learn(decision.keys));
      return true;
    }
    if (decision.kind !== "hold") return false;
    stop(event);
    holder.hold(intent, way, decision);
    return true;
  };
  /** Would judging stop it now? Nothing comes of asking. */
  const wouldStop = (intent: Intent): boolean => {
    const rules = parts.rules();
    if (rules === "failed" || expects(intent)) return false;
    if (!rules) return true;
    const { kind } = decide({ site: site.id, ...intent }, rules, parts.choices, parts.newId);
    return kind === "hold" || kind === "unsure";
  };
  return { judge, wouldStop, holder };
}
