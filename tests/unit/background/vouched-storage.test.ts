/** What the background shares with pages: its own database counts, and the copy that pages read follows it. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { SHOWN_TO_PAGES } from "../../../src/background/changes.ts";

vi.stubGlobal("browser", fakeBrowser);
const { vouchedStorage } = await import("../../../src/background/vouched-storage.ts");
const { local } = fakeBrowser.storage;
const KEYS = ["settings", "pause"];

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal("indexedDB", new IDBFactory());
});

it("takes over what an earlier version stored, once, and nothing that is written from outside later", async () => {
  await local.set({ settings: { region: "32" }, rules: 1 });
  const storage = vouchedStorage(KEYS);
  expect(await storage.get(KEYS)).toEqual({ settings: { region: "32" } });
  await local.set({ settings: { region: "33" }, pause: { sites: ["x"] } });
  expect(await vouchedStorage(KEYS).get(KEYS)).toEqual({ settings: { region: "32" } });
  await storage.restore();
  expect(await local.get()).toEqual({ settings: { region: "32" }, rules: 1 });
});

it("puts nothing back where the copy has the same fields in another order", async () => {
  const storage = vouchedStorage(KEYS);
  await storage.set({ settings: { b: [1, { d: 1, c: 2 }], a: 1 } });
  await local.set({ settings: { a: 1, b: [1, { c: 2, d: 1 }] } });
  const set = vi.spyOn(local, "set");
  await storage.restore();
  expect(set).not.toHaveBeenCalled();
});

it("counts a value as written only once both have it", async () => {
  const storage = vouchedStorage(KEYS);
  await storage.set({ settings: 1 });
  vi.spyOn(local, "set").mockRejectedValueOnce(new Error("QUOTA_BYTES"));
  await expect(storage.set({ settings: 2 })).rejects.toThrow("QUOTA_BYTES");
  expect([await storage.get(KEYS), await local.get()]).toEqual([{ settings: 1 }, { settings: 1 }]);
  await storage.remove(["settings"]);
  expect([await storage.get(KEYS), await local.get()]).toEqual([{}, {}]);
});

it("has the copy alone count where its database cannot be opened", async () => {
  await local.set({ settings: 3 });
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new Error("no database");
    },
  });
  const storage = vouchedStorage(KEYS);
  expect(await storage.get(KEYS)).toEqual({ settings: 3 });
  await storage.set({ settings: 4 });
  await storage.restore();
  expect([await storage.get(KEYS), await local.get()]).toEqual([{ settings: 4 }, { settings: 4 }]);
});

const PRIVATE = {
  profile: (value: unknown) => ({ office: (value as { office: number }).office }),
  week: () => undefined,
};
const profile = { office: 9, pact: "2026-11-21" };

it("leaves of a private value only what pages need where they read, and the whole in memory", async () => {
  const { session } = fakeBrowser.storage;
  const storage = vouchedStorage([...KEYS, "profile", "week"], PRIVATE);
  await storage.set({ settings: 1, profile, week: "2026-11-23" });
  const whole = { profile, week: "2026-11-23" };
  expect([await local.get(), await session.get()]).toEqual([{ settings: 1, profile: { office: 9 } }, whole]);
  await session.clear(); // as with the end of the browser
  await local.set({ profile: { office: 1, pact: "2020-01-01" }, week: "2020-01-06" });
  await storage.restore();
  expect([await local.get(), await session.get()]).toEqual([{ settings: 1, profile: { office: 9 } }, whole]);
  await storage.remove(["profile", "week"]);
  expect([await local.get(), await session.get()]).toEqual([{ settings: 1 }, {}]);
});

it("takes a private value of an earlier version out of pages' reach", async () => {
  await local.set({ profile });
  const storage = vouchedStorage(["profile"], PRIVATE);
  await storage.restore();
  expect([await local.get(), await fakeBrowser.storage.session.get()]).toEqual([
    { profile: { office: 9 } },
    { profile },
  ]);
});

it("shows pages a damaged value as it is, so that they can say so", () => {
  const { silenced, profile: ofProfile, answeredWeek } = SHOWN_TO_PAGES;
  expect([silenced!("garbage"), ofProfile!(7), answeredWeek!("2026-11-23")]).toEqual([
    "garbage",
    7,
    undefined,
  ]);
  expect(silenced!({ key: "k", tags: [], origins: [{ host: "x.com", day: "2026-11-20" }] })).toEqual({
    key: "k",
    tags: [],
  });
});
