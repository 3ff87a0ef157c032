/** Who the background listens to, and what it keeps of what it hears. */
import "fake-indexeddb/auto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { localDay } from "../../../src/domain/day.ts";
import { addDays } from "../../../src/domain/week.ts";
import { privateFiles } from "../journal/ground.ts";

type Handler = (message: { data: unknown; sender: object }) => unknown;
const handlers: Record<string, Handler> = {};
vi.mock("../../../src/messaging/messages.ts", () => ({
  onMessage: (type: string, handler: Handler) => {
    handlers[type] = handler;
  },
}));
const shown: unknown[] = [];
vi.mock("../../../src/background/badge.ts", () => ({
  markUnguarded: async () => {},
  showState: async (...what: unknown[]) => void shown.push(what),
}));
vi.mock("../../../src/background/optional-sites.ts", () => ({ startAsked: () => {} }));
vi.mock("../../../src/background/rules/handlers.ts", () => ({ startRules: () => ({ ensure: () => {} }) }));
for (const event of ["onInstalled", "onStartup", "onConnect"] as const)
  Object.assign(fakeBrowser.runtime, { [event]: { addListener: () => {} } });

const OURS = "chrome-extension://uji";
const api = {
  ...fakeBrowser,
  commands: undefined,
  runtime: { ...fakeBrowser.runtime, id: "uji", getURL: (path: string) => OURS + path },
  permissions: { onAdded: { addListener: () => {} }, onRemoved: { addListener: () => {} } },
  i18n: { ...fakeBrowser.i18n, getMessage: (key: string) => key },
};
vi.stubGlobal("browser", api);
vi.stubGlobal("chrome", api);
privateFiles();
const { addRuleIds } = await import("../../../src/background/rules/rule-ids.ts");
const { layerStore } = await import("../../../src/background/rules/layer-database.ts");
const { startAnswers } = await import("../../../src/background/answers.ts");
const { secretStore } = await import("../lib/answer-secrets.ts");
const { makeSharedState } = await import("../../../src/background/shared-state.ts");
const { vouchedStorage } = await import("../../../src/background/vouched-storage.ts");
const { SHOWN_TO_PAGES, VOUCHED_KEYS } = await import("../../../src/background/changes.ts");
const vouched = vouchedStorage(VOUCHED_KEYS, SHOWN_TO_PAGES);
const { startBackground } = await import("../../../src/background/index.ts");

const TODAY = localDay(new Date());
const line = (holdId: string) => ({
  holdId,
  day: TODAY,
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
});
const outcome = (holdId: string, more: object = {}) => ({
  entry: line(holdId),
  about: { subject: "account:facebook:handle:a", kind: "slogan" },
  ...more,
});
const PAGE = { id: "uji", url: "https://www.facebook.com/x", tab: { id: 7, incognito: false } };
const POPUP = { id: "uji", url: `${OURS}/popup.html` };
const ask = async (type: string, data: unknown, sender: object) => handlers[type]!({ data, sender });
/** What is stored of answers. */
const answers = () => fakeBrowser.storage.local.get(["today", "feedback", "silenced"]);
const holds = async () =>
  ((await ask("journalEntries", { last: 100 }, POPUP)) as { entries: { holdId: string }[] }).entries.map(
    (e) => e.holdId,
  );

Object.assign(fakeBrowser.storage.session, { setAccessLevel: async () => {} });
beforeAll(() => startBackground());
beforeEach(async () => {
  shown.length = 0;
  await ask("eraseEntries", { holdId: null }, POPUP);
  await fakeBrowser.storage.local.clear();
  await vouched.remove(VOUCHED_KEYS);
});

const STATE = { site: "facebook", state: "none", posts: 0, paused: null, faults: [] };

