/**
 * Performs the site's own action once: the same event, made anew, on the same element.
 * The guard never listens to untrusted events, so what is made here reaches only the site.
 */

/** How an action came in, so that it can be made again. */
export type Way =
  | { kind: "click"; target: Element; x: number; y: number; detail: number; button: number; down?: boolean }
  | { kind: "twice"; target: Element; x: number; y: number; touch: boolean }
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
  if (!("key" in event))
    return {
      kind: "click",
      target,
      x: event.clientX,
      y: event.clientY,
      detail: event.detail,
      button: event.button,
    };
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

/** What a double click or double tap was. */
export function wayOfTwice(event: MouseEvent | TouchEvent, target: Element): Way {
  const touch = "changedTouches" in event;
  const { clientX: x, clientY: y } = touch ? event.changedTouches[0]! : event;
  return { kind: "twice", target, x, y, touch };
}

/** @returns false when the element is gone: nothing was done. */
export function replay(way: Way, fallback: Element | null): boolean {
  const target = way.target.isConnected ? way.target : fallback;
  if (!target?.isConnected) return false;
  const common = { bubbles: true, cancelable: true, composed: true };
  if (way.kind === "key") {
    const init = {
      ...common,
      key: way.key,
      code: way.code,
      keyCode: way.keyCode,
      which: way.keyCode,
      ctrlKey: way.ctrl,
      metaKey: way.meta,
    };
    target.dispatchEvent(new KeyboardEvent("keydown", init));
    target.dispatchEvent(new KeyboardEvent("keyup", init));
    return true;
  }
  if (way.kind === "twice") {
    twice(target, way);
    return true;
  }
  /* Enter and Space on a control mean a click to every site seen; a click also runs links and native buttons. */
  const at =
    way.kind === "click" ? { clientX: way.x, clientY: way.y, detail: way.detail || 1 } : { detail: 0 };
  /* A site that acts as the button goes down was kept from hearing it: it gets all of the press. */
  const down = way.kind === "click" && way.down ? ["mousedown", "mouseup"] : [];
  for (const type of [...down, "click"])
    target.dispatchEvent(new MouseEvent(type, { ...common, ...at, button: 0 }));
  return true;
}

/** Of a double tap both taps, as the site heard the first one long ago; of a double click the second click on. */
function twice(target: Element, { x, y, touch }: Extract<Way, { kind: "twice" }>): void {
  const common = { bubbles: true, cancelable: true, composed: true };
  if (touch && typeof Touch === "function") {
    const changedTouches = [new Touch({ identifier: 0, target, clientX: x, clientY: y })];
    for (let tap = 0; tap < 2; tap++)
      target.dispatchEvent(new TouchEvent("touchend", { ...common, changedTouches }));
    return;
  }
  for (const type of ["click", "dblclick"])
    target.dispatchEvent(new MouseEvent(type, { ...common, clientX: x, clientY: y, detail: 2, button: 0 }));
}
