import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DEFAULT_OWN } from "../../lib/defaults.ts";
import "../shared/background.ts";

const { welcomeSource } = await import("../../../../src/pages/welcome/source.ts");

beforeEach(() => fakeBrowser.reset());

describe("the welcome over the extension's storage", () => {
  it("stores simultaneous answers and keeps what was stored before", async () => {
    await fakeBrowser.storage.local.set({ settings: { language: "en", sensitivity: "ketat" } });
    const { actions, load } = welcomeSource;
    await Promise.all([
      actions.saveSettings({ status: "PPPK" }),
      actions.saveSettings({ region: "3273" }),
      actions.saveProfile({ journalEnabled: false }),
      actions.saveProfile({ pact: "2026-11-21" }),
    ]);
    expect(await fakeBrowser.storage.local.get()).toMatchObject({
      settings: { language: "en", sensitivity: "ketat", status: "PPPK", region: "3273" },
      profile: { ...DEFAULT_OWN, journalEnabled: false, pact: "2026-11-21" },
    });
    expect(await load()).toMatchObject({
      language: "en",
      settings: { status: "PPPK", spouse: false, region: "3273" },
      profile: { journalEnabled: false },
    });
  });

  it("reads damaged storage as defaults", async () => {
    await fakeBrowser.storage.local.set({ settings: "broken" });
    await fakeBrowser.storage.session.set({ profile: { office: 7, journalEnabled: "no" } });
    expect(await welcomeSource.load()).toMatchObject({ settings: { status: null }, profile: DEFAULT_OWN });
  });

  it("reports a change made elsewhere", async () => {
    const changed = vi.fn();
    const stop = welcomeSource.subscribe!(changed, () => {});
    await fakeBrowser.storage.local.set({ settings: { language: "en" } });
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    await fakeBrowser.storage.local.set({ settings: { language: "id" } });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
