/** The question alone: when an answer counts, and what happens when the page removes or covers the question. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../../src/domain/warning.ts";
import { MIN_VISIBLE_MS } from "../../../../src/guard/hold/question-exposure.ts";
import { REMOUNTS } from "../../../../src/guard/hold/remount-limit.ts";
import { type OpenQuestion, openQuestion } from "../guard.ts";
import { openPage, placeAt, type TestPage } from "../page.ts";
import { User } from "../user.ts";

let page: TestPage;
let user: User;
let q: OpenQuestion;

beforeEach(async () => {
  page = await openPage();
  user = new User(page);
});
const open = () => {
  q = openQuestion(page);
};
const popover = (into: Node = page.doc.body): HTMLElement => {
  const made = page.add("div", [0, 0, 1000, 800], into);
  made.popover = "manual";
  made.showPopover();
  return made;
};
const clickOn = (answer: Answer) => user.click(q.button(answer));
async function enterOn(answer: Answer): Promise<void> {
  q.button(answer).focus();
  await user.key("Enter");
}
const isOpen = () => q.guard.inPlace() && q.dialog().matches(":modal");

describe("confirming", () => {
  beforeEach(open);

  it("a click confirms only after the question was visible for 300 ms", async () => {
    await page.pass(299);
    for (const answer of ["continue", "not-campaign"] as const) {
      await clickOn(answer);
      await enterOn(answer);
    }
    expect(q.answers).toEqual([]);
    await page.pass(1);
    await clickOn("continue");
    expect([q.answers, MIN_VISIBLE_MS]).toEqual([["continue"], 300]);
  });

  it("a key confirms only after the question was visible for 300 ms", async () => {
    await page.pass(299);
    await enterOn("not-campaign");
    expect(q.answers).toEqual([]);
    await page.pass(1);
    await enterOn("not-campaign");
    expect(q.answers).toEqual(["not-campaign"]);
  });

  it("nothing confirms under a later popover, nor within 300 ms after the question is back on top", async () => {
    await page.pass(300);
    popover();
    await clickOn("continue");
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(200);
    expect([isOpen(), page.shows.length]).toEqual([true, 2]);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(300);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("the buttons are armed once, and again after the question is shown again", async () => {
    expect(q.armed).toEqual([]);
    await page.pass(300);
    expect(q.armed).toEqual([true]);
    popover();
    await page.pass(200);
    expect(q.armed).toEqual([true, false]);
    await page.pass(300);
    expect(q.armed).toEqual([true, false, true]);
  });

  it("the question returns above a later popover without a press", async () => {
    await page.pass(300);
    popover();
    await page.pass(200);
    expect([isOpen(), page.shows.length, q.answers]).toEqual([true, 2, []]);
  });

  it("nothing confirms under a popover inside a closed shadow root", async () => {
    const outer = page.add("section");
    const inner = outer.attachShadow({ mode: "closed" });
    const openOrClosedShadowRoot = (at: Element) => (at === outer ? inner : at.shadowRoot);
    vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot } });
    await page.pass(300);
    popover(inner);
    await clickOn("continue");
    expect([q.answers, page.shows.length]).toEqual([[], 2]);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(300);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("nothing confirms under an element that the page made fullscreen after the user's press", async () => {
    const section = page.add("section", [0, 0, 300, 300]);
    await page.pass(300);
    await user.click(q.dialog());
    await section.requestFullscreen();
    expect(page.doc.fullscreenElement).toBe(section);
    await clickOn("continue");
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(200);
    expect([isOpen(), page.shows.length]).toEqual([true, 2]);
    await page.pass(300);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("a key does not confirm on a button out of view while something covers the question", async () => {
    placeAt(q.button("continue"), [140, 2_000, 100, 40]);
    await page.pass(300);
    const over = page.add("section");
    const hit = vi.spyOn(page.doc, "elementFromPoint").mockReturnValue(over);
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    hit.mockRestore();
    await enterOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("a click does not confirm where an element of the page is visible instead", async () => {
    await page.pass(300);
    const over = page.add("section");
    vi.spyOn(page.doc, "elementFromPoint").mockReturnValue(over);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("a key does not confirm if another part of the question covers the button", async () => {
    await page.pass(300);
    q.button("not-campaign").style.left = q.button("continue").style.left;
    await enterOn("continue");
    expect(q.answers).toEqual([]);
  });
});

it("the question lies in the top layer, in a closed shadow root of an element without attributes", () => {
  open();
  expect([q.host.shadowRoot, q.guard.root.mode, q.host.attributes.length]).toEqual([null, "closed", 0]);
  expect([isOpen(), q.dialog().open, q.host.parentNode]).toEqual([true, true, page.doc.documentElement]);
});

it("a popover that was below and is reopened counts as above the question", async () => {
  const below = popover();
  open();
  await page.pass(300);
  below.hidePopover();
  below.showPopover();
  await clickOn("continue");
  expect(q.answers).toEqual([]);
});

it("a fullscreen element that was below and becomes fullscreen again counts as above the question", async () => {
  const section = page.add("section", [0, 0, 300, 300]);
  await user.click(section);
  await section.requestFullscreen();
  open();
  await page.pass(300);
  await user.click(q.dialog());
  await page.doc.exitFullscreen();
  await section.requestFullscreen();
  await clickOn("continue");
  expect(q.answers).toEqual([]);
});

it("a popover below the question does not make it show again", async () => {
  popover();
  open();
  await page.pass(1_000);
  expect(page.shows).toHaveLength(1);
  await clickOn("continue");
  expect(q.answers).toEqual(["continue"]);
});

describe("leaving the question", () => {
  beforeEach(open);

  it("Batal and Esc close the question at once", async () => {
    await clickOn("cancel");
    expect(q.answers).toEqual(["cancel"]);
    open();
    await user.key("Escape");
    expect(q.answers).toEqual(["cancel"]);
  });

  it("a click outside closes the question, except the second half of the double click that opened it", async () => {
    await page.pass(299);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual([]);
    await page.pass(1);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual(["cancel"]);
  });

  it("the question accepts one answer and ignores everything after it", async () => {
    await page.pass(300);
    await clickOn("cancel");
    q.question.close();
    expect(q.question.handle(new Event("click"))).toBe(false);
    expect(q.answers).toEqual(["cancel"]);
  });

  it("an answered question leaves no timer, observer, listener or node in the page", async () => {
    await page.pass(300);
    await clickOn("continue");
    await page.settle();
    expect([page.timers, page.ledger.observers(), page.ledger.listening()]).toEqual([0, 0, []]);
    expect(q.dialog()).toBeNull();
  });
});

describe("a question that the page fights", () => {
  beforeEach(open);

  it("the question returns at once after being removed or moved into an element of the page", async () => {
    q.host.remove();
    await page.settle();
    expect(isOpen()).toBe(true);
    page.add("section").append(q.host);
    await page.settle();
    expect([isOpen(), page.shows.length, q.answers]).toEqual([true, 3, []]);
  });

  it("a returned question must be visible for another 300 ms", async () => {
    await page.pass(300);
    q.host.remove();
    await page.settle();
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("the question returns at most five times in five seconds, then cancels", async () => {
    for (let turn = 0; turn < 9; turn++) {
      q.host.remove();
      await page.settle();
    }
    expect([page.shows.length, q.answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
    expect(REMOUNTS).toBe(5);
  });

  it("the question cancels when the page keeps covering it", async () => {
    const above = popover();
    const over = page.view.setInterval(() => {
      above.hidePopover();
      above.showPopover();
    }, 50);
    await page.pass(5_000);
    page.view.clearInterval(over);
    expect([page.shows.length, q.answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
  });

  it("the question opens again after the browser closed it without an answer", async () => {
    const closed = new Promise((done) => q.dialog().addEventListener("close", done));
    q.dialog().close();
    expect(isOpen()).toBe(false);
    await closed;
    expect([isOpen(), q.answers]).toEqual([true, []]);
  });
});

describe("an open question keeps from the page", () => {
  it.each(["pointerdown", "mousedown", "keydown", "keypress", "beforeinput", "paste", "drop"])(
    "%s",
    async (type) => {
      open();
      const heard = vi.fn();
      page.doc.addEventListener(type, heard);
      const event = new page.view.Event(type, { bubbles: true, cancelable: true });
      page.ledger.dispatchAsUser(page.doc.body, event);
      expect([heard.mock.calls, event.defaultPrevented]).toEqual([[], true]);
    },
  );

  it("the user's typing into an editor behind it", async () => {
    const editor = page.add("textarea");
    editor.focus();
    open();
    editor.focus();
    await user.key("x");
    expect(editor.value).toBe("");
  });
});
