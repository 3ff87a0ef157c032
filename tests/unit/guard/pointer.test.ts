/** What a careless user does with mouse and fingers besides pressing: scrolling twice, pressing slowly, sliding. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { LONG_PRESS_MS } from "../../../src/guard/long-press.ts";
import { replay, type Way } from "../../../src/guard/replay.ts";
import { FakeEvent } from "./fake-events.ts";
import type { FakeNode } from "./fake-page.ts";
import { oneControl as setUp } from "./one-control.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("touch", () => {
  const finger = (from: number, to: number) => {
    const { doc, judge, presses, event } = setUp();
    const once = async () => {
      presses.down(event("pointerdown", { clientX: 50, clientY: from, pointerType: "touch" }));
      await doc.clock.pass(60);
      const changedTouches = [{ clientX: 50, clientY: to }];
      presses.lift(event("touchend", { changedTouches, touches: [] }));
      await doc.clock.pass(60);
    };
    return { judge, once };
  };
  it("two taps are an action, two short scrolls at the same place are none", async () => {
    const tap = finger(300, 304);
    await tap.once();
    await tap.once();
    expect(tap.judge).toHaveBeenCalledTimes(1);
    const scroll = finger(330, 300);
    await scroll.once();
    await scroll.once();
    expect(scroll.judge).not.toHaveBeenCalled();
  });
});

describe("press, slide and release", () => {
  /** The finger goes down on one element and is lifted over another; the picker opens after so long. */
  async function slide(
    from: "control" | "item" | "elsewhere",
    to: "control" | "item" | "elsewhere",
    { opens = 500, held = 700, heard = ["pointerup", "touchend"], pointerType = "touch" } = {},
  ) {
    const page = setUp();
    const { doc, judge, pickerOpen, presses, event } = page;
    const on = page[from];
    const at = (node: FakeNode) => ({ clientX: 50, clientY: node.box.top + 20 });
    if (opens < 0) pickerOpen.mockReturnValue(true);
    presses.down(event("pointerdown", { ...at(on), pointerType }, on));
    await doc.clock.pass(Math.min(held, Math.max(0, opens)));
    pickerOpen.mockReturnValue(opens <= held);
    await doc.clock.pass(held - Math.min(held, Math.max(0, opens)));
    /* As browsers have it, what the finger began on is the target to the end. */
    const lifted = heard.map((type) => {
      const made = event(
        type,
        type === "touchend" ? { changedTouches: [at(page[to])], touches: [] } : at(page[to]),
        on,
      );
      presses.lift(made);
      return made as FakeEvent;
    });
    return { judge, lifted, item: page.item };
  }
  it("chooses what is under the lifted finger: that is asked about, once, and kept from the site", async () => {
    const { judge, lifted, item } = await slide("control", "item");
    expect(judge).toHaveBeenCalledTimes(1);
    expect(judge.mock.calls[0]![0]).toMatchObject({ action: "react", control: item });
    expect(judge.mock.calls[0]![2]).toMatchObject({ kind: "click", target: item });
    expect(lifted[1]!.stopped).toBe(true);
  });
  it("where the browser took the finger for scrolling, too: then only touchend tells of it", async () => {
    const { judge } = await slide("control", "item", { heard: ["touchend"] });
    expect(judge).toHaveBeenCalledTimes(1);
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
    ["a finger that stayed where it was pressed shortly", "item", "item", { opens: -1, held: 60 }],
    ["a mouse", "control", "item", { pointerType: "mouse" }],
  ] as const)("%s is none", async (_, from, to, more) => {
    const { judge } = await slide(from, to, more);
    expect(judge).not.toHaveBeenCalled();
  });
});

describe("a slow click", () => {
  const slow = async (opensAt: number, pointerType: string, hovered: number | null, held = 750) => {
    const { doc, control, elsewhere, judge, pickerOpen, presses, event } = setUp();
    presses.came(elsewhere as never, doc.clock.now);
    await doc.clock.pass(1_000);
    if (hovered !== null) presses.came(control as never, doc.clock.now);
    await doc.clock.pass(hovered ?? 0);
    presses.down(event("pointerdown", { pointerType }));
    await doc.clock.pass(opensAt);
    pickerOpen.mockReturnValue(true);
    await doc.clock.pass(held - opensAt);
    presses.click(event("click", { detail: 1 }));
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
    expect(await slow(opensAt, pointerType, hovered)).toHaveBeenCalledTimes(asked);
  });
  it("is one where no picker came, and never long before the time", async () => {
    expect(await slow(800, "mouse", 10)).toHaveBeenCalledTimes(1);
    expect(await slow(100, "touch", 10, LONG_PRESS_MS - 1)).toHaveBeenCalledTimes(1);
  });
});

describe("the middle button", () => {
  const middle = (button: number, leads: boolean) => {
    const { control, judge, presses, event } = setUp();
    /* The stand-in page knows no `:not()`: whether the link leads anywhere is said here. */
    vi.spyOn(control, "closest").mockReturnValue(leads ? control : null);
    presses.middle(event("auxclick", { button }));
    return judge.mock.calls.map(([intent, , way]) => [intent.action, way]);
  };
  it("opens what a link leads to: asked about, and made again as a click that opens apart", () => {
    const held = { ctrlKey: true, metaKey: true };
    expect(middle(1, true)).toEqual([["like", expect.objectContaining({ kind: "click", held })]]);
    expect(middle(1, false)).toEqual([]);
    expect(middle(2, true)).toEqual([]);
  });
});

describe("keys held down with a click", () => {
  it("are held down in the click that is made again", () => {
    const { control, judge, presses, event } = setUp();
    presses.click(event("click", { detail: 1, ctrlKey: true, shiftKey: true }));
    const way = judge.mock.calls[0]![2] as Way;
    const made: FakeEvent[] = [];
    vi.stubGlobal("MouseEvent", FakeEvent);
    control.dispatchEvent = (one) => made.push(one) > 0;
    expect(replay(way)).toBe(true);
    vi.unstubAllGlobals();
    expect(made.map((one) => [one.type, one.ctrlKey, one.shiftKey, one.metaKey])).toEqual([
      ["click", true, true, false],
    ]);
  });
});
