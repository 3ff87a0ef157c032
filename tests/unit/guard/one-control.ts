/** A page with one control that likes, an item of a picker that reacts, and something that does neither. */
import { vi } from "vitest";
import { keyActions } from "../../../src/guard/keys.ts";
import { pressActions } from "../../../src/guard/presses.ts";
import { DOUBLE } from "../../../src/sites/double.ts";
import type { Intent, Site } from "../../../src/sites/types.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";

/** What the page's clock says stands for the browser's from now on, until mocks are restored. */
export function oneControl() {
  const doc = new FakeDocument();
  vi.spyOn(performance, "now").mockImplementation(() => doc.clock.now);
  const [control, item, elsewhere] = ["div", "div", "p"].map((name) => {
    const made = doc.createElement(name);
    doc.body.append(made);
    return made;
  }) as [FakeNode, FakeNode, FakeNode];
  control.box = { left: 0, top: 300, width: 100, height: 40 };
  item.box = { left: 0, top: 200, width: 100, height: 40 };
  elsewhere.box = { left: 0, top: 0, width: 100, height: 40 };
  const intent = { action: "like", control, surfaces: [] } as unknown as Intent;
  const reacts = { action: "react", control: item, surfaces: [] } as unknown as Intent;
  const pickerOpen = vi.fn(() => false);
  const key = vi.fn((..._asked: unknown[]): Intent | null => null);
  const site = {
    press: (on: unknown) => (on === item ? reacts : on === control ? intent : null),
    twice: () => intent,
    double: DOUBLE,
    key,
    remember: () => {},
    pickerOpen,
  } as unknown as Site;
  const judge = vi.fn((_intent: Intent, _event: unknown, _way: unknown) => true);
  const slipped = vi.fn();
  const view = Object.assign(doc.defaultView, { document: doc });
  const make = pressActions as (...parts: unknown[]) => ReturnType<typeof pressActions>;
  const presses = make(
    site,
    view,
    judge,
    () => false,
    () => {},
  );
  const keys = keyActions(site, judge as never, slipped);
  const event = (type: string, more: object = {}, on: FakeNode = control) => {
    const made = new FakeEvent(type, { isTrusted: true, ...more });
    made.target = on;
    made.timeStamp = doc.clock.now;
    return made as never;
  };
  const nodes = { control, item, elsewhere };
  return { doc, ...nodes, judge, pickerOpen, presses, keys, key, slipped, event, intent };
}
