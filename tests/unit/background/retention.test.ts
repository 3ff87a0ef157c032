import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { JournalEntry } from "../../../src/domain/journal-entry.ts";
import { defaults } from "../../../src/storage/fields.ts";
import { type Profile, profileFields } from "../../../src/storage/profile.ts";
import { privateFiles } from "../journal/ground.ts";

vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { enforceRetention, startRetention } = await import("../../../src/background/retention.ts");
const { openUserJournal } = await import("../../../src/journal/open.ts");
privateFiles();
const book = openUserJournal();
const line = (holdId: string, day: string): JournalEntry => ({
  holdId,
  day,
  rule: "R1",
  site: "x",
  action: "like",
  choice: "cancelled",
});
/** The profile as the background wrote it. */
const own = (retention: number) => ({
  profile: async () => ({ ...defaults(profileFields), retention: retention as Profile["retention"] }),
});
const kept = async () => (await book.all()).entries.map((e) => e.holdId).sort();

beforeEach(async () => {
  fakeBrowser.reset();
  await book.eraseAll();
  await book.addAll([
    line("year", "2025-11-21"),
    line("91", "2026-08-22"),
    line("90", "2026-08-23"),
    line("now", "2026-11-21"),
  ]);
});

it("erases after 90 days unless the user chose otherwise", async () => {
  await enforceRetention(book, own(90), "2026-11-21");
  expect(await kept()).toEqual(["90", "now"]);
});

it.each([
  [30, ["now"]],
  [365, ["90", "91", "now", "year"]],
  [0, ["90", "91", "now", "year"]],
])("keeps %s days", async (retention, left) => {
  await enforceRetention(book, own(retention), "2026-11-21");
  expect(await kept()).toEqual(left);
});

it("erases when it starts, by its alarm, and when the retention changes", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-21T12:00:00") });
  const forgetPastDay = vi.fn(async () => {});
  let retention = 90;
  startRetention(book, { forgetPastDay, profile: () => own(retention).profile() });
  expect(forgetPastDay).toHaveBeenCalledTimes(1);
  await vi.waitFor(async () => expect(await kept()).toEqual(["90", "now"]));
  expect((await fakeBrowser.alarms.getAll()).map((a) => [a.name, a.periodInMinutes])).toEqual([
    ["retention", 720],
  ]);
  /* A value that somebody else wrote wakes it, and changes nothing. */
  await fakeBrowser.storage.session.set({ profile: { retention: 365 } });
  retention = 30;
  await fakeBrowser.storage.session.set({ profile: { retention: 30 } });
  await vi.waitFor(async () => expect(await kept()).toEqual(["now"]));
  await book.add(line("old", "2026-01-01"));
  await fakeBrowser.alarms.onAlarm.trigger({
    name: "retention",
    scheduledTime: 0,
    persistAcrossSessions: false,
  });
  await vi.waitFor(async () => expect(await kept()).toEqual(["now"]));
  vi.useRealTimers();
});
