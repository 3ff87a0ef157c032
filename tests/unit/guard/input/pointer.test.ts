/** Careless input by mouse and touch: scrolling twice, pressing slowly, sliding. */
import { describe, expect, it } from "vitest";
import { type Activation, replay } from "../../../../src/guard/hold/replay.ts";
import { LONG_PRESS_MS } from "../../../../src/guard/input/long-press.ts";
import { oneControl } from "../one-control.ts";
import { BROWSER } from "../user.ts";

describe("touch", () => {
  async function finger(by: number) {
    const { page, user, judge, control } = await oneControl("div", ["click"]);
    /* Taller than the window, so that a moving finger scrolls. */
    page.add("div", [0, 0, 10, 3_000]);
    const once = async () => {
      const { left, top } = control.getBoundingClientRect();
      const at = { x: left + 50, y: top + 20 };
      await user.fingerDown(at);
      await page.pass(60);
      if (by) await user.slideTo(at, { x: at.x, y: at.y + by });
      await user.fingerUp();
      page.view.scrollTo(0, 0);
      await page.pass(60);
    };
    return { judge, once };
  }
  it("treats two taps as an action, and two short scrolls at the same place as none", async () => {
    const tap = await finger(0);
    await tap.once();
    await tap.once();
    expect(tap.judge).toHaveBeenCalledTimes(1);
    const scroll = await finger(-30);
    await scroll.once();
    await scroll.once();
    expect(scroll.judge).not.toHaveBeenCalled();
  });
});

describe("press, slide and release", () => {
  type Where = "control" | "item" | "elsewhere";
  /** The finger goes down on one element and is released over another; the picker opens after `opens` ms. */
  async function slide(
    from: Where,
    to: Where,
    { opens = 500, held = 700, scrolls = false, mouse = false } = {},
  ) {
    const one = await oneControl();
    const { page, judge, pickerOpen, user, windowEvents } = one;
    if (scrolls) {
      page.add("div", [0, 0, 10, 3_000]);
      one.item.style.position = "fixed";
    } else page.doc.documentElement.style.touchAction = "none";
    const released: string[] = [];
    for (const type of ["pointerup", "touchend"]) page.doc.addEventListener(type, () => released.push(type));
    if (opens < 0) pickerOpen.mockReturnValue(true);
    if (mouse) {
      await user.moveTo(one[from]);
      await user.buttonDown();
    } else await user.fingerDown(one[from]);
    await page.pass(Math.min(held, Math.max(0, opens)));
    pickerOpen.mockReturnValue(opens <= held);
    await page.pass(held - Math.min(held, Math.max(0, opens)));
    if (mouse) {
      await user.moveTo(one[to]);
      await user.buttonUp();
    } else {
      if (from !== to) await user.slideTo(one[from], one[to]);
      await user.fingerUp();
    }
    return { judge, released, ended: windowEvents.map(({ type }) => type), item: one.item };
  }
  it("judges the reaction under the released finger once and keeps the events from the site", async () => {
    const { judge, released, ended, item } = await slide("control", "item");
    expect(judge).toHaveBeenCalledTimes(1);
    expect(judge.mock.calls[0]![0]).toMatchObject({ action: "react", control: item });
    expect(judge.mock.calls[0]![2]).toMatchObject({ kind: "click", target: item });
    expect([ended, released]).toEqual([["pointerup", "touchend"], []]);
  });
  it("judges on touchend if the browser took the finger for scrolling", async () => {
    const { judge, ended } = await slide("control", "item", { scrolls: true });
    expect(judge).toHaveBeenCalledTimes(1);
    /* Firefox scrolls only by a real touch screen. */
    expect(ended).toEqual([BROWSER === "chromium" ? "pointercancel" : "pointerup", "touchend"]);
  });
  it("judges a slide between two items of an open picker, however quick", async () => {
    const { judge } = await slide("item", "item", { opens: -1, held: 500 });
    expect(judge).toHaveBeenCalledTimes(1);
  });
  it.each([
    ["a scroll that ends on an open picker", "elsewhere", "item", { opens: -1, held: 200 }],
    ["a slow scroll that ends on an open picker", "elsewhere", "item", { opens: -1, held: 700 }],
    ["a scroll that begins on the like control", "control", "elsewhere", {}],
    ["a scroll from one like control to another post's", "control", "control", {}],
    ["a mouse that is dragged onto an item", "control", "item", { mouse: true }],
  ] as const)("ignores %s", async (_, from, to, more) => {
    const { judge } = await slide(from, to, more);
    expect(judge).not.toHaveBeenCalled();
  });
  it("leaves a short press without a slide to the click that follows", async () => {
    const { judge, released } = await slide("item", "item", { opens: -1, held: 60 });
    expect(released).toEqual(["pointerup", "touchend"]);
    expect(judge.mock.calls.map(([, { type }]) => type)).toEqual(["click"]);
  });
});

