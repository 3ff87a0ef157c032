/** What the guard does with single acts of the user, and with acts that are not the user's. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeEvent } from "./fake-events.ts";
import { Harness } from "./harness.ts";

let h: Harness;
/** What the page heard in its body, and the events themselves. */
let heard: FakeEvent[];
let listening: AbortController;
const globals = globalThis as unknown as Record<string, unknown>;
const before = { MouseEvent: globals.MouseEvent, KeyboardEvent: globals.KeyboardEvent };
beforeAll(() => {
  vi.spyOn(performance, "now").mockImplementation(() => h?.clock.now ?? 0);
  Object.assign(globals, { MouseEvent: FakeEvent, KeyboardEvent: FakeEvent });
});
afterAll(() => {
  vi.restoreAllMocks();
  Object.assign(globals, before);
});
beforeEach(() => {
  h = new Harness();
  heard = [];
  listening = new AbortController();
  h.fill(0, "warn");
});
/** The user asks for a campaign post to be liked; the question is open. */
async function asked(): Promise<void> {
  h.rules("ready");
  await h.press(0, "mouse", true);
  expect(h.warnings).toHaveLength(1);
}
const hear = (...types: string[]) => {
  const { signal } = listening;
  for (const type of types) h.doc.body.addEventListener(type, (event) => heard.push(event), { signal });
};
/** The page stops listening; the run must have kept every promise. */
const finish = () => {
  listening.abort();
  return h.finish();
};
const real = (type: string, more = {}) => new FakeEvent(type, { isTrusted: true, ...more });
const choices = () => h.log.map(({ choice }) => choice);

describe("made by the page", () => {
  it("presses and keys open nothing and reach the page's own handlers", async () => {
    h.rules("ready");
    hear("click", "keydown");
    await h.press(0, "mouse", false);
    expect([h.warnings, heard.map(({ type }) => type)]).toEqual([[], ["click", "keydown"]]);
    await h.settle();
  });

  it.each([
    ["pointerover", "hover"],
    ["focusin", "focus"],
  ])("%s is not remembered as where the user was", async (type, how) => {
    h.controls[0]!.dispatchEvent(new FakeEvent(type, { byPage: true }));
    expect(h.remembered).toEqual([]);
    h.controls[0]!.dispatchEvent(real(type));
    expect(h.remembered).toEqual([how]);
  });

  it("answers, Escape and clicks outside neither confirm nor close the question", async () => {
    await asked();
    await h.clock.pass(400);
    for (const answer of ["cancel", "continue", "not-campaign"] as const)
      for (const by of ["mouse", "key"] as const) await h.answer(answer, by, false);
    await h.key("Escape", false);
    h.doc.documentElement.dispatchEvent(new FakeEvent("click", { clientX: 1, clientY: 1, detail: 1 }));
    await h.settle();
    expect([choices(), h.doc.top.length]).toEqual([[], 1]);
    await h.answer("continue", "mouse", true);
    expect(choices()).toEqual(["continued"]);
    await h.settle();
  });
});

describe("what is held", () => {
  it.each(["mouse", "key"] as const)("by %s is kept from the site and from the browser", async (by) => {
    h.rules("ready");
    hear("click", "keydown");
    const made: FakeEvent[] = [];
    const control = h.controls[0]!;
    const dispatch = control.dispatchEvent.bind(control);
    control.dispatchEvent = (event) => {
      made.push(event);
      return dispatch(event);
    };
    await h.press(0, by, true);
    const held = made.find(({ type }) => type === (by === "mouse" ? "click" : "keydown"))!;
    expect([h.warnings.length, heard, held.defaultPrevented, held.stopped]).toEqual([1, [], true, true]);
  });

  it("is held after document.open() as before", async () => {
    h.rules("ready");
    await h.clock.flush();
    h.doc.reopened();
    await h.clock.flush();
    await h.press(0, "mouse", true);
    expect(h.warnings).toHaveLength(1);
  });

  it("says where it cannot be recorded", async () => {
    h.oracle.recordable = false;
    await asked();
    expect(h.warnings[0]!.canRecord).toBe(false);
  });

  it("ends with the guard: undone, one line, nothing left", async () => {
    await asked();
    await finish();
    expect(choices()).toEqual(["cancelled"]);
  });
});

describe("while a question is open", () => {
  const kept = ["auxclick", "dblclick", "pointerup", "mousedown", "mouseup", "contextmenu", "keypress"];
  kept.push(
    "beforeinput",
    "input",
    "paste",
    "drop",
    "pointerdown",
    "keydown",
    "keyup",
    "touchstart",
    "touchend",
  );

  it.each(kept)("the page behind hears no %s, and does again after the answer", async (type) => {
    await asked();
    hear(type);
    const behind = real(type, { key: "x", code: "KeyX" });
    h.doc.body.dispatchEvent(behind);
    /* A finger scrolls the question: its default stays. */
    expect([heard, behind.defaultPrevented]).toEqual([[], !type.startsWith("touch")]);
    await h.answer("cancel", "mouse", true);
    h.doc.body.dispatchEvent(real(type, { key: "x", code: "KeyX" }));
    expect(heard.map((event) => event.type)).toEqual([type]);
  });
});

describe("without rules", () => {
  it("the action waits half a second, then happens once, unasked, with its line", async () => {
    hear("click");
    await h.press(0, "mouse", true);
    await h.press(0, "mouse", true);
    await h.clock.pass(499);
    expect([heard, h.log]).toEqual([[], []]);
    await h.clock.pass(1);
    expect([heard.length, choices()]).toEqual([1, ["unchecked"]]);
    await h.clock.pass(5_000);
    h.rules("ready");
    await h.clock.pass(5_000);
    expect([heard.length, choices(), h.warnings]).toEqual([1, ["unchecked"], []]);
    await finish();
  });

  it("that come in time it is asked about, and not done", async () => {
    hear("click");
    await h.press(0, "mouse", true);
    await h.clock.pass(400);
    h.rules("ready");
    await h.clock.pass(5_000);
    expect([heard, h.warnings.length]).toEqual([[], 1]);
    await finish();
  });

  it("that cannot be had the page works, and each action has its line", async () => {
    h.rules("failed");
    await h.press(0, "mouse", true);
    expect(choices()).toEqual(["unchecked"]);
    await finish();
  });

  it("and with another post in its place by then nothing happens", async () => {
    hear("click");
    await h.press(0, "mouse", true);
    h.fill(0, "clear");
    await h.clock.pass(500);
    expect([heard, choices()]).toEqual([[], ["unchecked"]]);
    await h.settle();
  });
});

it.each([
  ["cancel", "cancelled", 0],
  ["continue", "continued", 1],
  ["not-campaign", "not-campaign", 1],
] as const)("%s is one line, and the action happens as often as it should", async (answer, choice, times) => {
  await asked();
  hear("click");
  await h.clock.pass(300);
  for (let turn = 0; turn < 3; turn++) await h.answer(answer, "mouse", true);
  const done = heard.filter((event) => !event.isTrusted);
  expect([choices(), done.length]).toEqual([[choice], times]);
  expect(h.doc.documentElement.kids).toEqual([h.doc.body]);
  await finish();
});

it("at its end the guard lets go of everything", async () => {
  await asked();
  await h.answer("cancel", "mouse", true);
  await h.press(1, "key", true);
  await finish();
});
