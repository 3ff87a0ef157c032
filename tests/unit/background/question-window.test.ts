/** Questions about actions held in frames of other sites' pages: who may ask, who may answer, how they end. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerOutcome } from "../../../src/domain/outcome.ts";
import { secretStore } from "../lib/answer-secrets.ts";

type Listener = (...args: unknown[]) => unknown;
const handlers: Record<string, (message: { data: unknown; sender: object }) => Promise<unknown>> = {};
vi.mock("../../../src/messaging/messages.ts", () => ({
  onMessage: (type: string, handler: (typeof handlers)[string]) => {
    handlers[type] = handler;
  },
}));
vi.mock("../../../src/storage/profile-item.ts", () => ({
  readProfile: async () => ({ value: { journalEnabled: true } }),
}));

const OURS = "chrome-extension://uji";
const WINDOW = 41;
const event = () => {
  const heard: Listener[] = [];
  return {
    addListener: (one: Listener) => heard.push(one),
    tell: (...args: unknown[]) => heard.map((one) => one(...args)),
  };
};
function world(windows: boolean) {
  const api = {
    runtime: { id: "uji", getURL: (path: string) => OURS + path, onConnect: event() },
    tabs: { create: vi.fn(async () => {}) },
    action: { setBadgeText: vi.fn(async () => {}), openPopup: vi.fn(async () => {}) },
    windows: windows
      ? {
          create: vi.fn(async (_: { url: string }) => ({ id: WINDOW, tabs: [{ id: 9 }] })),
          remove: vi.fn(async () => {}),
          update: vi.fn(async () => {}),
          onRemoved: event(),
        }
      : undefined,
  };
  vi.stubGlobal("browser", api);
  return api;
}
const { startAnswers } = await import("../../../src/background/answers.ts");
const { MAX_UNANSWERED, startQuestionWindow } = await import("../../../src/background/question-window.ts");

const said = { id: "Aturan", en: "Rule" };
const warning = (more: object = {}) => ({
  holdId: crypto.randomUUID(),
  site: "facebook",
  action: "like",
  rule: { id: "R1", number: 1, title: said },
  strength: "firm",
  evidence: [],
  excerpt: "",
  bases: [],
  canRecord: true,
  ...more,
});
const FRAME = {
  id: "uji",
  url: "https://www.facebook.com/plugins/like.php?href=x",
  frameId: 3,
  tab: { id: 7, windowId: 3, incognito: false },
};
const PRIVATE = { ...FRAME, tab: { ...FRAME.tab, incognito: true } };
const UNSAID = { ...FRAME, tab: { id: 7, windowId: 3 } };

let api: ReturnType<typeof world>;
const ABOUT = { subject: "account:facebook:handle:a", kind: "slogan" };
let lines: { holdId: string; choice: string }[];
let outcomes: AnswerOutcome[];
function port(sender: object = FRAME, name = "question") {
  const [message, gone] = [event(), event()];
  const one = {
    name,
    sender,
    sent: [] as unknown[],
    dropped: false,
    onMessage: message,
    onDisconnect: gone,
    postMessage: (what: unknown) => one.sent.push(what),
    disconnect: () => {
      one.dropped = true;
    },
  };
  api.runtime.onConnect.tell(one);
  return {
    ...one,
    get state() {
      return one;
    },
    say: (what: object) => message.tell({ about: ABOUT, ...what }),
    leave: () => gone.tell(),
  };
}
const idOf = () => String(api.windows!.create.mock.lastCall![0].url).split("#")[1]!;
const asker = (more: object = {}) => ({
  id: "uji",
  url: `${OURS}/ask.html#x`,
  tab: { id: 9, windowId: WINDOW },
  ...more,
});
const held = (id: string | null, sender: object = asker()) =>
  handlers.remoteQuestion!({ data: { id }, sender });
const answer = (id: string | null, what: string, sender: object = asker()) =>
  handlers.remoteAnswer!({ data: { id, answer: what }, sender });

function start(windows = true) {
  api = world(windows);
  lines = [];
  outcomes = [];
  startQuestionWindow(
    (sender) => {
      if (!(sender as { url?: string }).url?.startsWith(OURS)) throw new Error("refused");
    },
    async (outcome) => {
      outcomes.push(outcome);
      lines.push(outcome.entry);
      return { recorded: true };
    },
  );
}
beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a held action", () => {
  it("opens one window; its page sees it and answers once; the frame hears it; one line", async () => {
    const frame = port();
    const w = warning();
    frame.say({ warning: w });
    expect(api.windows!.create).toHaveBeenCalledTimes(1);
    expect(await held(idOf())).toEqual({ warning: w });
    expect(await answer(idOf(), "continue")).toBe(true);
    expect(frame.state.sent).toEqual([{ answer: "continue" }]);
    expect(await answer(idOf(), "continue")).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(api.windows!.remove).toHaveBeenCalledWith(WINDOW);
    expect(outcomes).toMatchObject([{ entry: { holdId: w.holdId, choice: "continued" }, about: ABOUT }]);
    expect(api.tabs.create).not.toHaveBeenCalled();
  });

  it("is nobody else's: wrong id, other page, other window, no id are refused", async () => {
    const frame = port();
    frame.say({ warning: warning() });
    for (const [id, sender] of [
      ["nein", asker()],
      [idOf(), asker({ url: `${OURS}/settings.html` })],
      [idOf(), asker({ tab: { id: 9, windowId: 5 } })],
      [idOf(), asker({ tab: { id: 8, windowId: WINDOW } })],
      [idOf(), asker({ tab: undefined })],
      [null, asker()],
      [null, asker({ url: `${OURS}/popup.html` })],
    ] as const) {
      expect(await held(id, sender)).toBeNull();
      expect(await answer(id, "continue", sender)).toBe(false);
    }
    await expect(held(idOf(), asker({ url: "https://www.facebook.com/ask.html" }))).rejects.toThrow();
    await expect(answer(idOf(), "ja")).rejects.toThrow();
    expect(frame.state.sent).toEqual([]);
  });

  it.each([
    ["the window is closed", async () => api.windows!.onRemoved.tell(WINDOW)],
    ["time runs out", () => vi.advanceTimersByTimeAsync(120_000)],
    ["no window can be opened", async () => {}],
  ])("ends as cancelled when %s", async (what, happen) => {
    if (what.startsWith("no window")) api.windows!.create.mockRejectedValueOnce(new Error("none"));
    const frame = port();
    frame.say({ warning: warning() });
    await happen();
    await vi.advanceTimersByTimeAsync(1);
    expect(frame.state.sent).toEqual([{ answer: "cancel" }]);
    expect(lines).toMatchObject([{ choice: "cancelled" }]);
  });

  it("ends with its frame: the window goes, an answer comes too late", async () => {
    const frame = port();
    frame.say({ warning: warning() });
    const id = idOf();
    frame.leave();
    await vi.advanceTimersByTimeAsync(1);
    expect(api.windows!.remove).toHaveBeenCalledWith(WINDOW);
    expect(await answer(id, "continue")).toBe(false);
    expect(lines).toMatchObject([{ choice: "cancelled" }]);
  });

  it("that opens a page of its site has it opened after a yes only, once", async () => {
    const opens = "https://www.facebook.com/sharer/sharer.php?u=x";
    port().say({ warning: warning(), opens });
    await answer(idOf(), "cancel");
    expect(api.tabs.create).not.toHaveBeenCalled();
    port().say({ warning: warning(), opens });
    await answer(idOf(), "continue");
    expect(api.tabs.create.mock.calls).toEqual([[{ url: opens, windowId: FRAME.tab.windowId }]]);
  });
});

it("asks about and records a held action whose subject is too long for a message", async () => {
  const frame = port();
  frame.say({ warning: warning(), about: null });
  await answer(idOf(), "continue");
  expect(frame.state.sent).toEqual([{ answer: "continue" }]);
  expect(outcomes).toMatchObject([{ entry: { choice: "continued" }, about: null }]);
});

describe("of an answer is kept", () => {
  it.each([
    ["all, where the page is in an ordinary window", FRAME, FRAME, ["answer", "line"]],
    ["nothing, where it is in a private window", PRIVATE, PRIVATE, []],
    ["nothing, where the browser no longer says who asked", FRAME, undefined, []],
    ["nothing, where it does not say whether privately", UNSAID, UNSAID, []],
  ])("%s", async (_, sender, then, keeps) => {
    api = world(true);
    const kept: string[] = [];
    const keep = (what: string) => async () => void kept.push(what);
    const shared = { outcome: keep("answer"), profile: async () => ({ journalEnabled: true }) } as never;
    const record = startAnswers({ add: keep("line") } as never, shared, secretStore(), async () => null);
    startQuestionWindow(() => {}, record);
    const frame = port(sender);
    frame.say({ warning: warning() });
    Object.assign(frame.state, { sender: then });
    await answer(idOf(), "continue");
    expect(frame.state.sent).toEqual([{ answer: "continue" }]);
    await vi.advanceTimersByTimeAsync(50);
    expect(kept.toSorted()).toEqual(keeps);
  });
});

describe("refused without a window", () => {
  it.each([
    ["a page itself, not a frame", { ...FRAME, frameId: 0 }, {}],
    ["another extension", { ...FRAME, id: "lain" }, {}],
    ["a host that is not guarded", { ...FRAME, url: "https://jahat.example/plugins/like.php" }, {}],
    ["another site than the frame's", FRAME, { warning: warning({ site: "x" }) }],
    ["more than a warning is", FRAME, { warning: warning({ html: "<b>" }) }],
    ["nothing to be remembered by", FRAME, { about: undefined }],
    ["a page of another site to open", FRAME, { opens: "https://jahat.example/" }],
    ["a page that is no https page", FRAME, { opens: "javascript:alert(1)" }],
    ["a page without https", FRAME, { opens: "http://www.facebook.com/sharer/x" }],
  ])("%s", async (_, sender, more) => {
    const frame = port(sender);
    frame.say({ warning: warning(), ...more });
    expect(frame.state.dropped).toBe(true);
    expect(api.windows!.create).not.toHaveBeenCalled();
    expect(lines).toEqual([]);
  });

  it("a second one while one is open: not asked, no line; the window comes to the front", async () => {
    port().say({ warning: warning() });
    const second = port();
    second.say({ warning: warning() });
    await vi.advanceTimersByTimeAsync(1);
    expect(second.state.sent).toEqual([{ answer: null }]);
    expect(api.windows!.create).toHaveBeenCalledTimes(1);
    expect(api.windows!.update).toHaveBeenCalledWith(WINDOW, { focused: true });
    expect(lines).toEqual([]);
  });

  it("a flood that nobody answers ends after a few windows, for a minute", async () => {
    const flood = async () => {
      const frame = port();
      frame.say({ warning: warning() });
      frame.leave();
      await vi.advanceTimersByTimeAsync(1);
    };
    for (let at = 0; at < 20; at++) await flood();
    expect(api.windows!.create).toHaveBeenCalledTimes(MAX_UNANSWERED);
    await vi.advanceTimersByTimeAsync(60_000);
    await flood();
    expect(api.windows!.create).toHaveBeenCalledTimes(MAX_UNANSWERED + 1);
    /* The clock ran a day ahead until now. */
    for (let at = 1; at < MAX_UNANSWERED; at++) await flood();
    vi.setSystemTime(Date.now() - 86_400_000);
    await flood();
    expect(api.windows!.create).toHaveBeenCalledTimes(2 * MAX_UNANSWERED + 1);
  });

  it("who answers is never counted as a flood", async () => {
    for (let at = 0; at < 20; at++) {
      port().say({ warning: warning() });
      await answer(idOf(), at % 2 ? "cancel" : "continue");
    }
    expect(api.windows!.create).toHaveBeenCalledTimes(20);
  });
});

describe("where there are no windows", () => {
  it("the popup carries the question, and nothing else does", async () => {
    start(false);
    const frame = port();
    const w = warning();
    frame.say({ warning: w });
    await vi.advanceTimersByTimeAsync(1);
    expect(api.action.openPopup).toHaveBeenCalled();
    const popup = asker({ url: `${OURS}/popup.html`, tab: undefined });
    expect(await held(null, asker({ url: `${OURS}/ask.html` }))).toBeNull();
    expect(await held(null, popup)).toEqual({ warning: w });
    expect(await answer(null, "continue", popup)).toBe(true);
    expect(frame.state.sent).toEqual([{ answer: "continue" }]);
    expect(lines).toMatchObject([{ choice: "continued" }]);
  });
});
