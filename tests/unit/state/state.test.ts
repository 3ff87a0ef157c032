import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, isPaused, NO_PAUSE, readStored, settingsFields } from "../../../src/state/settings.ts";
import {
  isSilenced,
  MAX_SILENCED,
  newSilenced,
  silencedFields,
  tagOf,
  withSilenced,
} from "../../../src/state/silenced.ts";

describe("stored settings", () => {
  it("nothing stored is the default, without a problem", () => {
    expect(readStored(settingsFields, null)).toEqual({ value: DEFAULT_SETTINGS });
  });
  it("a bad field becomes its default and is named; good fields stay", () => {
    const read = readStored(settingsFields, { language: "en", sensitivity: "keras" });
    expect(read.value).toMatchObject({ language: "en", sensitivity: "seimbang" });
    expect(read.problem).toContain("sensitivity");
  });
  it("an unknown field is named and changes nothing", () => {
    const read = readStored(settingsFields, { language: "en", theme: 1 });
    expect(read.value.language).toBe("en");
    expect(read.problem).toBeTruthy();
  });
  it("whatever is stored, the settings are valid", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.dictionary(fc.constantFrom("language", "off", "status", "__proto__"), fc.anything()),
        ),
        (junk) => {
          const { value } = readStored(settingsFields, junk);
          for (const [name, f] of Object.entries(settingsFields)) expect(f.is(value[name as keyof typeof value])).toBe(true);
        },
      ),
    );
  });
});

describe("pause", () => {
  it("ends when its time has come, and holds for its site only", () => {
    expect(isPaused({ until: 1000, sites: [] }, "x", 999)).toBe("timed");
    expect(isPaused({ until: 1000, sites: [] }, "x", 1000)).toBeNull();
    expect(isPaused({ until: null, sites: ["x"] }, "x", 0)).toBe("site");
    expect(isPaused({ until: null, sites: ["x"] }, "facebook", 0)).toBeNull();
    expect(isPaused(NO_PAUSE, "x", 0)).toBeNull();
  });
});

describe("silenced accounts", () => {
  it("are found again, by a tag that says nothing of the name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        const list = withSilenced(newSilenced(), `account:${a}`);
        expect(isSilenced(list, `account:${a}`)).toBe(true);
        expect(isSilenced(list, `account:${b}`)).toBe(a === b);
        expect(JSON.stringify(list)).not.toContain(`account:${a}`);
      }),
      { numRuns: 40 },
    );
  });
  it("have another tag on another device", () => {
    expect(tagOf(newSilenced(), "account:x")).not.toBe(tagOf(newSilenced(), "account:x"));
  });
  it("are kept once, the oldest forgotten beyond the limit, and always readable again", () => {
    const full = {
      ...newSilenced(),
      tags: Array.from({ length: MAX_SILENCED }, (_, i) => i.toString(16).padStart(64, "0")),
    };
    const next = withSilenced(withSilenced(full, "account:a"), "account:a");
    expect(next.tags).toHaveLength(MAX_SILENCED);
    expect(next.tags[0]).toBe(full.tags[1]);
    expect(readStored(silencedFields, next)).toEqual({ value: next });
  });
});
