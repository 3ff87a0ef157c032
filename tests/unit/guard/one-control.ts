/** A page with one control that likes, an item of a picker that reacts, and something that does neither. */
import { vi } from "vitest";
import type { Intent, Site } from "../../../src/sites/adapter.ts";
import { DOUBLE_TAP_INPUT } from "../../../src/sites/shared/double-tap.ts";
import { inputIn } from "./guard.ts";
import { openPage } from "./page.ts";
import { User } from "./user.ts";

/** @param name the control's element. @param unheard events that do not reach the guard. */
export async function oneControl(name = "div", unheard: readonly string[] = []) {
  const page = await openPage();
  /** Events of the window, recorded before the guard gets them. */
  const windowEvents: Event[] = [];
  page.ledger.overhear(["click", "pointerup", "pointercancel", "touchend"], (event) =>
    windowEvents.push(event),
  );
  const control = page.add(name, [0, 300, 100, 40]);
  const item = page.add("div", [0, 200, 100, 40]);
  const elsewhere = page.add("p", [0, 0, 100, 40]);
  control.tabIndex = 0;
  const intent = { action: "like", control, surfaces: [] } as unknown as Intent;
  const reactIntent = { action: "react", control: item, surfaces: [] } as unknown as Intent;
  const pickerOpen = vi.fn(() => false);
  const key = vi.fn((..._asked: unknown[]): Intent | null => null);
  const site = {
    press: (on: unknown) => (on === item ? reactIntent : on === control ? intent : null),
    doubleTap: () => intent,
    doubleTapInput: DOUBLE_TAP_INPUT,
    key,
    remember: () => {},
    pickerOpen,
  } as unknown as Site;
  /* No context menu and no new page: the test stays where it is. */
  for (const type of ["contextmenu", "auxclick"])
    page.doc.addEventListener(type, (event) => event.preventDefault());
  const nodes = { control, item, elsewhere };
  const input = inputIn(page, site, { unheard });
  return { page, user: new User(page), windowEvents, ...nodes, ...input, pickerOpen, key, intent };
}