describe("a slow click", () => {
  const slow = async (opensAt: number, touch: boolean, hovered: number | null, held = 750) => {
    /* The guard started under the pointer, so its earlier position is unknown. */
    const unheard = hovered === null ? ["pointerover"] : [];
    const { page, user, control, elsewhere, judge, pickerOpen } = await oneControl("div", unheard);
    await user.moveTo(elsewhere);
    await page.pass(1_000);
    if (hovered !== null) await user.moveTo(control);
    await page.pass(hovered ?? 0);
    if (hovered === null) await user.moveTo(control);
    if (touch) await user.fingerDown(control);
    else await user.buttonDown();
    await page.pass(Math.min(opensAt, held));
    pickerOpen.mockReturnValue(opensAt < held);
    await page.pass(Math.max(0, held - opensAt));
    if (touch) await user.fingerUp();
    else await user.buttonUp();
    return judge;
  };
  it.each([
    ["likes if hovering opened the picker meanwhile", 300, "mouse", 200, 1],
    ["likes if hovering that began a little earlier opened it", 500, "mouse", 200, 1],
    ["likes if hovering that began with the press opened it", 700, "mouse", 10, 1],
    ["likes if the pointer's earlier position is unknown", 500, "mouse", null, 1],
    ["only opens the picker by a mouse that had not hovered", 500, "mouse", 10, 0],
    ["only opens the picker by a finger", 500, "touch", 10, 0],
    ["likes if the picker was open before the finger's press", 300, "touch", 10, 1],
  ] as const)(
    "a slow click with an open picker at its end %s",
    async (_, opensAt, pointerType, hovered, asked) => {
      expect(await slow(opensAt, pointerType === "touch", hovered)).toHaveBeenCalledTimes(asked);
    },
  );
  it("a slow click likes if no picker opened, or if it was too short for a long press", async () => {
    expect(await slow(800, false, 10)).toHaveBeenCalledTimes(1);
    expect(await slow(100, true, 10, LONG_PRESS_MS - 1)).toHaveBeenCalledTimes(1);
  });
});

describe("the middle button", () => {
  const middle = async (button: "middle" | "right", href: string | null) => {
    const { user, control, judge } = await oneControl("a");
    if (href) control.setAttribute("href", href);
    await user.click(control, button);
    return judge.mock.calls.map(([intent, , activation]) => [intent.action, activation]);
  };
  it("the middle button is judged on links to another page, and replayed as a click that opens a new tab", async () => {
    const modifiers = { ctrlKey: true, metaKey: true };
    expect(await middle("middle", "/page/elsewhere")).toEqual([
      ["like", expect.objectContaining({ kind: "click", modifiers })],
    ]);
    for (const nowhere of [null, "#top", "javascript:void 0"])
      expect([nowhere, await middle("middle", nowhere)]).toEqual([nowhere, []]);
    expect(await middle("right", "/page/elsewhere")).toEqual([]);
  });
});

describe("modifier keys of a click", () => {
  it("modifier keys are part of the replayed click", async () => {
    const { user, control, judge, windowEvents } = await oneControl();
    await user.keyDown("Control");
    await user.keyDown("Shift");
    await user.click(control);
    await user.keyUp("Shift");
    await user.keyUp("Control");
    const activation = judge.mock.calls[0]![2] as Activation;
    windowEvents.length = 0;
    expect(replay(activation)).toBe(true);
    expect(
      (windowEvents as MouseEvent[]).map((one) => [one.isTrusted, one.ctrlKey, one.shiftKey, one.metaKey]),
    ).toEqual([[false, true, true, false]]);
  });
});
