/** The question by itself: when an answer counts, and what becomes of it when the page removes or covers it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, type Question } from "../../../src/guard/question.ts";
import { SEEN_FOR_MS } from "../../../src/guard/question-exposure.ts";
import { REMOUNTS } from "../../../src/guard/remount-limit.ts";
import { type GuardRoot, guardRoot } from "../../../src/guard/root.ts";
import type { Answer, Warning } from "../../../src/guard/types.ts";
import type { GuardUi } from "../../../src/guard/ui.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { drawQuestion } from "./fake-site.ts";

let doc: FakeDocument;
let guard: GuardRoot;
let host: FakeNode;
let question: Question;
let answers: Answer[];
/** How often the question was told whether all its answers count, and what. */
let armed: boolean[];

/** A page's element, in the body. */
const element = (name: string): FakeNode => {
  const made = doc.createElement(name);
  doc.body.append(made);
  return made;
};
const popover = (into = doc.body): FakeNode => {
  const made = doc.createElement("div");
  into.append(made);
  made.showPopover();
  return made;
};

beforeEach(() => {
  doc = new FakeDocument();
  answers = [];
  armed = [];
  guard = guardRoot(doc as never);
  host = guard.host as never;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function open(): void {
  const drawn = (root: unknown) => ({
    ...drawQuestion(doc, root as FakeNode),
    arm: (now: boolean) => void armed.push(now),
  });
  const ui = { question: drawn } as unknown as GuardUi;
  const answered = (answer: Answer) => void answers.push(answer);
  question = ask(doc as never, guard, ui, {} as Warning, answered, () => doc.clock.now);
}
const dialog = () => (guard.root as never as FakeNode).querySelector("dialog")!;
const button = (answer: Answer) => dialog().querySelector(`[data-answer="${answer}"]`)!;

/** The user clicks there; the browser sends it to `on`. */
function click(x: number, y: number, on = host): FakeEvent {
  const event = new FakeEvent("click", { isTrusted: true, clientX: x, clientY: y, detail: 1 });
  event.target = on;
  event.path = [on];
  question.handle(event as never);
  return event;
}
const clickOn = (answer: Answer) => {
  const { left, top } = button(answer).box;
  return click(left + 5, top + 5);
};
function enterOn(answer: Answer): void {
  button(answer).focus();
  const event = new FakeEvent("click", { isTrusted: true, detail: 0 });
  event.target = host;
  event.path = [host];
  question.handle(event as never);
}
const isOpen = () => guard.inPlace() && doc.top.at(-1) === dialog();

describe("a confirmation counts", () => {
  beforeEach(() => open());

  it("not before the question was to be seen for 300 ms", async () => {
    await doc.clock.pass(299);
    for (const answer of ["continue", "not-campaign"] as const) {
      clickOn(answer);
      enterOn(answer);
    }
    expect(answers).toEqual([]);
    await doc.clock.pass(1);
    clickOn("continue");
    expect([answers, SEEN_FOR_MS]).toEqual([["continue"], 300]);
  });

  it("not under a popover that came later; put back on top, it must be seen for 300 ms again", async () => {
    await doc.clock.pass(300);
    popover();
    clickOn("continue");
    enterOn("continue");
    expect(answers).toEqual([]);
    await doc.clock.pass(200);
    expect([isOpen(), doc.shows.length]).toEqual([true, 2]);
    clickOn("continue");
    expect(answers).toEqual([]);
    await doc.clock.pass(300);
    clickOn("continue");
    expect(answers).toEqual(["continue"]);
  });

  it("as its buttons show: drawn so at first, not drawn twice; shown again, they wait again", async () => {
    expect(armed).toEqual([]);
    await doc.clock.pass(300);
    expect(armed).toEqual([true]);
    popover();
    await doc.clock.pass(200);
    expect(armed).toEqual([true, false]);
    await doc.clock.pass(300);
    expect(armed).toEqual([true, false, true]);
  });

  it("and what came above it is told and the question put back on top without a press", async () => {
    await doc.clock.pass(300);
    popover();
    await doc.clock.pass(200);
    expect([isOpen(), doc.shows.length, answers]).toEqual([true, 2, []]);
  });

  it("not under what the page opened inside of a closed shadow root", async () => {
    vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot: (at: FakeNode) => at.inner } });
    const outer = element("section");
    await doc.clock.pass(300);
    const inner = outer.attachShadow();
    popover(inner);
    clickOn("continue");
    expect([answers, doc.shows.length]).toEqual([[], 2]);
    clickOn("continue");
    expect(answers).toEqual([]);
    await doc.clock.pass(300);
    clickOn("continue");
    expect(answers).toEqual(["continue"]);
  });

  it("by key not on a button out of sight while something lies over the question", async () => {
    button("continue").box = { left: 440, top: 2_000, width: 100, height: 40 };
    await doc.clock.pass(300);
    doc.cover = element("section");
    enterOn("continue");
    expect(answers).toEqual([]);
    doc.cover.remove();
    enterOn("continue");
    expect(answers).toEqual(["continue"]);
  });

  it("by pointer not where the page's own element is what is seen there", async () => {
    await doc.clock.pass(300);
    const over = element("section");
    vi.spyOn(doc, "elementFromPoint").mockImplementation(() => over);
    clickOn("continue");
    expect(answers).toEqual([]);
  });

  it("by key not where another part of the question lies over the button", async () => {
    await doc.clock.pass(300);
    button("not-campaign").box = button("continue").box;
    enterOn("continue");
    expect(answers).toEqual([]);
  });
});

