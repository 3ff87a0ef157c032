/** Messages of the extension's parts: who answers, what comes back, and what a failure looks like on the other side. */
import { beforeEach, expect, it, vi } from "vitest";

type Listener = (message: unknown, sender: object, reply: (r: unknown) => void) => unknown;
const listeners: Listener[] = [];
const SENDER = { id: "uji", tab: { id: 7 } };
const sentTo = vi.fn();

/** As browsers do: values go over as JSON, the first reply counts, nobody there is no reply. */
const deliver = (message: unknown): Promise<unknown> =>
  new Promise((done) => {
    const over = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
    const waits = listeners.map((listener) => listener(over(message), SENDER, (r) => done(over(r))));
    if (!waits.includes(true)) done(undefined);
  });
vi.mock("@wxt-dev/browser", () => ({
  browser: {
    runtime: {
      sendMessage: (message: unknown) => deliver(message),
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
    tabs: {
      sendMessage: (tab: number, message: unknown) => {
        sentTo(tab);
        return deliver(message);
      },
    },
  },
}));
const { messaging } = await import("../../../src/messaging/transport.ts");

interface Table {
  double(n: number): number;
  tell(text: string): void;
  ask(): string;
}
let here: ReturnType<typeof messaging<Table>>;
let there: ReturnType<typeof messaging<Table>>;
beforeEach(() => {
  listeners.length = 0;
  sentTo.mockClear();
  here = messaging<Table>();
  there = messaging<Table>();
});

it("returns the reply, at once or later, and states the sender", async () => {
  there.onMessage("double", ({ data, sender }) => (sender.id === "uji" ? data * 2 : 0));
  there.onMessage("ask", async () => "later");
  expect(await here.sendMessage("double", 21)).toBe(42);
  expect(await here.sendMessage("ask", undefined)).toBe("later");
  expect(listeners.length).toBe(1);
});

it("delivers a message without a reply", async () => {
  const heard = vi.fn();
  there.onMessage("tell", ({ data }) => heard(data));
  expect(await here.sendMessage("tell", "hello")).toBeUndefined();
  expect(heard).toHaveBeenCalledExactlyOnceWith("hello");
});

it("sends a message for a tab to that tab", async () => {
  there.onMessage("ask", () => "from the page");
  expect(await here.sendMessage("ask", undefined, 7)).toBe("from the page");
  expect(sentTo).toHaveBeenCalledExactlyOnceWith(7);
});

it("throws what the other side throws, with its message", async () => {
  there.onMessage("double", () => {
    throw new Error("unknown sender");
  });
  there.onMessage("ask", () => Promise.reject("gone"));
  await expect(here.sendMessage("double", 1)).rejects.toThrow("unknown sender");
  await expect(here.sendMessage("ask", undefined)).rejects.toThrow("gone");
});

it("rejects if nobody handles the message", async () => {
  await expect(here.sendMessage("ask", undefined)).rejects.toThrow("No response");
  there.onMessage("tell", () => {});
  await expect(here.sendMessage("ask", undefined)).rejects.toThrow("No response");
});

it.each([null, undefined, "text", 1, {}, { type: 3 }, { type: "toString" }])(
  "%j is no message",
  (message) => {
    there.onMessage("tell", () => {});
    expect(listeners[0]!(message, SENDER, () => {})).toBe(false);
  },
);
