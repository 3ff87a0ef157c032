/** How the user's presses come into the page: by the browser's driver, or quickly, for runs in great numbers. */
import type { Point } from "./driver/steps.ts";
import type { TestPage } from "./page.ts";
import { User } from "./user.ts";

const COMMON = { bubbles: true, cancelable: true, composed: true };

export interface InputDevice {
  /** @param at where. `hit` tells what lies there, in closed shadow roots, too. */
  click(at: Point, hit: (x: number, y: number) => Element | null): Promise<void>;
  /** A key, down and up. `on` tells what has the focus. */
  key(key: string, on: () => Element): Promise<void>;
}

export function driverInput(page: TestPage): InputDevice {
  const user = new User(page);
  return { click: (at) => user.click(at), key: (key) => user.key(key) };
}

/**
 * Events that whoever listens takes for trusted, sent where the browser's own hit test and focus say; the click that a
 * browser makes of Enter on a native button is made here. A press takes 16 ms less than by the driver.
 */
export function dispatchedInput({ view, ledger }: TestPage): InputDevice {
  return {
    async click({ x, y }, hit) {
      const at = { ...COMMON, clientX: x, clientY: y, detail: 1, pointerType: "mouse" };
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
        const on = hit(x, y) ?? view.document.documentElement;
        const Made = /^mouse/.test(type) ? view.MouseEvent : view.PointerEvent;
        ledger.dispatchAsUser(on, new Made(type, at));
      }
    },
    async key(key, focused) {
      const init = { ...COMMON, key, code: key };
      const on = focused();
      const down = ledger.dispatchAsUser(on, new view.KeyboardEvent("keydown", init));
      if (!down.defaultPrevented && key === "Enter" && focused().localName === "button")
        ledger.dispatchAsUser(focused(), new view.PointerEvent("click", { ...COMMON, detail: 0 }));
      ledger.dispatchAsUser(focused(), new view.KeyboardEvent("keyup", init));
    },
  };
}

/** An event as a page's script makes it, of mouse or keyboard. */
export function madeByScript(
  view: Window & typeof globalThis,
  type: string,
  init: MouseEventInit & KeyboardEventInit,
): Event {
  const Made = type.startsWith("key") ? view.KeyboardEvent : view.MouseEvent;
  return new Made(type, { ...COMMON, ...init });
}
