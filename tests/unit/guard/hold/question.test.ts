/** The question alone: when an answer counts, and what happens when the page removes or covers the question. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { topLayer } from "../../../../src/dom/top-layer.ts";
import type { Answer } from "../../../../src/domain/warning.ts";
import { MIN_VISIBLE_MS } from "../../../../src/guard/hold/painted-time.ts";
import { makePressSeries } from "../../../../src/guard/hold/press-series.ts";
import { REMOUNTS } from "../../../../src/guard/hold/remount-limit.ts";
import { type OpenQuestion, openQuestion } from "../guard.ts";
import { openPage, placeAt, type TestPage } from "../page.ts";
import { BROWSER, User } from "../user.ts";

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
/** A frame of the page's clock, in ms. */
const FRAME = 16;
/** Two frames until the question is known to be painted, then 300 ms, then the frame after them. */
const ARMED = MIN_VISIBLE_MS + 3 * FRAME;
const isOpen = () => q.guard.inPlace() && q.dialog().matches(":modal");

describe("confirming", () => {
  beforeEach(open);

  it("a click confirms only after the question was visible for 300 ms", async () => {
    await page.pass(300);
    for (const answer of ["continue", "not-campaign"] as const) {
      await clickOn(answer);
      await enterOn(answer);
    }
    expect(q.answers).toEqual([]);
    await page.pass(3 * FRAME);
    await clickOn("continue");
    expect([q.answers, MIN_VISIBLE_MS]).toEqual([["continue"], 300]);
  });

  it("a key confirms only after the question was visible for 300 ms", async () => {
    await page.pass(300);
    await enterOn("not-campaign");
    expect(q.answers).toEqual([]);
    await page.pass(3 * FRAME);
    await enterOn("not-campaign");
    expect(q.answers).toEqual(["not-campaign"]);
  });

  it("nothing confirms under a later popover, nor within 300 ms after the question is back on top", async () => {
    await page.pass(ARMED);
    popover();
    await clickOn("continue");
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(200);
    expect([isOpen(), page.shows.length]).toEqual([true, 2]);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(ARMED);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("the buttons are armed once, and again after the question is shown again", async () => {
    expect(q.armed).toEqual([]);
    await page.pass(ARMED);
    expect(q.armed).toEqual([true]);
    popover();
    await page.pass(200);
    expect(q.armed).toEqual([true, false]);
    await page.pass(ARMED);
    expect(q.armed).toEqual([true, false, true]);
  });

  it("the question returns above a later popover without a press", async () => {
    await page.pass(ARMED);
    popover();
    await page.pass(200);
    expect([isOpen(), page.shows.length, q.answers]).toEqual([true, 2, []]);
  });

  it("nothing confirms under a popover inside a closed shadow root", async () => {
    const outer = page.add("section");
    const inner = outer.attachShadow({ mode: "closed" });
    const openOrClosedShadowRoot = (at: Element) => (at === outer ? inner : at.shadowRoot);
    vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot } });
    await page.pass(ARMED);
    const above = popover(inner);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(200);
    expect(page.shows.length).toBe(2);
    await page.pass(ARMED);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    above.hidePopover();
    await page.pass(ARMED + 200);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("nothing confirms under an element that the page made fullscreen after the user's press", async () => {
    const section = page.add("section", [0, 0, 300, 300]);
    await page.pass(ARMED);
    await user.click(q.dialog());
    await section.requestFullscreen();
    expect(topLayer(page.doc)).toEqual([section]);
    await clickOn("continue");
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(200);
    expect([isOpen(), page.shows.length]).toEqual([true, 2]);
    /* Firefox tells of the new size and focus some time later, and the 300 ms begin anew. */
    await vi.waitFor(async () => {
      await page.pass(ARMED);
      await clickOn("continue");
      expect(q.answers).toEqual(["continue"]);
    });
    await page.doc.exitFullscreen();
  });

  it("a key does not confirm on a button out of view while something covers the question", async () => {
    placeAt(q.button("continue"), [140, 2_000, 100, 40]);
    await page.pass(ARMED);
    const over = page.add("section");
    const hit = vi.spyOn(page.doc, "elementFromPoint").mockReturnValue(over);
    await enterOn("continue");
    expect(q.answers).toEqual([]);
    hit.mockRestore();
    await enterOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("nothing confirms on a button that does not say or show what was drawn", async () => {
    let isChanged = true;
    q.question.close();
    q = openQuestion(page, { isAsDrawn: () => !isChanged });
    await page.pass(ARMED);
    await clickOn("continue");
    await enterOn("not-campaign");
    expect(q.answers).toEqual([]);
    isChanged = false;
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("a click does not confirm where an element of the page is visible instead", async () => {
    await page.pass(ARMED);
    const over = page.add("section");
    vi.spyOn(page.doc, "elementFromPoint").mockReturnValue(over);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("a key does not confirm if another part of the question covers the button", async () => {
    await page.pass(ARMED);
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
  await page.pass(ARMED);
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
  await page.pass(ARMED);
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

describe("an answer belongs to the question", () => {
  const at = { x: 490, y: 440 }; // where "continue" lies
  /** A click as the browser makes it; `clicks` is the count that it reports. */
  const click = async (clicks = 1) => user.click(at, "left", clicks);

  it("the rest of the act that opened it neither answers nor closes it, until half a second after its last press", async () => {
    const series = makePressSeries();
    const press = () =>
      page.view.addEventListener("pointerdown", (e) => series.add(e), { capture: true, once: true });
    press();
    await click();
    q = openQuestion(page, { series });
    await page.pass(ARMED);
    await click(2);
    await page.pass(400);
    await click(3);
    expect([q.answers, isOpen()]).toEqual([[], true]);
    await page.pass(501);
    await click();
    expect(q.answers).toEqual(["continue"]);
  });

  it("nothing is painted while the page is busy: that time does not count, and no press of it confirms", async () => {
    open();
    page.spend(1_500);
    await click();
    await page.pass(3 * FRAME);
    await click();
    expect(q.answers).toEqual([]);
    await page.pass(600);
    await click();
    expect(q.answers).toEqual(["continue"]);
  });

  it("a press that began before the question took answers, or on something else, confirms nothing", async () => {
    open();
    await page.pass(300);
    await user.moveTo(at);
    await user.buttonDown();
    await page.pass(200);
    await user.buttonUp();
    expect(q.answers).toEqual([]);
    await page.pass(600);
    await user.moveTo(q.button("not-campaign"));
    await user.buttonDown();
    await user.moveTo(at);
    await user.buttonUp();
    expect(q.answers).toEqual([]);
    q.button("continue").focus();
    await user.keyDown("Enter");
    await user.keyUp("Enter");
    expect(q.answers).toEqual(["continue"]);
  });

  it.each(["visibilitychange", "resize", "focus"])("the 300 ms begin anew after %s", async (type) => {
    open();
    await page.pass(ARMED);
    (type === "visibilitychange" ? page.doc : page.view).dispatchEvent(new page.view.Event(type));
    await click();
    expect([q.answers, q.armed]).toEqual([[], [true, false]]);
    await page.pass(ARMED + 200);
    await click();
    expect(q.answers).toEqual(["continue"]);
  });

  it("the 300 ms begin anew where the question moved by more than 2 px since it took answers", async () => {
    open();
    await page.pass(ARMED);
    q.dialog().style.left = "303px";
    await click();
    expect(q.answers).toEqual([]);
    await page.pass(ARMED + 200);
    await click();
    expect(q.answers).toEqual(["continue"]);
  });

  it.each([0.5, 2.1])("a question that the page zooms by %f confirms nothing", async (zoom) => {
    open();
    page.doc.documentElement.style.zoom = String(zoom);
    await page.pass(ARMED);
    /* Zoomed in, the buttons lie outside the window, where no driver presses. */
    if (zoom < 1) await clickOn("continue");
    await enterOn("continue");
    expect(q.answers).toEqual([]);
  });
});

describe("what lies above the question", () => {
  it("a popover that was below and is opened again counts, even if the page keeps that event to itself", async () => {
    const below = popover();
    open();
    page.view.addEventListener("beforetoggle", (event) => event.stopImmediatePropagation(), true);
    await page.pass(ARMED);
    below.hidePopover();
    below.showPopover();
    await clickOn("continue");
    expect(q.answers).toEqual([]);
  });

  it("a popover that was opened and closed again counts, because a transition may keep it painted", async () => {
    open();
    await page.pass(ARMED);
    popover().hidePopover();
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(ARMED + 200);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("nothing confirms while a popover inside a shadow root is open, whose order nobody hears of", async () => {
    const host = page.add("section");
    const inner = popover(host.attachShadow({ mode: "open" }));
    open();
    for (let turn = 0; turn < 3; turn++) {
      await page.pass(ARMED + 200);
      await clickOn("continue");
      expect(q.answers).toEqual([]);
    }
    inner.hidePopover();
    await page.pass(ARMED + 200);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it("a modal dialog inside a shadow root may lie below, until it is opened again", async () => {
    const host = page.add("section");
    const inner = page.add("dialog", [0, 0, 900, 700], host.attachShadow({ mode: "open" }));
    inner.showModal();
    open();
    await page.pass(ARMED);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(ARMED + 200);
    expect(page.shows.length).toBe(3);
    inner.close();
    inner.showModal();
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    await page.pass(ARMED + 200);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });

  it.runIf("startViewTransition" in document)("a view transition counts, whenever it began", async () => {
    /* The snapshot lets presses through onto a question that nobody sees. */
    page.add("style").textContent =
      "::view-transition { pointer-events: none } ::view-transition-group(*) { animation-duration: 60s }";
    open();
    const transition = page.doc.startViewTransition(() => {});
    await transition.ready;
    /* Chromium also tells by itself that the button is painted over; Firefox does not. */
    expect(topLayer(page.doc)).toContain(page.doc.documentElement);
    await page.pass(ARMED);
    await clickOn("continue");
    expect(q.answers).toEqual([]);
    transition.skipTransition();
    await transition.finished;
    await page.pass(ARMED + 200);
    await clickOn("continue");
    expect(q.answers).toEqual(["continue"]);
  });
});

describe("an open picker", () => {
  it.runIf(BROWSER === "chromium")("that the page may style counts as above the question", async () => {
    const select = page.add("select");
    select.innerHTML = "<option>1</option>";
    page.add("style").textContent = "select, ::picker(select) { appearance: base-select }";
    open();
    await page.pass(ARMED);
    await user.click(q.dialog());
    select.showPicker();
    await enterOn("continue");
    expect(q.answers).toEqual([]);
  });
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
    await page.pass(300);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual([]);
    await page.pass(3 * FRAME);
    await user.click({ x: 5, y: 5 });
    expect(q.answers).toEqual(["cancel"]);
  });

  it("the question accepts one answer and ignores everything after it", async () => {
    await page.pass(ARMED);
    await clickOn("cancel");
    q.question.close();
    expect(q.question.handle(new Event("click"))).toBe(false);
    expect(q.answers).toEqual(["cancel"]);
  });

  it("an answered question leaves no timer, observer, listener or node in the page", async () => {
    await page.pass(ARMED);
    await clickOn("continue");
    await page.settle();
    expect([page.timers, page.ledger.observers(), page.ledger.listening()]).toEqual([0, 0, []]);
    expect([q.dialog(), q.guard.heard.size]).toEqual([null, 0]);
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
    await page.pass(ARMED);
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
      const event = new page.view.MouseEvent(type, { bubbles: true, cancelable: true });
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
