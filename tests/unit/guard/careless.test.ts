/** What a careless user does with keys and the question besides pressing: holding a key down, clicking twice. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { ask } from "../../../src/guard/question.ts";
import { guardRoot } from "../../../src/guard/root.ts";
import type { Answer, Warning } from "../../../src/guard/types.ts";
import type { GuardUi } from "../../../src/guard/ui.ts";
import { FakeEvent } from "./fake-events.ts";
import { FakeDocument, type FakeNode } from "./fake-page.ts";
import { drawQuestion } from "./fake-site.ts";
import { oneControl } from "./one-control.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a key", () => {
  it("whose release another window heard gives none of the next press away", () => {
    const { keys, judge, event } = oneControl();
    const key = { key: " ", code: "Space" };
    keys.down(event("keydown", key));
    expect(judge).toHaveBeenCalledTimes(1);
    const held: FakeEvent = event("keydown", { ...key, repeat: true });
    keys.down(held as never);
    expect([held.stopped, judge.mock.calls.length]).toEqual([true, 1]);
    judge.mockReturnValue(false);
    keys.down(event("keydown", key));
    const up: FakeEvent = event("keyup", key);
    keys.up(up as never);
    expect(up.defaultPrevented).toBe(false);
  });
});

describe("Space", () => {
  it.each([
    ["a", "button", 1],
    ["a", null, 0],
    ["button", null, 0],
    ["div", "button", 1],
  ])("on <%s role=%s> is the site's own to hear: %i", (name, role, judged) => {
    const { keys, judge, event, control } = oneControl();
    const press: FakeEvent = event("keydown", { key: " ", code: "Space" });
    Object.assign(control, { localName: name });
    if (role) control.setAttribute("role", role);
    keys.down(press as never);
    expect(judge).toHaveBeenCalledTimes(judged);
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
    return { doc, guard, answers, question, happens, on: { clientX: box.left + 5, clientY: box.top + 5 } };
  };
  it.each(["Enter", " "])("is not answered by a key still held down from the act itself: %j", (key) => {
    const { question, happens } = open();
    expect(happens("keydown", { key, repeat: true }).defaultPrevented).toBe(true);
    expect(happens("keydown", { key }).defaultPrevented).toBe(false);
    expect(happens("keydown", { key: "Tab", repeat: true }).defaultPrevented).toBe(false);
    question.close();
  });
  it("nor confirmed by a mouse in the corner of the screen, which is outside of it", async () => {
    const { doc, guard, answers, happens } = open();
    await doc.clock.pass(400);
    (guard.root as never as FakeNode).querySelector('[data-answer="continue"]')!.focus();
    happens("click", { clientX: 0, clientY: 0, detail: 1, pointerType: "mouse" });
    expect(answers).toEqual(["cancel"]);
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
