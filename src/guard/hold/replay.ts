/**
 * Performs the site's own action once, by dispatching a copy of the user's event on the same element. The guard ignores
 * untrusted events, so the copy reaches only the site.
 */

/** How the user triggered an action, in enough detail to replay it. */
export type Activation =
  | {
      kind: "click";
      target: Element;
      x: number;
      y: number;
      detail: number;
      /** Replays mousedown and mouseup too, for a site that acts on mousedown. */
      press?: boolean;
      /** Keys held during the click. They decide where a link opens, even for a click made by a script. */
      modifiers?: EventModifierInit;
    }
  | { kind: "doubleTap"; target: Element; repeat(target: Element): void }
  | { kind: "press-key"; target: Element; key: string; code: string }
  | {
      kind: "key";
      target: Element;
      key: string;
      code: string;
      keyCode: number;
      ctrl: boolean;
      meta: boolean;
    };

/** Reads a trusted event into plain values. */
export function activationOf(
  event: MouseEvent | KeyboardEvent,
  target: Element,
  pressesControl: boolean,
): Activation {
  if (!("key" in event)) {
    const { clientX: x, clientY: y, detail, ctrlKey, metaKey, shiftKey, altKey } = event;
    return { kind: "click", target, x, y, detail, modifiers: { ctrlKey, metaKey, shiftKey, altKey } };
  }
  if (pressesControl) return { kind: "press-key", target, key: event.key, code: event.code };
  return {
    kind: "key",
    target,
    key: event.key,
    code: event.code,
    keyCode: event.keyCode,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
  };
}

/** Replays the user's event. @returns false if the element is gone and nothing was done */
export function replay(activation: Activation): boolean {
  const { target } = activation;
  if (!target.isConnected) return false;
  const common = { bubbles: true, cancelable: true, composed: true };
  if (activation.kind === "key") {
    const { key, code, keyCode, ctrl: ctrlKey, meta: metaKey } = activation;
    const init = { ...common, key, code, keyCode, which: keyCode, ctrlKey, metaKey };
    for (const type of ["keydown", "keyup"]) target.dispatchEvent(new KeyboardEvent(type, init));
    return true;
  }
  if (activation.kind === "doubleTap") {
    activation.repeat(target);
    return true;
  }
  /* Every site seen takes Enter and Space on a control as a click; a click also works on links and native buttons. */
  const at =
    activation.kind === "click"
      ? {
          clientX: activation.x,
          clientY: activation.y,
          detail: activation.detail || 1,
          ...activation.modifiers,
        }
      : { detail: 0 };
  /* A site that acts on mousedown did not get that event while the action was held: it gets the whole press now. */
  const down = activation.kind === "click" && activation.press ? ["mousedown", "mouseup"] : [];
  for (const type of [...down, "click"])
    target.dispatchEvent(new MouseEvent(type, { ...common, ...at, button: 0 }));
  return true;
}
