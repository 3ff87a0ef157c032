/** What a careless user does with pointer and keys besides pressing: scrolling twice, pressing slowly, holding a key down. */
import { describe, expect, it, vi } from "vitest";
import { keyActions } from "../../../src/guard/keys.ts";
import { LONG_PRESS_MS, pressActions } from "../../../src/guard/presses.ts";
import { ask } from "../../../src/guard/question.ts";
import { guardRoot } from "../../../src/guard/root.ts";
import type { Answer, Warning } from "../../../src/guard/types.ts";
import type { GuardUi } from "../../../src/guard/ui.ts";
import type { Intent, Site } from "../../../src/sites/types.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { drawQuestion } from "./fake-site.ts";

/** A site whose one control likes by a click, by two taps and by a key. */
function setUp() {
  const doc = new FakeDocument();
  const control = doc.createElement("div");
  doc.body.append(control);
  const intent = { action: "like", control, surfaces: [] } as unknown as Intent;
  const pickerOpen = vi.fn(() => false);
  const site = {
    press: () => intent,
    twice: () => intent,
    key: () => null,
    remember: () => {},
    pickerOpen,
  } as unknown as Site;
  const judge = vi.fn(() => true);
  const make = pressActions as (...parts: unknown[]) => ReturnType<typeof pressActions>;
  const presses = make(
    site,
    doc.defaultView,
    judge,
    () => false,
    () => {},
  );
  const keys = keyActions(site, judge);
  const event = (type: string, more: object = {}, on: FakeNode = control) => {
    const made = new FakeEvent(type, { isTrusted: true, ...more });
    made.target = on;
    made.timeStamp = doc.clock.now;
    return made;
  };
  return { doc, judge, pickerOpen, presses, keys, event, contains: vi.spyOn(control, "contains") };
}

describe("touch", () => {
  const finger = (from: number, to: number) => {
    const { doc, judge, presses, event } = setUp();
    const once = async () => {
      presses.down(event("pointerdown", { clientX: 50, clientY: from }) as never);
      await doc.clock.pass(60);
      const changedTouches = [{ clientX: 50, clientY: to }];
      presses.tap(event("touchend", { changedTouches, touches: [] }) as never);
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

describe("a slow click", () => {
  const slow = async (opensAt: number) => {
    const { doc, judge, pickerOpen, presses, event } = setUp();
    presses.down(event("pointerdown") as never);
    await doc.clock.pass(opensAt);
    pickerOpen.mockReturnValue(true);
    await doc.clock.pass(LONG_PRESS_MS + 300 - opensAt);
    presses.click(event("click", { detail: 1 }) as never);
    return judge;
  };
  it("is a choice where the picker had come by hovering, and none where the press itself opened it", async () => {
    expect(await slow(300)).toHaveBeenCalledTimes(1);
    expect(await slow(500)).not.toHaveBeenCalled();
  });
});

describe("a key", () => {
  it("whose release another window heard gives none of the next press away", () => {
    const { keys, judge, event, contains } = setUp();
    contains.mockReturnValue(true);
    const key = { key: " ", code: "Space" };
    keys.down(event("keydown", key) as never);
    expect(judge).toHaveBeenCalledTimes(1);
    const held = event("keydown", { ...key, repeat: true });
    keys.down(held as never);
    expect([held.stopped, judge.mock.calls.length]).toEqual([true, 1]);
    judge.mockReturnValue(false);
    keys.down(event("keydown", key) as never);
    const up = event("keyup", key);
    keys.up(up as never);
    expect(up.defaultPrevented).toBe(false);
  });
});

describe("the question", () => {
  const open = () => {
    const doc = new FakeDocument();
    const guard = guardRoot(doc as never);
    const answers: Answer[] = [];
    const ui = {
      question: (root: unknown) => ({ ...drawQuestion(doc, root as FakeNode), arm: () => {} }),
    } as unknown as GuardUi;
    const question = ask(
      doc as never,
      guard,
      ui,
      {} as Warning,
      (a) => answers.push(a),
      () => doc.clock.now,
    );
    const host = guard.host as never as FakeNode;
    const happens = (type: string, more: object) => {
      const made = new FakeEvent(type, { isTrusted: true, ...more });
      made.target = host;
      made.path = [host];
      question.handle(made as never);
      return made;
    };
    const box = (guard.root as never as FakeNode).querySelector('[data-answer="cancel"]')!.box;
    return { doc, answers, question, happens, on: { clientX: box.left + 5, clientY: box.top + 5 } };
  };
  it.each(["Enter", " "])("is not answered by a key still held down from the act itself: %j", (key) => {
    const { question, happens } = open();
    expect(happens("keydown", { key, repeat: true }).defaultPrevented).toBe(true);
    expect(happens("keydown", { key }).defaultPrevented).toBe(false);
    expect(happens("keydown", { key: "Tab", repeat: true }).defaultPrevented).toBe(false);
    question.close();
  });
  it("nor by the second half of a double click, wherever it lands", async () => {
    const { doc, answers, happens, on } = open();
    happens("click", { ...on, detail: 2 });
    expect(answers).toEqual([]);
    await doc.clock.pass(300);
    happens("click", { ...on, detail: 2 });
    expect(answers).toEqual(["cancel"]);
  });
});
