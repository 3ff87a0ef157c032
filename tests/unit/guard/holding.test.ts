/** How the guard handles single actions of the user, and events that the user did not make. */
import { beforeEach, describe, expect, it } from "vitest";
import { Harness } from "./harness.ts";
import { driverInput } from "./input-devices.ts";
import { openPage, type TestPage } from "./page.ts";
import { ANSWERS } from "./site.ts";
import { User } from "./user.ts";

let page: TestPage;
let user: User;
let h: Harness;
/** The events that reached the page's body. */
let heard: Event[];
let listening: AbortController;
/** All events of the window, recorded before the guard gets them. */
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
/** The user likes a campaign post, and the question opens. */
async function asked(): Promise<void> {
  h.rules("ready");
  await h.press(0, "mouse");
  expect(h.warnings).toHaveLength(1);
}
const hear = (...types: string[]) => {
  const { signal } = listening;
  for (const type of types) page.doc.addEventListener(type, (event) => heard.push(event), { signal });
};
/** The page stops listening; then every promise is checked. */
const finish = () => {
  listening.abort();
  return h.finish();
};
const choices = () => h.log.map(({ choice }) => choice);

describe("events made by the page", () => {
  it("forged presses and keys open no question and reach the page's own handlers", async () => {
    h.rules("ready");
    hear("click", "keydown");
    await h.forgePress(0);
    expect([h.warnings, heard.map(({ type }) => type)]).toEqual([[], ["click", "keydown"]]);
    await h.settle();
  });

  it("a forged pointerover does not count as hovering", async () => {
    await user.moveTo({ x: 900, y: 700 });
    h.remembered.length = 0;
    h.forge(h.controls[0]!, "pointerover");
    expect(h.remembered).toEqual([]);
    await user.moveTo(h.controls[0]!);
    expect(h.remembered).toEqual(["hover"]);
  });
  it("a forged focusin does not count as focusing", async () => {
    await user.click({ x: 900, y: 700 });
    h.remembered.length = 0;
    h.forge(h.controls[0]!, "focusin");
    expect(h.remembered).toEqual([]);
    h.controls[0]!.focus();
    expect(h.remembered).toEqual(["focus"]);
  });

  it("forged answers, Escape and outside clicks neither confirm nor close the question", async () => {
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

describe("what changes how the question is seen", () => {
  it.each(["beforetoggle", "visibilitychange", "resize", "focus"])(
    "is heard by the guard even if the page keeps %s to itself",
    async (type) => {
      const { signal } = listening;
      page.view.addEventListener(type, (e) => e.stopImmediatePropagation(), { capture: true, signal });
      await asked();
      await page.pass(400);
      if (type === "beforetoggle") {
        const over = page.add("div");
        over.popover = "manual";
        over.showPopover();
        over.hidePopover();
      } else (type === "visibilitychange" ? page.doc : page.view).dispatchEvent(new page.view.Event(type));
      await h.answer("continue", "mouse");
      expect([choices(), h.isOpen]).toEqual([[], true]);
      await h.answer("cancel", "mouse");
      await finish();
    },
  );
});

describe("a held action", () => {
  it.each(["mouse", "key"] as const)(
    "an action by %s is kept from the site and from the browser",
    async (by) => {
      h.rules("ready");
      hear("click", "keydown");
      await h.press(0, by);
      const held = came.find(({ type }) => type === (by === "mouse" ? "click" : "keydown"))!;
      expect([h.warnings.length, heard, held.isTrusted, held.defaultPrevented]).toEqual([1, [], true, true]);
    },
  );

  it("actions are held after document.open() too", async () => {
    h.rules("ready");
    await page.settle();
    h.reopen();
    await page.settle();
    await h.press(0, "mouse");
    expect(h.warnings).toHaveLength(1);
  });

  it("the warning says that it cannot be recorded", async () => {
    h.oracle.recordable = false;
    await asked();
    expect(h.warnings[0]!.canRecord).toBe(false);
  });

  it("a held action is cancelled with one entry when the guard ends, and leaves nothing", async () => {
    await asked();
    await finish();
    expect(choices()).toEqual(["cancelled"]);
  });
});

describe("while a question is open", () => {
  const AT = { x: 700, y: 700 };
  /** User input and the events it causes. Time stands still, so that no click outside closes the question. */
  const deeds: [string, readonly string[], () => Promise<void>][] = [
    ["clicks", ["pointerdown", "pointerup", "mousedown", "mouseup"], () => user.click(AT)],
    ["clicks twice", ["dblclick"], () => user.doubleClick(AT)],
    ["clicks with the right button", ["auxclick", "contextmenu"], () => user.click(AT, "right")],
    ["taps", ["touchstart", "touchend", "pointerdown", "pointerup"], () => user.tap(AT)],
    ["types", ["keydown", "keypress", "keyup"], () => user.key("x")],
  ];
  it.each(deeds)(
    "and the user %s, the page gets no %j, but gets them again afterwards",
    async (_, types, act) => {
      page.ledger.overhear(["contextmenu"], (event) => {
        if (!h.isOpen) event.preventDefault(); // no context menu of the browser
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

  /* Events that no driver can make (paste, drop, an input method), or on nodes unrelated to the question. */
  it.each(kept)("the page behind gets no %s, but gets it again after the answer", async (type) => {
    await asked();
    hear(type);
    const make = () => new page.view.MouseEvent(type, { bubbles: true, cancelable: true });
    const behind = page.ledger.dispatchAsUser(page.doc.body, make());
    /* Touch events keep their default: a finger scrolls the question. */
    expect([heard, behind.defaultPrevented]).toEqual([[], !type.startsWith("touch")]);
    await h.answer("cancel", "mouse");
    heard.length = 0;
    page.ledger.dispatchAsUser(page.doc.body, make());
    expect(heard.map((event) => event.type)).toEqual([type]);
  });
});

describe("without earlier answers", () => {
  it.each([
    ["never come", "never"],
    ["cannot be read", "fails"],
  ] as const)("an action is asked about where its earlier answers %s", async (_, how) => {
    hear("click");
    h.rules("ready");
    h.lookUps(true, how);
    await h.press(0, "mouse");
    await page.pass(501);
    expect([heard, h.warnings.length]).toEqual([[], 1]);
    await finish();
  });

  it("a noticed post's action happens once, without an entry", async () => {
    hear("click");
    h.rules("ready");
    h.fill(0, "notice");
    h.lookUps(true, "never");
    await h.press(0, "mouse");
    await page.pass(501);
    expect([heard.length, choices(), h.warnings.length]).toEqual([1, [], 0]);
    await finish();
  });
});

describe("without rules", () => {
  it("an action waits half a second, then happens once, unasked, with one entry", async () => {
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

  it("a waiting action is held if the rules arrive in time", async () => {
    hear("click");
    await h.press(0, "mouse");
    await page.pass(400);
    h.rules("ready");
    await page.pass(5_000);
    expect([heard, h.warnings.length]).toEqual([[], 1]);
    await finish();
  });

  it.each([700, 1_500, 2_900, 6_000])(
    "a page that is busy for %i ms behind the press does not outlast the guard: the action is held",
    async (ms) => {
      hear("click");
      await h.press(0, "mouse");
      page.block(ms);
      h.rules("ready");
      await page.pass(5_000);
      expect([heard, h.warnings.length]).toEqual([[], 1]);
      await finish();
    },
  );

  it("an action waits three seconds at most, however busy the page stays", async () => {
    hear("click");
    await h.press(0, "mouse");
    for (const ms of [900, 900, 900]) {
      page.block(ms);
      await page.settle();
    }
    expect([heard, choices()]).toEqual([[], []]);
    page.block(280);
    await page.pass(50);
    expect([heard.length, choices()]).toEqual([1, ["unchecked"]]);
    await finish();
  });

  it("the page works after the rules failed to load, and each action gets an entry", async () => {
    h.rules("failed");
    await h.press(0, "mouse");
    expect(choices()).toEqual(["unchecked"]);
    await finish();
  });

  it("nothing happens to another post that replaced the first one meanwhile", async () => {
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
] as const)(
  "the answer %s makes one entry, and the action happens as often as it should",
  async (answer, choice, times) => {
    await asked();
    hear("click");
    await page.pass(400);
    for (let turn = 0; turn < 3; turn++) await h.answer(answer, "mouse");
    const done = heard.filter((event) => !event.isTrusted);
    expect([choices(), done.length]).toEqual([[choice], times]);
    expect([...page.doc.documentElement.children]).toEqual([page.doc.head, page.doc.body]);
    await finish();
  },
);

it("the guard leaves nothing behind at its end", async () => {
  await asked();
  await h.answer("cancel", "mouse");
  await h.press(1, "key");
  await finish();
});
