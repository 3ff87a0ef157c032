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
