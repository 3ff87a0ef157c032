import { isEditable, isNative } from "../sites/dom.ts";
import type { Key, Site } from "../sites/types.ts";
import { stop, targetOf } from "./events.ts";
import type { Judge } from "./judge.ts";
import { wayOf } from "./replay.ts";

/** Actions by key: pressing a control, sending from an editor, single-letter shortcuts. */
export function keyActions(site: Site, judge: Judge) {
  /** Keys held down when an action was stopped: their keyup is the action's, too. */
  const swallow = new Set<string>();

  return {
    /** The keyup of a key that answered a question. */
    answered: (event: KeyboardEvent): boolean => swallow.delete(event.code),
    up(event: KeyboardEvent): void {
      if (swallow.delete(event.code)) stop(event);
    },
    down(event: KeyboardEvent): void {
      const target = targetOf(event);
      if (!target) return;
      /* Pressed anew: the keyup before was lost to another window, and this one is not the action's. */
      if (!event.repeat) swallow.delete(event.code);
      const pressKey = event.key === "Enter" || event.key === " ";
      if (pressKey && !isEditable(target)) {
        const intent = site.press(target);
        site.remember(target, "press");
        /* Native controls turn the key into a click, which is judged then. */
        if (intent && !isNative(target) && intent.control.contains(target)) {
          if (event.repeat && swallow.has(event.code)) stop(event);
          else if (judge(intent, event, wayOf(event, target, true))) swallow.add(event.code);
          return;
        }
      }
      const key: Key = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        composing: event.isComposing || event.keyCode === 229,
      };
      const intent = site.key(key, target);
      if (!intent) return;
      if (event.repeat && swallow.has(event.code)) stop(event);
      else if (judge(intent, event, wayOf(event, target, false))) swallow.add(event.code);
    },
  };
}
