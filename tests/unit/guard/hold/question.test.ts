/** The question by itself: when an answer counts, and what becomes of it when the page removes or covers it. */
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

describe("a confirmation counts", () => {
  beforeEach(open);

  it("not before the question was to be seen for 300 ms", async () => {
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

  it("by key, too, not before that", async () => {
    await page.pass(299);
    await enterOn("not-campaign");
    expect(q.answers).toEqual([]);
    await page.pass(1);
    await enterOn("not-campaign");
    expect(q.answers).toEqual(["not-campaign"]);
  });

  it("not under a popover that came later; put back on top, it must be seen for 300 ms again", async () => {
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

  it("as its buttons show: drawn so at first, not drawn twice; shown again, they wait again", async () => {
    expect(q.armed).toEqual([]);
    await page.pass(300);
    expect(q.armed).toEqual([true]);
    popover();
    await page.pass(200);
    expect(q.armed).toEqual([true, false]);
    await page.pass(300);
    expect(q.armed).toEqual([true, false, true]);
  });

  it("and what came above it is told and the question put back on top without a press", async () => {
    await page.pass(300);
    popover();
    await page.pass(200);
    expect([isOpen(), page.shows.length, q.answers]).toEqual([true, 2, []]);
  });

  it("not under what the page opened inside of a closed shadow root", async () => {
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

  it("not under what the page makes fill the screen, which the user's press allows it to", async () => {
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

  it("by key not on a button out of sight while something lies over the question", async () => {
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

  it("by pointer not where the page's own element is what is seen there", async () => {
    await page.pass(300);
    const over = page.add("section");
    vi.spyOn(page.doc, "elementFromPoint").mockReturnValue(over);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("by key not where another part of the question lies over the button", async () => {
    await page.pass(300);
    q.button("not-campaign").style.left = q.button("continue").style.left;
    await enterOn("continue");
    expect(q.answers).toEqual([]);
  });
});

it("lies in the top layer, in a closed shadow root of an element without attributes", () => {
  open();
  expect([q.host.shadowRoot, q.guard.root.mode, q.host.attributes.length]).toEqual([null, "closed", 0]);
  expect([isOpen(), q.dialog().open, q.host.parentNode]).toEqual([true, true, page.doc.documentElement]);
});

it("a popover that lay below and was opened anew lies above", async () => {
  const below = popover();
  open();
  await page.pass(300);
  below.hidePopover();
  below.showPopover();
  await clickOn("continue");
  expect(q.answers).toEqual([]);
});

it("what filled the screen below and does so anew lies above", async () => {
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

it("what lay below stays below: the question is not shown again for it", async () => {
  popover();
  open();
  await page.pass(1_000);
  expect(page.shows).toHaveLength(1);
  await clickOn("continue");
  expect(q.answers).toEqual(["continue"]);
});

describe("the way out", () => {
  beforeEach(open);

  it("Batal and Esc count at once", async () => {
    await clickOn("cancel");
    expect(q.answers).toEqual(["cancel"]);
    open();
    await user.key("Escape");
    expect(q.answers).toEqual(["cancel"]);
  });

  it("a click outside counts, but not the second half of the double click that opened it", async () => {
    await page.pass(299);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual([]);
    await page.pass(1);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual(["cancel"]);
  });

  it("is taken once: what comes after an answer answers nothing", async () => {
    await page.pass(300);
    await clickOn("cancel");
    q.question.close();
    expect(q.question.handle(new Event("click"))).toBe(false);
    expect(q.answers).toEqual(["cancel"]);
  });

  it("leaves no timer, observer, listener or node", async () => {
    await page.pass(300);
    await clickOn("continue");
    await page.settle();
    expect([page.timers, page.ledger.observers(), page.ledger.listening()]).toEqual([0, 0, []]);
    expect(q.dialog()).toBeNull();
  });
});

describe("a question that the page removes", () => {
  beforeEach(open);

  it("is put back at once, whether taken out or moved into something of the page's", async () => {
    q.host.remove();
    await page.settle();
    expect(isOpen()).toBe(true);
    page.add("section").append(q.host);
    await page.settle();
    expect([isOpen(), page.shows.length, q.answers]).toEqual([true, 3, []]);
  });

  it("must be seen for 300 ms again", async () => {
    await page.pass(300);
    q.host.remove();
    await page.settle();
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("is put back five times in five seconds at most, then given up, undone", async () => {
    for (let turn = 0; turn < 9; turn++) {
      q.host.remove();
      await page.settle();
    }
    expect([page.shows.length, q.answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
    expect(REMOUNTS).toBe(5);
  });

  it("or covers for good is given up, too", async () => {
    const above = popover();
    const over = page.view.setInterval(() => {
      above.hidePopover();
      above.showPopover();
    }, 50);
    await page.pass(5_000);
    page.view.clearInterval(over);
    expect([page.shows.length, q.answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
  });

  it("is shown again where the browser closed it without an answer", async () => {
    const closed = new Promise((done) => q.dialog().addEventListener("close", done));
    q.dialog().close();
    expect(isOpen()).toBe(false);
    await closed;
    expect([isOpen(), q.answers]).toEqual([true, []]);
  });
});

describe("while it is open no event goes on to the page, and nothing of it happens there", () => {
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

  it("nor does a key of the user's write into an editor behind it", async () => {
    const editor = page.add("textarea");
    editor.focus();
    open();
    editor.focus();
    await user.key("x");
    expect(editor.value).toBe("");
  });
});
