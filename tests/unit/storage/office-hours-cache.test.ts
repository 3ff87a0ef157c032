import { expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

vi.mock("@wxt-dev/browser", () => ({ browser: fakeBrowser }));

it("follows the default office hours, and a change at once", async () => {
  const { isOfficeTime } = await import("../../../src/storage/office-hours-cache.ts");
  /* A Monday, 09:00 in Jakarta and 11:00 in Jayapura. */
  const monday = new Date("2026-11-16T02:00:00Z");
  expect(isOfficeTime(monday)).toBe(false);
  await vi.waitFor(() => expect(isOfficeTime(monday)).toBe(true));
  expect(isOfficeTime(new Date("2026-11-16T10:00:00Z"))).toBe(false);
  expect(isOfficeTime(new Date("2026-11-15T02:00:00Z"))).toBe(false);
  const office = { days: [1], from: "07:30", to: "10:00", zone: "Asia/Jayapura" };
  await fakeBrowser.storage.local.set({ profile: { office } });
  await vi.waitFor(() => expect(isOfficeTime(monday)).toBe(false));
});
