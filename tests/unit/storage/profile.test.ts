import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStored } from "../../../src/storage/fields.ts";
import { isOfficeHours, isWithinOfficeHours } from "../../../src/storage/office-hours.ts";
import { profileFields } from "../../../src/storage/profile.ts";
import { DEFAULT_OWN } from "../lib/defaults.ts";

const OFFICE = DEFAULT_OWN.office;

describe("the profile", () => {
  it("defaults to Monday to Friday, 07.30 to 16.00, a journal kept for 90 days, no pact", () => {
    expect(DEFAULT_OWN).toEqual({
      welcomed: null,
      office: { days: [1, 2, 3, 4, 5], from: "07:30", to: "16:00", zone: "Asia/Jakarta" },
      journalEnabled: true,
      retention: 90,
      lockAfter: 10,
      reminder: 0,
      pact: null,
    });
  });

  it("keeps valid fields beside invalid ones and names the invalid", () => {
    const read = readStored(profileFields, {
      journalEnabled: false,
      retention: 7,
      office: { days: [] },
      pact: "2026-11-21",
    });
    expect(read.value).toEqual({ ...DEFAULT_OWN, journalEnabled: false, pact: "2026-11-21" });
    expect(read.problem).toBe("retention: 30, 90, 365, 0; office: days 1-7, from and to as HH:MM, zone");
  });

  it("is valid whatever is stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { value } = readStored(profileFields, stored);
        expect(isOfficeHours(value.office)).toBe(true);
        expect(typeof value.journalEnabled).toBe("boolean");
      }),
    );
  });
});

describe("office hours", () => {
  it("are validated", () => {
    expect(isOfficeHours(OFFICE)).toBe(true);
    for (const bad of [
      { days: [] },
      { days: [0] },
      { days: [8] },
      { days: [2, 1] },
      { days: [1, 1] },
      { days: ["1"] },
      { from: "16:00" },
      { from: "7:30" },
      { to: "24:00" },
      { zone: "Europe/Paris" },
      { more: 1 },
    ])
      expect([bad, isOfficeHours({ ...OFFICE, ...bad })]).toEqual([bad, false]);
  });

  it("are read in their own time zone, end not included", () => {
    const at = (iso: string, zone = OFFICE.zone) => isWithinOfficeHours({ ...OFFICE, zone }, new Date(iso));
    // 2026-11-20 is a Friday; 07.30 WIB is 00.30 UTC.
    expect(at("2026-11-20T00:29:59Z")).toBe(false);
    expect(at("2026-11-20T00:30:00Z")).toBe(true);
    expect(at("2026-11-20T08:59:59Z")).toBe(true);
    expect(at("2026-11-20T09:00:00Z")).toBe(false);
    expect(at("2026-11-21T03:00:00Z")).toBe(false);
    expect(at("2026-11-19T22:30:00Z", "Asia/Jayapura")).toBe(true);
    expect(at("2026-11-19T22:30:00Z", "Asia/Makassar")).toBe(false);
  });
});
