/** What a guarded page hands on: nothing from a private window, nothing from a script that an update left behind. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { GuardPorts } from "../../../src/guard/ports.ts";

type StorageListener = (changes: object, area: string) => void;
const changed = vi.hoisted((): StorageListener[] => []);
const api = vi.hoisted(() => ({
  runtime: { id: "uji" as string | undefined },
  extension: { inIncognitoContext: false },
  storage: {
    local: { get: async () => ({}), set: async (_: object) => {}, remove: async () => {} },
    onChanged: { addListener: (one: StorageListener) => void changed.push(one) },
  },
  i18n: { getUILanguage: () => "id" },
}));
const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ kept: true })));
const heard = vi.hoisted(() => new Map<string, (message: object) => unknown>());
let ports: GuardPorts;
let sessions = 0;
const used: unknown[] = [];
const covered: unknown[] = [];
vi.mock("@wxt-dev/browser", () => ({ browser: api }));
vi.mock("../../../src/messaging/messages.ts", () => ({
  sendMessage: sent,
  onMessage: (type: string, handler: (message: object) => unknown) => heard.set(type, handler),
}));
vi.mock("../../../src/guard/session.ts", () => ({
  startSession: (_: Document, given: GuardPorts) => {
    ports = given;
    sessions++;
    return {
      use: (rules: unknown) => used.push(rules),
      refresh: () => {},
      state: () => "state",
      afterwards: "afterwards",
      cover: (start: unknown) => covered.push(start),
    };
  },
}));
const { startContent } = await import("../../../src/content/bootstrap.ts");
const { provideSecondLine } = await import("../../../src/content/second-line-handshake.ts");
const { facebook } = await import("../../../src/sites/facebook/adapter.ts");
const { facebookData } = await import("../../../src/sites/facebook/reader.ts");

const LINE = {
  holdId: "a",
  day: "2026-11-22",
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
};
const settled = () => new Promise((done) => setTimeout(done, 5));

const ORIGIN = "https://www.facebook.com";

/** A document in a frame of a page of that origin, or (null) of one that may not be looked at. */
const framed = (
  origin: string | null,
  { address = ORIGIN, innerWidth = 600, onResize = (_: () => void) => {} } = {},
) => {
  const location = { origin: address };
  const top = origin === null ? null : { origin };
  const view = {
    location,
    origin: ORIGIN,
    innerWidth,
    addEventListener: (_: string, listener: () => void) => onResize(listener),
    get top() {
      if (!top) throw new Error("SecurityError");
      return top;
    },
  };
  return { contentType: "text/html", defaultView: view, location, addEventListener() {} } as never;
};

beforeAll(() => {
  const view = { location: { origin: "https://www.facebook.com" } } as Record<string, unknown>;
  view.top = view;
  const doc = {
    contentType: "text/html",
    defaultView: view,
    location: view.location,
    addEventListener: () => {},
  };
  startContent(doc as never, facebook, facebookData);
});
beforeEach(() => {
  sent.mockClear();
  api.runtime.id = "uji";
  api.extension.inIncognitoContext = false;
});

it("all facts of an answer go to the background in one message, in the very turn of the answer, once", async () => {
  expect(ports.canRecord()).toBe(true);
  const outcome = { entry: LINE, about: { subject: "account:a", kind: null } };
  ports.record(outcome as never);
  expect(sent.mock.calls).toEqual([["outcome", outcome]]);
  await settled();
  expect(sent).toHaveBeenCalledTimes(1);
});

it("sends an answer again until the background has stored it", async () => {
  sent.mockRejectedValueOnce(new Error("no receiver"));
  ports.silence("account:b");
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
  expect(sent.mock.calls[1]).toEqual(["silence", { subject: "account:b" }]);
});

it("applies an answer at once, before the background has stored it", () => {
  const day = ports.today();
  const about = { subject: "account:c", kind: null };
  expect(ports.answers!("account:c")).toEqual({ cancelled: false, continued: [] });
  ports.record({ entry: { ...LINE, day, holdId: "c" }, about } as never);
  expect(ports.answers!("account:c")).toEqual({ cancelled: true, continued: [] });
  ports.record({ entry: { ...LINE, day, holdId: "d", choice: "continued" }, about } as never);
  expect(ports.answers!("account:c")).toEqual({ cancelled: true, continued: ["R1"] });
  expect(ports.isSilenced("account:c")).toBe(false);
  ports.record({ entry: { ...LINE, day, holdId: "e", choice: "not-campaign" }, about } as never);
  expect(ports.isSilenced("account:c")).toBe(true);
});

describe("nothing is written, and the question can say so,", () => {
  it.each([
    ["in a private window", () => Object.assign(api.extension, { inIncognitoContext: true })],
    ["by a script that an update left behind", () => Object.assign(api.runtime, { id: undefined })],
  ])("%s", async (_, happen) => {
    const stored = vi.spyOn(api.storage.local, "set");
    happen();
    expect(ports.canRecord()).toBe(false);
    ports.record({ entry: LINE, about: { subject: "account:a", kind: null } } as never);
    ports.silence("account:a");
    await settled();
    expect(sent).not.toHaveBeenCalled();
    expect(stored.mock.calls).toEqual([]);
  });
});

