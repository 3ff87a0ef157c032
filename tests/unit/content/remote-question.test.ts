/** A frame in another site's page asks the background: whatever goes wrong there is no confirmation. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Answer, Warning } from "../../../src/domain/warning.ts";
import { MAX_SUBJECT_LENGTH } from "../../../src/messaging/limits.ts";

type Listener = (message?: unknown) => void;
const made = vi.hoisted(() => ({ port: null as never as FakePort, fails: false }));
class FakePort {
  heard: Listener[] = [];
  gone: Listener[] = [];
  sent: unknown[] = [];
  onMessage = { addListener: (one: Listener) => this.heard.push(one) };
  onDisconnect = { addListener: (one: Listener) => this.gone.push(one) };
  disconnect = vi.fn();
  postMessage(what: unknown): void {
    this.sent.push(what);
  }
  say(message: unknown): void {
    for (const one of this.heard) one(message);
  }
  leave(): void {
    for (const one of this.gone) one();
  }
}
vi.mock("@wxt-dev/browser", () => ({
  browser: {
    runtime: {
      connect: () => {
        if (made.fails) throw new Error("Extension context invalidated");
        made.port = new FakePort();
        return made.port;
      },
    },
  },
}));
const { askRemotely } = await import("../../../src/content/remote-question.ts");

let answers: (Answer | null)[];
const HELD = { warning: { holdId: "a" } as Warning, about: { subject: "account:a", kind: null } };
const ask = () => askRemotely(HELD, undefined, (answer) => answers.push(answer));
beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  made.fails = false;
});
afterEach(() => {
  vi.useRealTimers();
});

it("sends the warning and takes one answer", () => {
  const question = ask();
  expect(made.port.sent).toEqual([HELD]);
  made.port.say({ answer: "continue" });
  made.port.say({ answer: "cancel" });
  made.port.leave();
  question.close();
  expect(answers).toEqual(["continue"]);
  expect(made.port.disconnect).toHaveBeenCalled();
});

it("asks without what is too long for a message, as the answer to it is sent", () => {
  const about = { subject: `post:${"x".repeat(MAX_SUBJECT_LENGTH)}`, kind: null };
  askRemotely({ ...HELD, about }, undefined, (answer) => answers.push(answer));
  expect(made.port.sent).toEqual([{ ...HELD, about: null }]);
  const longest = { subject: "x".repeat(MAX_SUBJECT_LENGTH), kind: null };
  askRemotely({ ...HELD, about: longest }, "https://x.com/", () => {});
  expect(made.port.sent).toEqual([{ ...HELD, about: longest, opens: "https://x.com/" }]);
});

it.each([{ answer: "yes" }, { answer: undefined }, {}, null, "continue", { answer: ["continue"] }])(
  "an answer that is none, %j, is Batal",
  (message) => {
    ask();
    made.port.say(message);
    expect(answers).toEqual(["cancel"]);
  },
);

it.each([
  ["the background goes away", () => made.port.leave()],
  ["nobody answers", () => vi.advanceTimersByTime(125_000)],
])("where %s it stays undone", (_, happen) => {
  ask();
  happen();
  expect(answers).toEqual(["cancel"]);
});

it("a script that an update left behind does not ask: undone, and no answer of anybody's", async () => {
  made.fails = true;
  ask();
  await Promise.resolve();
  expect(answers).toEqual([null]);
});

it("lets no input reach the frame while the question is open", () => {
  const question = ask();
  const event = (type: string) => ({
    type,
    cancelable: true,
    preventDefault: vi.fn(),
    stopImmediatePropagation: vi.fn(),
  });
  for (const type of ["click", "keydown", "paste"]) {
    const one = event(type);
    expect(question.handle(one as never)).toBe(true);
    expect(one.stopImmediatePropagation).toHaveBeenCalled();
    expect(one.preventDefault).toHaveBeenCalled();
  }
  expect([answers, made.port.sent.length]).toEqual([[], 2]);
  question.close();
  expect(question.handle(event("click") as never)).toBe(false);
});
