import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { startAutolock } = await import("../../../src/background/autolock.ts");
const { openedKeyItem, openUserJournal } = await import("../../../src/journal/open.ts");

const alarm = async () => (await fakeBrowser.alarms.get("journal-lock"))?.scheduledTime;
const ring = () =>
  fakeBrowser.alarms.onAlarm.trigger({
    name: "journal-lock",
    scheduledTime: 0,
    persistAcrossSessions: false,
  });

const setAccessLevel = vi.fn(async () => {});
beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.storage.session, { setAccessLevel });
});

it("removes the opened key from memory when it expires, and not before", async () => {
  let now = 5_000_000;
  vi.spyOn(Date, "now").mockImplementation(() => now);
  startAutolock(openUserJournal());
  expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: "TRUSTED_CONTEXTS" });
  await openedKeyItem.setValue({ key: "abc", until: now + 600_000 });
  await vi.waitFor(async () => expect(await alarm()).toBe(now + 600_001));
  now += 300_000;
  await openedKeyItem.setValue({ key: "abc", until: now + 600_000 });
  await vi.waitFor(async () => expect(await alarm()).toBe(now + 600_001));
  now += 300_000;
  await ring();
  await new Promise((done) => setTimeout(done, 20));
  expect(await openedKeyItem.getValue()).toMatchObject({ key: "abc" });
  now += 300_001;
  await ring();
  await vi.waitFor(async () => expect(await openedKeyItem.getValue()).toBeNull());
  vi.restoreAllMocks();
});

it.each([
  ["without a valid expiry", "tomorrow"],
  ["from a clock that ran ahead", Date.now() + 3_600_000],
])("removes a key %s at once", async (_, until) => {
  await openedKeyItem.setValue({ key: "abc", until });
  startAutolock(openUserJournal());
  await vi.waitFor(async () => expect(await openedKeyItem.getValue()).toBeNull());
});
