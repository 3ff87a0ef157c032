/** What a page reads of storage, at first and after each change, reaches the parts that own it. */
import { beforeEach, describe, expect, it, vi } from "vitest";

const world = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  heard: [] as ((changes: object, area: string) => void)[],
}));
vi.mock("@wxt-dev/browser", () => ({
  browser: {
    runtime: { id: "uji", getManifest: () => ({ version: "1" }) },
    storage: {
      local: { get: async () => structuredClone(world.stored) },
      onChanged: { addListener: (one: (typeof world.heard)[number]) => world.heard.push(one) },
    },
    i18n: { getUILanguage: () => "id" },
  },
}));
vi.stubGlobal("navigator", { languages: ["id-ID", "en"] });
vi.mock("../../../src/messaging/messages.ts", () => ({ sendMessage: vi.fn(async () => {}) }));
const { AnswerStore } = await import("../../../src/content/answer-store.ts");
const { provideEngine } = await import("../../../src/content/engine-handshake.ts");
const { startLoading } = await import("../../../src/content/loading.ts");
const { noSeenAccounts } = await import("../../../src/content/nothing-seen.ts");
const { makeStoredSettings } = await import("../../../src/content/stored-settings.ts");
const { siteChangeKey } = await import("../../../src/engine/ruleset/layers/site-overrides.ts");

const KEY = siteChangeKey("x");
const CHANGE = { labels: { like: ["Gemari"] } };
const TODAY = "2026-11-22";
const createRules = vi.fn(() => "rules");
const setLanguage = vi.fn();
const changedData = () => "never called here";
provideEngine({ createRules, setLanguage, changedData, ui: {} } as never);
const TEXTS = { "dialog.cancel": "Batal" };

const parts = (taken: boolean | string) => ({
  doc: { hidden: false, addEventListener: () => {} },
  site: "x" as const,
  settings: makeStoredSettings("x", () => {}),
  answers: new AnswerStore(
    () => TODAY,
    async () => ({ today: "", silenced: "" }),
  ),
  faults: { rules: vi.fn(), stored: vi.fn(), notStored: vi.fn(), threw: vi.fn(), all: () => [] },
  session: { use: vi.fn(), refresh: vi.fn() },
  useSiteChange: vi.fn((_: unknown) => taken),
  makeSeen: noSeenAccounts,
  today: () => TODAY,
});
/** The page, after its first reading. */
async function started(taken: boolean | string = false) {
  const all = parts(taken);
  startLoading(all);
  await vi.waitFor(() => expect(all.session.use).toHaveBeenCalledTimes(1));
  return all;
}
const change = (...keys: string[]) => {
  for (const one of world.heard) one(Object.fromEntries(keys.map((key) => [key, {}])), "local");
};
beforeEach(() => {
  world.stored = { rules: 1, pageTexts: JSON.stringify({ "1": { id: TEXTS } }) };
  setLanguage.mockClear();
  world.heard.length = 0;
  createRules.mockClear();
});

describe("what the layers changed of the site's data", () => {
  it("is handed on at first, and null where there is none", async () => {
    expect((await started()).useSiteChange.mock.calls).toEqual([[null, changedData]]);
    world.stored[KEY] = CHANGE;
    expect((await started()).useSiteChange.mock.calls).toEqual([[CHANGE, changedData]]);
  });

  it("has the page read anew where it changed, with the rules there are", async () => {
    const page = await started(true);
    world.stored[KEY] = CHANGE;
    change(KEY);
    await vi.waitFor(() => expect(page.session.use).toHaveBeenCalledTimes(2));
    expect(page.useSiteChange).toHaveBeenLastCalledWith(CHANGE, changedData);
    expect([page.session.refresh.mock.calls.length, createRules.mock.calls.length]).toEqual([0, 1]);
  });

  it("has nothing read anew where it stayed as it was", async () => {
    const page = await started(false);
    change("today");
    await vi.waitFor(() => expect(page.session.refresh).toHaveBeenCalledTimes(1));
    expect(page.session.use).toHaveBeenCalledTimes(1);
  });

  it("is a fault of the page where it cannot be used", async () => {
    const page = await started("selectors.post");
    expect(page.faults.rules.mock.calls).toEqual([[{ code: "ruleset", error: "selectors.post" }]]);
    expect((await started(true)).faults.rules.mock.calls).toEqual([[null]]);
  });
});

describe("the texts of the page", () => {
  it("are set before anything can be asked", async () => {
    const page = parts(false);
    page.session.use.mockImplementation(() => expect(setLanguage).toHaveBeenCalledWith("id", TEXTS));
    startLoading(page);
    await vi.waitFor(() => expect(page.session.use).toHaveBeenCalledTimes(1));
    expect(page.session.use).not.toHaveBeenCalledWith("failed");
  });

  it("are waited for: without words nothing is asked, and what comes later is used at once", async () => {
    const texts = world.stored.pageTexts;
    delete world.stored.pageTexts;
    const page = parts(false);
    startLoading(page);
    await new Promise((done) => setTimeout(done, 20));
    expect([page.session.use.mock.calls, setLanguage.mock.calls]).toEqual([[], []]);
    world.stored.pageTexts = texts;
    change("pageTexts");
    await vi.waitFor(() => expect(page.session.use).toHaveBeenCalledTimes(1));
    expect(setLanguage).toHaveBeenCalledWith("id", TEXTS);
  });

  it("stay as they were where they cannot be read any more", async () => {
    const page = await started();
    world.stored.pageTexts = "{broken";
    change("settings");
    await vi.waitFor(() => expect(page.session.use).toHaveBeenCalledTimes(2));
    expect(setLanguage).toHaveBeenCalledTimes(1);
  });
});
