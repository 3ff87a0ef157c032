/**
 * Performs the site's own action once: the same event, made anew, on the same element.
 * The guard never listens to untrusted events, so what is made here reaches only the site.
 */

/** How an action came in, so that it can be made again. */
export type Way =
  | {
      kind: "click";
      target: Element;
      x: number;
      y: number;
      detail: number;
      down?: boolean;
      /** Keys held down with it, which say where a link opens: browsers look at them though a script made the click. */
      held?: EventModifierInit;
    }
  | { kind: "twice"; target: Element; again(target: Element): void }
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
export function wayOf(event: MouseEvent | KeyboardEvent, target: Element, pressesControl: boolean): Way {
  if (!("key" in event)) {
    const { clientX: x, clientY: y, detail, ctrlKey, metaKey, shiftKey, altKey } = event;
    return { kind: "click", target, x, y, detail, held: { ctrlKey, metaKey, shiftKey, altKey } };
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
export function replay(way: Way): boolean {
  const { target } = way;
  if (!target.isConnected) return false;
  const common = { bubbles: true, cancelable: true, composed: true };
  if (way.kind === "key") {
    const { key, code, keyCode, ctrl: ctrlKey, meta: metaKey } = way;
    const init = { ...common, key, code, keyCode, which: keyCode, ctrlKey, metaKey };
    for (const type of ["keydown", "keyup"]) target.dispatchEvent(new KeyboardEvent(type, init));
    return true;
  }
  if (way.kind === "twice") {
    way.again(target);
    return true;
  }
  /* Enter and Space on a control mean a click to every site seen; a click also runs links and native buttons. */
  const at =
    way.kind === "click"
      ? { clientX: way.x, clientY: way.y, detail: way.detail || 1, ...way.held }
      : { detail: 0 };
  /* A site that acts as the button goes down was kept from hearing it: it gets all of the press. */
  const down = way.kind === "click" && way.down ? ["mousedown", "mouseup"] : [];
  for (const type of [...down, "click"])
    target.dispatchEvent(new MouseEvent(type, { ...common, ...at, button: 0 }));
  return true;
}