describe("an entry of the journal", () => {
  it("is stored once for its hold id when it comes from our script on a guarded page", async () => {
    expect(await ask("outcome", outcome("a"), PAGE)).toEqual({ recorded: true });
    expect(await ask("outcome", outcome("a"), PAGE)).toEqual({ recorded: true });
    expect(await holds()).toEqual(["a"]);
  });

  it.each([
    ["another extension", { ...PAGE, id: "lain" }],
    ["a page that is not guarded", { ...PAGE, url: "https://jahat.example/" }],
    ["a host that only ends like a guarded one", { ...PAGE, url: "https://jahatfacebook.com/" }],
    ["no tab", { ...PAGE, tab: undefined }],
    ["one of our own pages", POPUP],
    ["nobody", {}],
  ])("is refused and stored nowhere when it comes from %s", async (_, sender) => {
    await expect(ask("outcome", outcome("b"), sender)).rejects.toThrow("refused");
    await expect(ask("state", STATE, sender)).rejects.toThrow("refused");
    await expect(ask("silence", { subject: "account:facebook:handle:a" }, sender)).rejects.toThrow("refused");
    await expect(ask("forgetPastDay", undefined, sender)).rejects.toThrow("refused");
    expect([await holds(), shown, await answers()]).toEqual([[], [], {}]);
  });

  it("is not stored when it comes from a private window", async () => {
    const tab = { id: 7, incognito: true };
    expect(await ask("outcome", outcome("c"), { ...PAGE, tab })).toEqual({ recorded: false });
    expect(await ask("silence", { subject: "account:facebook:handle:a" }, { ...PAGE, tab })).toEqual({
      recorded: false,
    });
    expect([await holds(), await answers()]).toEqual([[], {}]);
  });

  it.each([
    ["more in it", { ...line("d"), text: "kata" }],
    ["another choice", { ...line("d"), choice: "liked" }],
    ["an endless hold", line("x".repeat(65))],
    ["nothing", null],
  ])("is refused with %s", async (_, data) => {
    const sent = outcome("d", { entry: data });
    expect(await ask("outcome", sent, PAGE)).toMatchObject({ recorded: false, problem: expect.any(String) });
    expect([await holds(), await answers()]).toEqual([[], {}]);
  });

  it("is not stored while the user keeps no journal", async () => {
    await vouched.set({ profile: { journalEnabled: false } });
    expect(await ask("outcome", outcome("e"), PAGE)).toEqual({ recorded: false });
    await vouched.remove(["profile"]);
    expect(await holds()).toEqual([]);
    expect(await answers()).toMatchObject({ feedback: { counts: { slogan: [1, 0] } } });
  });
});

describe("a taken-over page of a site", () => {
  const day = (from: number) => addDays(TODAY, from);
  const ABOUT = { subject: "account:x:handle:a", kind: "slogan" };
  it.each([
    ["an answer of another site", { entry: { ...line("h"), site: "x" } }],
    ["an answer of another day", { entry: { ...line("h"), day: day(-2) } }],
    ["an answer of another day", { entry: { ...line("h"), day: "9999-12-31" } }],
    ["an answer to an unknown rule", { entry: { ...line("h"), rule: "COBLOS-2" } }],
    ["an answer without its rule", { entry: { ...line("h"), rule: null } }],
    ["an answer without its rule", { entry: { ...line("h"), choice: "unchecked" } }],
    ["an answer about another site", { about: ABOUT }],
    ["an answer about another site", { about: { ...ABOUT, subject: "post:x\u0002post" } }],
    ["an answer about another site", { about: { ...ABOUT, subject: "facebook" } }],
  ])("cannot store %s", async (problem, more) => {
    await addRuleIds(layerStore(), ["R1"]);
    const sent = await ask("outcome", outcome("h", more), PAGE);
    expect(sent).toEqual({ recorded: false, problem });
    expect([await holds(), await answers()]).toEqual([[], {}]);
    for (const near of [day(-1), day(1)])
      expect(await ask("outcome", outcome(near, { entry: { ...line(near), day: near } }), PAGE)).toEqual({
        recorded: true,
      });
  });

  it("cannot silence an account of another site", async () => {
    const sent = await ask("silence", { subject: ABOUT.subject }, PAGE);
    expect(sent).toEqual({ recorded: false, problem: "an answer about another site" });
    expect(await answers()).toEqual({});
  });

  it("cannot report the state of another site", async () => {
    await ask("state", { ...STATE, site: "x" }, PAGE);
    expect(shown).toEqual([]);
    await ask("state", STATE, PAGE);
    expect(shown).toHaveLength(1);
  });

  it("cannot store more answers than a user gives, and one that is sent again is no further answer", async () => {
    const from = { ...PAGE, url: "https://www.threads.com/" };
    const one = (at: number) => ({ entry: { ...line(`flood-${at}`), site: "threads" }, about: null });
    for (let at = 0; at < 30; at++) expect(await ask("outcome", one(at), from)).toEqual({ recorded: true });
    const tooMany = { recorded: false, problem: "too many answers in a short time" };
    for (let at = 30; at < 40; at++) expect(await ask("outcome", one(at), from)).toEqual(tooMany);
    expect(await ask("silence", { subject: "account:threads:handle:a" }, from)).toEqual(tooMany);
    expect(await ask("outcome", one(3), from)).toEqual({ recorded: true });
    expect(await holds()).toHaveLength(30);
    expect(await ask("outcome", outcome("other"), PAGE)).toEqual({ recorded: true });
  });

  it.each([
    ["change", { type: "reset" }],
    ["journalEntries", { last: 5 }],
    ["eraseEntries", { holdId: null }],
    ["remoteQuestion", { id: "x" }],
    ["remoteAnswer", { id: "x", answer: "continue" }],
  ])("cannot send %s", async (type, data) => {
    await expect(ask(type, data, PAGE)).rejects.toThrow("refused");
  });

  it("cannot write what the background shares: it is put back, and the journal goes on", async () => {
    await ask("change", { type: "profile", set: { retention: 0 } }, POPUP);
    const { local } = fakeBrowser.storage;
    const own = () => local.get(["profile", "settings", "pause"]);
    const before = await own();
    const profile = { journalEnabled: false, retention: 30 };
    await local.set({ profile, settings: { off: ["x"] }, pause: { until: 1e15, sites: [] } });
    expect(await ask("outcome", outcome("k"), PAGE)).toEqual({ recorded: true });
    await vi.waitFor(async () => expect(await own()).toEqual(before));
    await local.clear();
    await vi.waitFor(async () => expect(await own()).toEqual(before));
  });

  it("has an empty frame of its own count as the page that made it, and no other", async () => {
    const frame = { ...PAGE, url: "about:srcdoc", frameId: 3 };
    expect(await ask("outcome", outcome("i"), { ...frame, origin: "https://www.facebook.com" })).toEqual({
      recorded: true,
    });
    await expect(ask("outcome", outcome("j"), { ...frame, origin: "null" })).rejects.toThrow("refused");
  });
});

