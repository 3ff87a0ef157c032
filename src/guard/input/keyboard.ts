import { suppress, targetOf } from "../../dom/events.ts";
import { draftOf, isEditable, isNative } from "../../dom/text.ts";
import type { Intent, KeyPress, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";
import { activationOf } from "../hold/replay.ts";
import { picksSuggestion } from "./suggestion-list.ts";

/** After this time, in ms, an editor whose text Enter sent is empty or gone; one that took a suggestion is not. */
export const SENT_WITHIN_MS = 300;

/**
 * Keyboard input: pressing a control, sending from an editor, single-letter shortcuts.
 * @returns the handlers by event type, and `release`
 */
export function makeKeyboardInput(
  site: Site,
  judge: Judge,
  /** Called when Enter sent a text although it seemed to pick a suggestion. */
  onBypassed: (intent: Intent) => void,
) {
  /** Keys whose keydown was suppressed: their keyup belongs to the same action. */
  const swallowedKeys = new Set<string>();
  /** Set once Enter sent a text with a list open: open lists on this page then no longer let Enter pass. */
  let listsUnreliable = false;

  /** True if Enter seems to pick a suggestion; checks afterwards whether it did. */
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
    /** Takes the keyup of a key whose keydown opened the question that is now open. */
    release: (event: KeyboardEvent): boolean => swallowedKeys.delete(event.code),
    keyup(event: KeyboardEvent): void {
      if (swallowedKeys.delete(event.code)) suppress(event);
    },
    keydown(event: KeyboardEvent): void {
      const target = targetOf(event);
      if (!target) return;
      /* A new press: another window got the keyup of the suppressed one, so this keyup belongs to the page. */
      if (!event.repeat) swallowedKeys.delete(event.code);
      const isPressKey = event.key === "Enter" || event.key === " ";
      if (isPressKey && !isEditable(target)) {
        const intent = site.press(target);
        site.remember(target, "press");
        /* Native controls turn the key into a click, which is judged then; Space on a link with role=button does not. */
        const handledBySite = !isNative(target) || (event.key === " " && target.matches('a[role="button"]'));
        if (intent && handledBySite && intent.control.contains(target)) {
          if (event.repeat && swallowedKeys.has(event.code)) suppress(event);
          else if (judge(intent, event, activationOf(event, target, true))) swallowedKeys.add(event.code);
          return;
        }
      }
      const key: KeyPress = {
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
