/** What the guard does with single acts of the user, and with acts that are not the user's. */
import { beforeEach, describe, expect, it } from "vitest";
import { driverInput } from "./hands.ts";
import { Harness } from "./harness.ts";
import { openPage, type TestPage } from "./page.ts";
import { ANSWERS } from "./site.ts";
import { User } from "./user.ts";

let page: TestPage;
let user: User;
let h: Harness;
/** What the page heard in its body, and the events themselves. */
let heard: Event[];
let listening: AbortController;
/** Everything that came into the window, before the guard heard it. */
let came: Event[];

beforeEach(async () => {
  page = await openPage();
  user = new User(page);
  came = [];
  page.ledger.overhear(["click", "keydown"], (event) => came.push(event));
  h = new Harness(page, driverInput(page));
  heard = [];
  listening = new AbortController();
  h.fill(0, "warn");
});
/** The user asks for a campaign post to be liked; the question is open. */
async function asked(): Promise<void> {
  h.rules("ready");
  await h.press(0, "mouse");
  expect(h.warnings).toHaveLength(1);
}
const hear = (...types: string[]) => {
  const { signal } = listening;
  for (const type of types) page.doc.addEventListener(type, (event) => heard.push(event), { signal });
};
/** The page stops listening; the run must have kept every promise. */
const finish = () => {
  listening.abort();
  return h.finish();
};
const choices = () => h.log.map(({ choice }) => choice);

describe("made by the page", () => {
  it("presses and keys open nothing and reach the page's own handlers", async () => {
    h.rules("ready");
    hear("click", "keydown");
    await h.forgePress(0);
    expect([h.warnings, heard.map(({ type }) => type)]).toEqual([[], ["click", "keydown"]]);
    await h.settle();
  });

  it("pointerover is not remembered as where the user was", async () => {
    await user.moveTo({ x: 900, y: 700 });
    h.remembered.length = 0;
    h.forge(h.controls[0]!, "pointerover");
    expect(h.remembered).toEqual([]);
    await user.moveTo(h.controls[0]!);
    expect(h.remembered).toEqual(["hover"]);
  });
  it("focusin is not remembered as where the user was", async () => {
    await user.click({ x: 900, y: 700 });
    h.remembered.length = 0;
    h.forge(h.controls[0]!, "focusin");
    expect(h.remembered).toEqual([]);
    h.controls[0]!.focus();
    expect(h.remembered).toEqual(["focus"]);
  });

  it("answers, Escape and clicks outside neither confirm nor close the question", async () => {
    await asked();
    await page.pass(400);
    for (const answer of ANSWERS) for (const by of ["mouse", "key"] as const) await h.forgeAnswer(answer, by);
    await h.forgeKey("Escape");
    h.forge(page.doc.documentElement, "click", { clientX: 1, clientY: 1, detail: 1 });
    await h.settle();
    expect([choices(), h.isOpen]).toEqual([[], true]);
    await h.answer("continue", "mouse");
    expect(choices()).toEqual(["continued"]);
    await h.settle();
  });
});

