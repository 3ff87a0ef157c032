/** What a careless user does with mouse and fingers besides pressing: scrolling twice, pressing slowly, sliding. */
import { describe, expect, it } from "vitest";
import { type Activation, replay } from "../../../../src/guard/hold/replay.ts";
import { LONG_PRESS_MS } from "../../../../src/guard/input/long-press.ts";
import { oneControl } from "../one-control.ts";
import { BROWSER } from "../user.ts";

describe("touch", () => {
  async function finger(by: number) {
    const { page, user, judge, control } = await oneControl("div", ["click"]);
    /* Longer than the window: a finger that moves scrolls. */
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
  it("two taps are an action, two short scrolls at the same place are none", async () => {
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
  /** The finger goes down on one element and is lifted over another; the picker opens after so long. */
  async function slide(
    from: Where,
    to: Where,
    { opens = 500, held = 700, scrolls = false, mouse = false } = {},
  ) {
    const one = await oneControl();
    const { page, judge, pickerOpen, user, came } = one;
    if (scrolls) {
      page.add("div", [0, 0, 10, 3_000]);
      one.item.style.position = "fixed";
    } else page.doc.documentElement.style.touchAction = "none";
    const lifted: string[] = [];
    for (const type of ["pointerup", "touchend"]) page.doc.addEventListener(type, () => lifted.push(type));
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
    return { judge, lifted, ended: came.map(({ type }) => type), item: one.item };
  }
  it("chooses what is under the lifted finger: that is asked about, once, and kept from the site", async () => {
    const { judge, lifted, ended, item } = await slide("control", "item");
    expect(judge).toHaveBeenCalledTimes(1);
    expect(judge.mock.calls[0]![0]).toMatchObject({ action: "react", control: item });
    expect(judge.mock.calls[0]![2]).toMatchObject({ kind: "click", target: item });
    expect([ended, lifted]).toEqual([["pointerup", "touchend"], []]);
  });
  it("where the browser took the finger for scrolling, too: then only touchend tells of it", async () => {
    const { judge, ended } = await slide("control", "item", { scrolls: true });
    expect(judge).toHaveBeenCalledTimes(1);
    /* Firefox takes it for scrolling only where a finger of a screen's does so. */
    expect(ended).toEqual([BROWSER === "chromium" ? "pointercancel" : "pointerup", "touchend"]);
  });
  it("from one item of an open picker to another, however quickly", async () => {
    const { judge } = await slide("item", "item", { opens: -1, held: 500 });
    expect(judge).toHaveBeenCalledTimes(1);
  });
  it.each([
    ["a scroll that ends on an open picker", "elsewhere", "item", { opens: -1, held: 200 }],
    ["a slow one, too", "elsewhere", "item", { opens: -1, held: 700 }],
    ["a scroll from the like", "control", "elsewhere", {}],
    ["a scroll from the like to where another post's like is", "control", "control", {}],
    ["a mouse", "control", "item", { mouse: true }],
  ] as const)("%s is none", async (_, from, to, more) => {
    const { judge } = await slide(from, to, more);
    expect(judge).not.toHaveBeenCalled();
  });
  it("a finger that stayed where it was pressed shortly is none: the click that follows is judged", async () => {
    const { judge, lifted } = await slide("item", "item", { opens: -1, held: 60 });
    expect(lifted).toEqual(["pointerup", "touchend"]);
    expect(judge.mock.calls.map(([, { type }]) => type)).toEqual(["click"]);
  });
});

describe("a slow click", () => {
  const slow = async (opensAt: number, touch: boolean, hovered: number | null, held = 750) => {
    /* Where the pointer was before nobody knows: the guard came into the page under it. */
    const deaf = hovered === null ? ["pointerover"] : [];
    const { page, user, control, elsewhere, judge, pickerOpen } = await oneControl("div", deaf);
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
    ["the picker came by hovering meanwhile", 300, "mouse", 200, 1],
    ["by hovering begun a little before", 500, "mouse", 200, 1],
    ["by hovering begun with the press", 700, "mouse", 10, 1],
    ["where the pointer was before, nobody knows", 500, "mouse", null, 1],
    ["the press of a mouse that had not hovered opened it", 500, "mouse", 10, 0],
    ["a finger's opened it", 500, "touch", 10, 0],
    ["it stood open before the finger's", 300, "touch", 10, 1],
  ] as const)("with a picker at the end: %s", async (_, opensAt, pointerType, hovered, asked) => {
    expect(await slow(opensAt, pointerType === "touch", hovered)).toHaveBeenCalledTimes(asked);
  });
  it("is one where no picker came, and never long before the time", async () => {
    expect(await slow(800, false, 10)).toHaveBeenCalledTimes(1);
    expect(await slow(100, true, 10, LONG_PRESS_MS - 1)).toHaveBeenCalledTimes(1);
  });
});

describe("the middle button", () => {
  const middle = async (button: "middle" | "right", href: string | null) => {
    const { user, control, judge } = await oneControl("a");
    if (href) control.setAttribute("href", href);
    await user.click(control, button);
    return judge.mock.calls.map(([intent, , way]) => [intent.action, way]);
  };
  it("opens what a link leads to: asked about, and made again as a click that opens apart", async () => {
    const held = { ctrlKey: true, metaKey: true };
    expect(await middle("middle", "/page/elsewhere")).toEqual([
      ["like", expect.objectContaining({ kind: "click", held })],
    ]);
    for (const nowhere of [null, "#top", "javascript:void 0"])
      expect([nowhere, await middle("middle", nowhere)]).toEqual([nowhere, []]);
    expect(await middle("right", "/page/elsewhere")).toEqual([]);
  });
});

describe("keys held down with a click", () => {
  it("are held down in the click that is made again", async () => {
    const { user, control, judge, came } = await oneControl();
    await user.keyDown("Control");
    await user.keyDown("Shift");
    await user.click(control);
    await user.keyUp("Shift");
    await user.keyUp("Control");
    const way = judge.mock.calls[0]![2] as Activation;
    came.length = 0;
    expect(replay(way)).toBe(true);
    expect(
      (came as MouseEvent[]).map((one) => [one.isTrusted, one.ctrlKey, one.shiftKey, one.metaKey]),
    ).toEqual([[false, true, true, false]]);
  });
});
