import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { startAutolock } = await import("../../../src/background/autolock.ts");
const { openedKeyItem } = await import("../../../src/journal/open.ts");

let now = 5_000_000;
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
  startAutolock(() => now);
  expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: "TRUSTED_CONTEXTS" });
  await openedKeyItem.setValue({ key: "abc", until: now + 600_000 });
  await vi.waitFor(async () => expect(await alarm()).toBe(now + 600_001));
  await openedKeyItem.setValue({ key: "abc", until: now + 900_000 });
  await vi.waitFor(async () => expect(await alarm()).toBe(now + 900_001));
  now += 600_000;
  await ring();
  await new Promise((done) => setTimeout(done, 20));
  expect(await openedKeyItem.getValue()).toMatchObject({ key: "abc" });
  now += 300_001;
  await ring();
  await vi.waitFor(async () => expect(await openedKeyItem.getValue()).toBeNull());
});

it("removes a key without a valid expiry at once", async () => {
  await openedKeyItem.setValue({ key: "abc", until: "tomorrow" });
  startAutolock(() => now);
  await vi.waitFor(async () => expect(await openedKeyItem.getValue()).toBeNull());
});