it("lies in the top layer, in a closed shadow root of an element without attributes", () => {
  const asked: object[] = [];
  doc = new FakeDocument();
  const made = doc.createElement("div");
  const attach = made.attachShadow.bind(made);
  vi.spyOn(doc, "createElement").mockReturnValueOnce(made);
  Object.assign(made, { attachShadow: (how: object) => asked.push(how) && attach() });
  guard = guardRoot(doc as never);
  host = made;
  open();
  expect(asked).toMatchObject([{ mode: "closed" }]);
  expect([host.attributes.size, isOpen(), dialog().open]).toEqual([0, true, true]);
});

it("a popover that lay below and was opened anew lies above", async () => {
  const below = popover();
  open();
  await doc.clock.pass(300);
  below.hidePopover();
  below.showPopover();
  clickOn("continue");
  expect(answers).toEqual([]);
});

it("what lay below stays below: the question is not shown again for it", async () => {
  popover();
  open();
  await doc.clock.pass(1_000);
  expect(doc.shows).toHaveLength(1);
  clickOn("continue");
  expect(answers).toEqual(["continue"]);
});

describe("the way out", () => {
  beforeEach(() => open());

  it("Batal and Esc count at once", () => {
    clickOn("cancel");
    expect(answers).toEqual(["cancel"]);
    open();
    const event = new FakeEvent("keydown", { isTrusted: true, key: "Escape" });
    question.handle(event as never);
    expect([answers, event.defaultPrevented]).toEqual([["cancel", "cancel"], true]);
  });

  it("a click outside counts, but not the second half of the double click that opened it", async () => {
    await doc.clock.pass(299);
    click(5, 5, doc.documentElement);
    expect(answers).toEqual([]);
    await doc.clock.pass(1);
    click(5, 5, doc.documentElement);
    expect(answers).toEqual(["cancel"]);
  });

  it("is taken once: what comes after an answer answers nothing", async () => {
    await doc.clock.pass(300);
    clickOn("cancel");
    const drawn = question;
    drawn.close();
    expect(drawn.handle(new FakeEvent("click") as never)).toBe(false);
    expect(answers).toEqual(["cancel"]);
  });

  it("leaves no timer, observer, listener or node", async () => {
    await doc.clock.pass(300);
    clickOn("continue");
    await doc.clock.flush();
    expect(doc.clock.timers).toEqual([]);
    expect(doc.observers.size).toBe(0);
    expect(doc.defaultView.listening).toEqual([]);
    expect((guard.root as never as FakeNode).querySelector("dialog")).toBeNull();
  });
});

describe("a question that the page removes", () => {
  beforeEach(() => open());

  it("is put back at once, whether taken out or moved into something of the page's", async () => {
    host.remove();
    await doc.clock.flush();
    expect(isOpen()).toBe(true);
    element("section").append(host);
    await doc.clock.flush();
    expect([isOpen(), doc.shows.length, answers]).toEqual([true, 3, []]);
  });

  it("must be seen for 300 ms again", async () => {
    await doc.clock.pass(300);
    host.remove();
    await doc.clock.flush();
    clickOn("continue");
    expect(answers).toEqual([]);
  });

  it("is put back five times in five seconds at most, then given up, undone", async () => {
    for (let turn = 0; turn < 9; turn++) {
      host.remove();
      await doc.clock.flush();
    }
    expect([doc.shows.length, answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
    expect(REMOUNTS).toBe(5);
  });

  it("or covers for good is given up, too", async () => {
    doc.cover = element("section");
    await doc.clock.pass(5_000);
    expect([doc.shows.length, answers]).toEqual([1 + REMOUNTS, ["cancel"]]);
  });

  it("is shown again where the browser closed it without an answer", async () => {
    dialog().close();
    await doc.clock.flush();
    expect([isOpen(), answers]).toEqual([true, []]);
  });
});

it("while it is open no event goes on to the page, and nothing of it happens there", () => {
  open();
  for (const type of ["pointerdown", "mousedown", "keydown", "keypress", "beforeinput", "paste", "drop"]) {
    const event = new FakeEvent(type, { isTrusted: true, key: "x" });
    event.target = doc.body;
    event.path = [doc.body];
    expect(question.handle(event as never)).toBe(true);
    expect([type, event.stopped, event.defaultPrevented]).toEqual([type, true, true]);
  }
});