it("in a private window the user's own answers mute no kind of evidence; elsewhere they do at once", () => {
  for (const [kind, incognito] of [
    ["slogan", true],
    ["hashtag", false],
  ] as const) {
    api.extension.inIncognitoContext = incognito;
    for (let at = 0; at < 12; at++) {
      const entry = { ...LINE, day: ports.today(), holdId: `${kind}-${at}`, choice: "continued" };
      ports.record({ entry, about: { subject: `account:${kind}`, kind } } as never);
    }
    expect([kind, ports.isMuted!(kind)]).toEqual([kind, !incognito]);
    expect(ports.answers!(`account:${kind}`)?.continued).toContain("R1");
  }
});

it("answers of a private window hold in their page, whatever is read of storage later", async () => {
  api.extension.inIncognitoContext = true;
  const day = ports.today();
  const about = { subject: "account:private", kind: null };
  ports.record({ entry: { ...LINE, day, holdId: "private" }, about } as never);
  ports.silence("account:dismissed");
  for (let turn = 0; turn < 2; turn++) {
    await settled();
    for (const tell of changed) tell({ today: {}, silenced: {} }, "local");
  }
  await settled();
  expect(ports.answers!("account:private")?.cancelled).toBe(true);
  expect(ports.isSilenced("account:dismissed")).toBe(true);
});

it("no question is drawn inside of another site's page, and none in what is no page", () => {
  const before = sessions;
  for (const origin of ["https://jahat.example", "http://www.facebook.com", "null", null])
    startContent(framed(origin), facebook, facebookData);
  startContent({ contentType: "image/svg+xml", defaultView: null } as never, facebook, facebookData);
  expect(sessions).toBe(before);
  startContent(framed(ORIGIN), facebook, facebookData);
  expect(sessions).toBe(before + 1);
});

it("a frame of the site itself is guarded, also one whose address names no origin; it reports no state", () => {
  const before = sessions;
  startContent(framed(ORIGIN, { address: "null" }), facebook, facebookData);
  expect(sessions).toBe(before + 1);
  sent.mockClear();
  ports.report({ posts: 1 } as never);
  expect(sent).not.toHaveBeenCalled();
});

it("a frame that nobody sees is guarded once it has a size", () => {
  const before = sessions;
  let resize = () => {};
  const onResize = (listener: () => void) => {
    resize = listener;
  };
  startContent(framed(ORIGIN, { innerWidth: 0, onResize }), facebook, facebookData);
  expect(sessions).toBe(before);
  resize();
  expect(sessions).toBe(before + 1);
});

it.each(["getState", "structure"])("refuses %s from outside the extension", async (type) => {
  await expect(async () => heard.get(type)!({ sender: { id: "lain" } })).rejects.toThrow("unknown sender");
});

it("the rules cannot be made where the engine's script does not come: the page says so after ten seconds", async () => {
  vi.useFakeTimers();
  const view = { location: { origin: "https://www.facebook.com" } } as Record<string, unknown>;
  view.top = view;
  used.length = 0;
  startContent(
    { contentType: "text/html", defaultView: view, location: view.location, addEventListener() {} } as never,
    facebook,
    facebookData,
  );
  await vi.advanceTimersByTimeAsync(9_900);
  expect([used, ports.faults()]).toEqual([[], []]);
  await vi.advanceTimersByTimeAsync(200);
  expect(used).toEqual(["failed"]);
  expect(ports.faults()).toEqual([{ code: "rules", detail: "Error: engine.js timed out" }]);
  vi.useRealTimers();
});

it("the state is told at once, then at most once a second, the last one in the end", () => {
  vi.useFakeTimers();
  const view = { location: { origin: "https://www.facebook.com" } } as Record<string, unknown>;
  view.top = view;
  startContent(
    { contentType: "text/html", defaultView: view, location: view.location, addEventListener() {} } as never,
    facebook,
    facebookData,
  );
  const states = () => sent.mock.calls.filter(([type]) => type === "state").map(([, state]) => state);
  vi.advanceTimersByTime(5_000);
  for (const posts of [1, 2, 3]) ports.report({ posts } as never);
  expect(states()).toEqual([{ posts: 1 }]);
  vi.advanceTimersByTime(990);
  expect(states()).toHaveLength(1);
  vi.advanceTimersByTime(20);
  expect(states()).toEqual([{ posts: 1 }, { posts: 3 }]);
  vi.advanceTimersByTime(10_000);
  ports.report({ posts: 4 } as never);
  expect(states()).toHaveLength(3);
  vi.useRealTimers();
});

it("the second line, once its script came, is asked by every part of the guard that has the adapter", () => {
  const { site } = ports;
  const { press } = site;
  const put = vi.fn((_: Document, adapter: object) => ({ ...adapter, press: () => "read" }));
  const startCoverage = () => {};
  provideSecondLine({ withSecondLine: put, startCoverage } as never);
  expect(site.press({} as never)).toBe("read");
  const [, adapter, data, afterwards] = put.mock.calls.at(-1) as unknown[];
  expect((adapter as typeof site).press).toBe(press);
  expect((data as () => unknown)()).toBe(facebookData);
  expect([afterwards, covered.at(-1)]).toEqual(["afterwards", startCoverage]);
});
