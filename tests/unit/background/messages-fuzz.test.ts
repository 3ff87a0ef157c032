/** Class 8: every message the background answers, from senders that may not send it, and with data that is not right. */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { localDay } from "../../../src/domain/day.ts";
import { privateFiles } from "../journal/ground.ts";

type Handler = (message: { data: unknown; sender: object }) => unknown;
const handlers: Record<string, Handler> = {};
vi.mock("../../../src/messaging/messages.ts", () => ({
  onMessage: (type: string, handler: Handler) => {
    handlers[type] = handler;
  },
}));
/** What was done because of a message. */
const done: unknown[] = [];
const does = (what: string) => async (): Promise<object> => {
  done.push(what);
  return {};
};
vi.mock("../../../src/background/badge.ts", () => ({
  markUnguarded: async () => {},
  showState: () => does("badge")(),
}));
vi.mock("../../../src/background/optional-sites.ts", () => ({ startAsked: () => {} }));
vi.mock("../../../src/background/rules/queries.ts", () => ({
  findInRoster: does("find"),
  rulesInfo: does("info"),
  layerTraining: does("training"),
}));
vi.mock("../../../src/background/rules/layer-manager.ts", () => ({
  rulesetLayers: () => ({
    ...Object.fromEntries(
      ["ensure", "wake", "tick", "storedLayers", "feed"].map((name) => [name, async () => {}]),
    ),
    ...Object.fromEntries(["add", "follow", "drop"].map((name) => [name, does(name)])),
  }),
}));
for (const event of ["onInstalled", "onStartup", "onConnect"] as const)
  Object.assign(fakeBrowser.runtime, { [event]: { addListener: () => {} } });
Object.assign(fakeBrowser.storage.session, { setAccessLevel: async () => {} });

const OURS = "chrome-extension://uji";
const api = {
  ...fakeBrowser,
  commands: undefined,
  runtime: { ...fakeBrowser.runtime, id: "uji", getURL: (path: string) => OURS + path },
  permissions: { onAdded: { addListener: () => {} }, onRemoved: { addListener: () => {} } },
};
vi.stubGlobal("browser", api);
vi.stubGlobal("chrome", api);
privateFiles();
const { startBackground } = await import("../../../src/background/index.ts");
beforeAll(() => startBackground());
beforeEach(() => {
  done.length = 0;
});

const PAGE = { id: "uji", url: "https://www.facebook.com/x", tab: { id: 7, incognito: false } };
const POPUP = { id: "uji", url: `${OURS}/popup.html` };
const LINE = {
  holdId: "a",
  day: localDay(new Date()),
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
};
/** A right message of every kind, and who may send it. A kind that is missing here makes the first test fail. */
const RIGHT: Record<string, { data: unknown; from: object }> = {
  outcome: { data: { entry: LINE, about: { subject: "account:facebook:handle:a", kind: null } }, from: PAGE },
  silence: { data: { subject: "account:facebook:handle:a" }, from: PAGE },
  answerSecrets: { data: undefined, from: PAGE },
  forgetPastDay: { data: undefined, from: PAGE },
  seenPost: { data: { key: "a".repeat(64), account: "b".repeat(64), post: "c".repeat(64) }, from: PAGE },
  change: { data: { type: "pause-site", site: "x" }, from: POPUP },
  state: { data: { site: "facebook", state: "none", posts: 0, paused: null, faults: [] }, from: PAGE },
  journalEntries: { data: { last: 5 }, from: POPUP },
  eraseEntries: { data: { holdId: "b" }, from: POPUP },
  remoteQuestion: { data: { id: "x" }, from: POPUP },
  remoteAnswer: { data: { id: "x", answer: "cancel" }, from: POPUP },
  rules: { data: undefined, from: POPUP },
  rulesInfo: { data: undefined, from: POPUP },
  training: { data: undefined, from: POPUP },
  rulesAdd: { data: { name: "own", text: "{}" }, from: POPUP },
  rulesFollow: { data: { url: "https://dinas.example/a.json" }, from: POPUP },
  rulesDrop: { data: "own", from: POPUP },
  rulesFind: { data: { words: "kata" }, from: POPUP },
};
const KINDS = Object.keys(RIGHT);

/** "refused" where it threw; else what came back. */
const ask = async (type: string, data: unknown, sender: object): Promise<unknown> => {
  try {
    return await handlers[type]!({ data, sender });
  } catch {
    return "refused";
  }
};
const lines = async (): Promise<number> =>
  ((await ask("journalEntries", { last: 1_000 }, POPUP)) as { entries: unknown[] }).entries.length;

it("control: answers a valid message of every type from its sender", async () => {
  expect(Object.keys(handlers).toSorted()).toEqual(KINDS.toSorted());
  for (const type of KINDS)
    expect([type, (await ask(type, RIGHT[type]!.data, RIGHT[type]!.from)) === "refused"]).toEqual([
      type,
      false,
    ]);
  expect(done.toSorted()).toEqual(["add", "badge", "drop", "find", "follow", "info", "training"]);
  expect(await lines()).toBe(1);
});

const strangers = fc.oneof(
  fc.constantFrom<object>(
    {},
    { ...PAGE, id: "lain" },
    { ...POPUP, id: "lain" },
    { ...PAGE, url: "https://www.facebook.com.jahat.example/" },
    { ...PAGE, url: `${OURS}.jahat.example/popup.html` },
    { ...POPUP, url: undefined },
  ),
  fc.record({ id: fc.string(), url: fc.webUrl(), tab: fc.constant({ id: 1 }) }),
);

it("refuses every message from a stranger, whatever its data", async () => {
  const before = await lines();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      strangers,
      fc.anything(),
      fc.boolean(),
      async (type, from, any, right) => {
        expect(await ask(type, right ? RIGHT[type]!.data : any, from)).toBe("refused");
      },
    ),
    { numRuns: 600 },
  );
  expect(done).toEqual([]);
  expect(await lines()).toBe(before);
});

/** No field of any message may be one of these. */
const NEVER = fc.constantFrom<unknown>(
  { a: 1 },
  ["own"],
  Number.NaN,
  -1,
  Symbol.iterator,
  () => {},
  JSON.parse('{"__proto__":{"a":1}}'),
);

it("does nothing for a message with an invalid or an additional field", async () => {
  const before = await lines();
  const kinds = KINDS.filter((type) => RIGHT[type]!.data !== undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.nat(10),
      NEVER,
      fc.boolean(),
      async (type, at, wrong, more) => {
        const { data, from } = RIGHT[type]!;
        const fields = Object.keys(data as object);
        const bad =
          typeof data === "string"
            ? wrong
            : { ...(data as object), ...(more ? { more: 1 } : { [fields[at % fields.length]!]: wrong }) };
        const answer = (await ask(type, bad, from)) as { recorded?: boolean } | undefined | "refused";
        expect(answer === "refused" || answer === undefined || answer?.recorded === false).toBe(true);
      },
    ),
    { numRuns: 600 },
  );
  expect(done).toEqual([]);
  expect(await lines()).toBe(before);
});
