import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

const setBadgeText = vi.fn(async (_: { text: string }) => {});
const contains = vi.fn(async () => false);
const create = vi.fn(async () => "weekly");
Object.assign(fakeBrowser.action, { setBadgeText, setBadgeBackgroundColor: vi.fn(async () => {}) });
Object.assign(fakeBrowser.permissions, { contains });
Object.assign(fakeBrowser.notifications, { create });
Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { remind } = await import("../../../src/background/weekly-reminder.ts");

/** 2026-11-16 is a Monday. */
const at = (day: string, hour = 9) => new Date(`${day}T${String(hour).padStart(2, "0")}:00:00`);
const own = (value: object) => fakeBrowser.storage.session.set({ profile: value });
const badge = () => setBadgeText.mock.lastCall?.[0].text;

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  contains.mockResolvedValue(false);
});

describe("the weekly reminder", () => {
  it("shows no badge and sets no alarm unless a weekday was chosen", async () => {
    await remind(at("2026-11-20"));
    expect(badge()).toBe("");
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it("is shown from its weekday to the end of the week, until the week is answered", async () => {
    await own({ reminder: 5 });
    const seen: string[] = [];
    for (const day of ["2026-11-19", "2026-11-20", "2026-11-22", "2026-11-23", "2026-11-27"]) {
      await remind(at(day));
      seen.push(badge()!);
    }
    expect(seen).toEqual(["", "✎", "✎", "", "✎"]);
    await fakeBrowser.storage.session.set({ answeredWeek: "2026-11-23" });
    await remind(at("2026-11-27"));
    expect(badge()).toBe("");
    expect(create).not.toHaveBeenCalled();
    expect((await fakeBrowser.alarms.getAll()).map((alarm) => alarm.name)).toEqual(["weekly"]);
    await own({ reminder: 0 });
    await remind(at("2026-11-27"));
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it("notifies once a week, in the daytime, and only if allowed", async () => {
    await own({ reminder: 5 });
    contains.mockResolvedValue(true);
    await remind(at("2026-11-20", 6));
    expect(create).not.toHaveBeenCalled();
    for (const hour of [9, 10]) await remind(at("2026-11-20", hour));
    await remind(at("2026-11-21"));
    expect(create).toHaveBeenCalledTimes(1);
    await remind(at("2026-11-27"));
    expect(create).toHaveBeenCalledTimes(2);
  });

  it("is silent while no journal is kept", async () => {
    await own({ reminder: 1, journalEnabled: false });
    await remind(at("2026-11-20"));
    expect(badge()).toBe("");
  });
});
