/**
 * Performs the site's own action once: the same event, made anew, on the same element.
 * The guard never listens to untrusted events, so what is made here reaches only the site.
 */

/** How an action came in, so that it can be made again. */
export type Activation =
  | {
      kind: "click";
      target: Element;
      x: number;
      y: number;
      detail: number;
      includesButtonDown?: boolean;
      /** Keys held down with it, which say where a link opens: browsers look at them though a script made the click. */
      modifiers?: EventModifierInit;
    }
  | { kind: "twice"; target: Element; repeat(target: Element): void }
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

/** What a trusted event was, in plain values. */
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

/** @returns false when the element is gone: nothing was done. */
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
  if (activation.kind === "twice") {
    activation.repeat(target);
    return true;
  }
  /* Enter and Space on a control mean a click to every site seen; a click also runs links and native buttons. */
  const at =
    activation.kind === "click"
      ? {
          clientX: activation.x,
          clientY: activation.y,
          detail: activation.detail || 1,
          ...activation.modifiers,
        }
      : { detail: 0 };
  /* A site that acts as the button goes down was kept from hearing it: it gets all of the press. */
  const down = activation.kind === "click" && activation.includesButtonDown ? ["mousedown", "mouseup"] : [];
  for (const type of [...down, "click"])
    target.dispatchEvent(new MouseEvent(type, { ...common, ...at, button: 0 }));
  return true;
}
