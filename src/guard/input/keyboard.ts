import { suppress, targetOf } from "../../dom/events.ts";
import { draftOf, isEditable, isNative } from "../../dom/text.ts";
import type { Intent, Key, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";
import { activationOf } from "../hold/replay.ts";
import { picksSuggestion } from "./suggestion-list.ts";

/** An editor that Enter sent from is empty or gone after this time, in ms; one that a suggestion went into is not. */
export const SENT_WITHIN_MS = 300;

/** Actions by key: pressing a control, sending from an editor, single-letter shortcuts. */
export function makeKeyboardInput(
  site: Site,
  judge: Judge,
  /** Told of what was sent by an Enter that was taken for choosing from a list. */
  onBypassed: (intent: Intent) => void,
) {
  /** Keys held down when an action was stopped: their keyup is the action's, too. */
  const swallowedKeys = new Set<string>();
  /** A list was open here, and Enter sent all the same: what is seen of lists on this page is no longer believed. */
  let listsUnreliable = false;

  /** Enter that takes a suggestion. Whether it did is looked at afterwards. */
  function choosesSuggestion(intent: Intent, target: Element): boolean {
    if (listsUnreliable || !isEditable(target) || !picksSuggestion(target)) return false;
    const { control } = intent;
    target.ownerDocument.defaultView?.setTimeout(() => {
      if (listsUnreliable || (control.isConnected && draftOf(control))) return;
      listsUnreliable = true;
      onBypassed(intent);
    }, SENT_WITHIN_MS);
    return true;
  }

  return {
    /** The keyup of a key that answered a question. */
    consumeKeyUp: (event: KeyboardEvent): boolean => swallowedKeys.delete(event.code),
    keyUp(event: KeyboardEvent): void {
      if (swallowedKeys.delete(event.code)) suppress(event);
    },
    keyDown(event: KeyboardEvent): void {
      const target = targetOf(event);
      if (!target) return;
      /* Pressed anew: the keyup before was lost to another window, and this one is not the action's. */
      if (!event.repeat) swallowedKeys.delete(event.code);
      const pressKey = event.key === "Enter" || event.key === " ";
      if (pressKey && !isEditable(target)) {
        const intent = site.press(target);
        site.remember(target, "press");
        /* Native controls turn the key into a click, which is judged then; Space on a link that is called a button does not. */
        const handledBySite = !isNative(target) || (event.key === " " && target.matches('a[role="button"]'));
        if (intent && handledBySite && intent.control.contains(target)) {
          if (event.repeat && swallowedKeys.has(event.code)) suppress(event);
          else if (judge(intent, event, activationOf(event, target, true))) swallowedKeys.add(event.code);
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
      if (!intent || (key.key === "Enter" && !key.ctrl && !key.alt && choosesSuggestion(intent, target)))
        return;
      if (event.repeat && swallowedKeys.has(event.code)) suppress(event);
      else if (judge(intent, event, activationOf(event, target, false))) swallowedKeys.add(event.code);
    },
  };
}