describe("what is held", () => {
  it.each(["mouse", "key"] as const)("by %s is kept from the site and from the browser", async (by) => {
    h.rules("ready");
    hear("click", "keydown");
    await h.press(0, by);
    const held = came.find(({ type }) => type === (by === "mouse" ? "click" : "keydown"))!;
    expect([h.warnings.length, heard, held.isTrusted, held.defaultPrevented]).toEqual([1, [], true, true]);
  });

  it("is held after document.open() as before", async () => {
    h.rules("ready");
    await page.settle();
    h.reopen();
    await page.settle();
    await h.press(0, "mouse");
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
  const AT = { x: 700, y: 700 };
  /** What a user does, and what the browser makes of it. Time stands still, so no click outside closes the question. */
  const deeds: [string, readonly string[], () => Promise<void>][] = [
    ["clicks", ["pointerdown", "pointerup", "mousedown", "mouseup"], () => user.click(AT)],
    ["clicks twice", ["dblclick"], () => user.doubleClick(AT)],
    ["clicks with the right button", ["auxclick", "contextmenu"], () => user.click(AT, "right")],
    ["taps", ["touchstart", "touchend", "pointerdown", "pointerup"], () => user.tap(AT)],
    ["types", ["keydown", "keypress", "keyup"], () => user.key("x")],
  ];
  it.each(deeds)(
    "and the user %s, the page hears no %j, and does again afterwards",
    async (_, types, act) => {
      page.ledger.overhear(["contextmenu"], (event) => {
        if (!h.isOpen) event.preventDefault(); // no menu of the browser's own
      });
      await asked();
      hear(...types);
      await act();
      expect([heard.map(({ type }) => type), choices()]).toEqual([[], []]);
      await h.answer("cancel", "mouse");
      heard.length = 0;
      await act();
      expect([...new Set(heard.map(({ type }) => type))].toSorted()).toEqual([...types].toSorted());
      expect(heard.every(({ isTrusted }) => isTrusted)).toBe(true);
    },
  );

  const kept = ["auxclick", "dblclick", "pointerup", "mousedown", "mouseup", "contextmenu", "keypress"];
  kept.push("beforeinput", "input", "paste", "drop", "pointerdown", "keydown", "keyup");
  kept.push("touchstart", "touchend");

  /* What has no driver (paste, drop, an input method), or comes to what has nothing to do with the question. */
  it.each(kept)("the page behind hears no %s, and does again after the answer", async (type) => {
    await asked();
    hear(type);
    const make = () => new page.view.Event(type, { bubbles: true, cancelable: true });
    const behind = page.ledger.dispatchAsUser(page.doc.body, make());
    /* A finger scrolls the question: its default stays. */
    expect([heard, behind.defaultPrevented]).toEqual([[], !type.startsWith("touch")]);
    await h.answer("cancel", "mouse");
    heard.length = 0;
    page.ledger.dispatchAsUser(page.doc.body, make());
    expect(heard.map((event) => event.type)).toEqual([type]);
  });
});

describe("without rules", () => {
  it("the action waits half a second, then happens once, unasked, with its line", async () => {
    hear("click");
    await h.press(0, "mouse");
    await h.press(0, "mouse");
    await page.pass(499);
    expect([heard, h.log]).toEqual([[], []]);
    await page.pass(1);
    expect([heard.length, choices()]).toEqual([1, ["unchecked"]]);
    await page.pass(5_000);
    h.rules("ready");
    await page.pass(5_000);
    expect([heard.length, choices(), h.warnings]).toEqual([1, ["unchecked"], []]);
    await finish();
  });

  it("that come in time it is asked about, and not done", async () => {
    hear("click");
    await h.press(0, "mouse");
    await page.pass(400);
    h.rules("ready");
    await page.pass(5_000);
    expect([heard, h.warnings.length]).toEqual([[], 1]);
    await finish();
  });

  it("that cannot be had the page works, and each action has its line", async () => {
    h.rules("failed");
    await h.press(0, "mouse");
    expect(choices()).toEqual(["unchecked"]);
    await finish();
  });

  it("and with another post in its place by then nothing happens", async () => {
    hear("click");
    await h.press(0, "mouse");
    h.fill(0, "clear");
    await page.pass(500);
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
  await page.pass(300);
  for (let turn = 0; turn < 3; turn++) await h.answer(answer, "mouse");
  const done = heard.filter((event) => !event.isTrusted);
  expect([choices(), done.length]).toEqual([[choice], times]);
  expect([...page.doc.documentElement.children]).toEqual([page.doc.head, page.doc.body]);
  await finish();
});

it("at its end the guard lets go of everything", async () => {
  await asked();
  await h.answer("cancel", "mouse");
  await h.press(1, "key");
  await finish();
});