describe("an answer that can be stored only in part", () => {
  it("stores its entry although the storage is full, and reports the problem", async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES"));
    expect(await ask("outcome", outcome("f"), PAGE)).toEqual({ recorded: false, problem: "QUOTA_BYTES" });
    set.mockRestore();
    expect(await holds()).toEqual(["f"]);
    /* Sent again, as the page does. */
    expect(await ask("outcome", outcome("f"), PAGE)).toEqual({ recorded: true });
    expect([await holds(), await answers()]).toMatchObject([
      ["f"],
      { feedback: { counts: { slogan: [1, 0] } } },
    ]);
  });

  it("is remembered although the journal is unavailable", async () => {
    const before = { ...handlers };
    const add = async () => {
      throw new Error("the disk is full");
    };
    const record = startAnswers({ add }, makeSharedState(secretStore()), secretStore(), async () => null);
    Object.assign(handlers, before);
    expect(await record(outcome("g") as never, "facebook", PAGE)).toEqual({
      recorded: false,
      problem: "the disk is full",
    });
    expect(await answers()).toMatchObject({ feedback: { counts: { slogan: [1, 0] } } });
  });
});

describe("a change of shared state", () => {
  it.each([
    ["a page", PAGE],
    ["another extension", { ...POPUP, id: "lain" }],
  ])("is refused when it comes from %s", async (_, sender) => {
    await expect(ask("change", { type: "reset" }, sender)).rejects.toThrow("refused");
  });

  it("is refused unless it is one known change", async () => {
    for (const data of [
      { type: "settings", set: { language: "de" } },
      { type: "settings", set: { off: [] } },
      { type: "settings", set: {}, more: 1 },
      { type: "profile", set: { office: { days: [] } } },
      { type: "guard-site", site: "friendster", on: true },
      { type: "optional-site", site: "facebook", on: true },
      { type: "pause-until", until: "tomorrow" },
      { type: "unsilence", tag: "x" },
      { type: "erase-disk" },
      null,
    ])
      await expect(ask("change", data, POPUP)).rejects.toThrow();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it("is made when it comes from a page of the extension", async () => {
    await ask("change", { type: "settings", set: { sensitivity: "ketat" } }, POPUP);
    expect(await fakeBrowser.storage.local.get("settings")).toMatchObject({
      settings: { sensitivity: "ketat" },
    });
  });
});

describe("the journal", () => {
  it.each([
    ["a page", PAGE],
    ["another extension", { ...POPUP, id: "lain" }],
    ["an address that only begins like ours", { ...POPUP, url: `${OURS}.example/popup.html` }],
  ])("is neither shown to nor erased by %s", async (_, sender) => {
    await ask("outcome", outcome("a"), PAGE);
    await expect(ask("journalEntries", { last: 5 }, sender)).rejects.toThrow("refused");
    await expect(ask("eraseEntries", { holdId: null }, sender)).rejects.toThrow("refused");
    expect(await holds()).toEqual(["a"]);
  });

  it("answers only valid queries", async () => {
    for (const data of [{ last: 1e9 }, { last: "all" }, { last: 5, more: 1 }, {}])
      await expect(ask("journalEntries", data, POPUP)).rejects.toThrow();
    for (const data of [{}, { holdId: "x".repeat(1_000) }, { holdId: 1 }])
      await expect(ask("eraseEntries", data, POPUP)).rejects.toThrow();
  });
});

describe("the state of a page", () => {
  it("is shown on its own tab", async () => {
    await ask("state", STATE, PAGE);
    expect(shown).toEqual([[7, STATE]]);
  });

  it.each([
    ["more in it", { ...STATE, html: "<b>" }],
    ["another state", { ...STATE, state: "fine" }],
    ["endless faults", { ...STATE, faults: Array.from({ length: 11 }, () => ({ code: "x" })) }],
    ["an endless account", { ...STATE, account: "x".repeat(301) }],
  ])("with %s changes nothing", async (_, data) => {
    await ask("state", data, PAGE);
    expect(shown).toEqual([]);
  });
});
