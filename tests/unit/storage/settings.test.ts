import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaused, readStored, settingsFields, tomorrow } from "../../../src/storage/settings.ts";
import {
  listTags,
  MAX_SILENCED,
  newSilenced,
  SilenceLookup,
  silencedFields,
  tagOf,
  tagUnder,
  withoutTag,
  withSilenced,
} from "../../../src/storage/silenced.ts";
import { DEFAULT_SETTINGS, NO_PAUSE } from "../lib/defaults.ts";

const SECRET = "7".repeat(64);

describe("stored settings", () => {
  it("are the defaults without a problem if nothing is stored", () => {
    expect(readStored(settingsFields, null)).toEqual({ value: DEFAULT_SETTINGS });
  });
  it("replace an invalid field by its default and name it; valid fields stay", () => {
    const read = readStored(settingsFields, { language: "en", sensitivity: "keras" });
    expect(read.value).toMatchObject({ language: "en", sensitivity: "seimbang" });
    expect(read.problem).toContain("sensitivity");
  });
  it("name an unknown field, which changes nothing", () => {
    const read = readStored(settingsFields, { language: "en", theme: 1 });
    expect(read.value.language).toBe("en");
    expect(read.problem).toBeTruthy();
  });
  it("are valid whatever is stored", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.dictionary(fc.constantFrom("language", "off", "status", "__proto__"), fc.anything()),
        ),
        (junk) => {
          const { value } = readStored(settingsFields, junk);
          for (const [name, f] of Object.entries(settingsFields))
            expect(f.is(value[name as keyof typeof value])).toBe(true);
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
  });
  it("until tomorrow ends at the next local midnight; a clock moved back does not make it longer", () => {
    const now = new Date(2026, 10, 22, 23, 59, 30);
    const until = tomorrow(now);
    expect(new Date(until).toString()).toBe(new Date(2026, 10, 23).toString());
    expect(isPaused({ until, sites: [] }, "x", now.getTime())).toBe("timed");
    expect(isPaused({ until, sites: [] }, "x", until)).toBeNull();
    expect(isPaused({ until, sites: [] }, "x", new Date(2026, 10, 20).getTime())).toBeNull();
    expect(tomorrow(new Date(2026, 11, 31, 12))).toBe(new Date(2027, 0, 1).getTime());
    expect(isPaused(NO_PAUSE, "x", 0)).toBeNull();
  });
});

describe("silenced accounts", () => {
  const HERE = { host: "facebook.com", day: "2026-11-21" };
  it("are shown by place and day, and taken back one by one; older ones have neither", async () => {
    let list = { ...newSilenced(), tags: ["a".repeat(64)] };
    for (const name of ["satu", "dua"])
      list = await withSilenced(list, SECRET, `account:${name}`, { host: name, day: "2026-11-21" });
    expect(listTags(list).map((one) => one.origin?.host)).toEqual([undefined, "satu", "dua"]);
    expect(readStored(silencedFields, list).problem).toBeUndefined();
    expect(JSON.stringify(list)).not.toContain("account:");
    const left = withoutTag(list, await tagUnder(list, SECRET, "account:satu"));
    expect(listTags(left).map((one) => one.origin?.host)).toEqual([undefined, "dua"]);
    expect(listTags(withoutTag(left, "a".repeat(64))).map((one) => one.origin?.host)).toEqual(["dua"]);
  });

  it("are found again, by a tag that says nothing of the name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), async (a, b) => {
        const list = await withSilenced(newSilenced(), SECRET, `account:${a}`, HERE);
        const book = new SilenceLookup(list, async () => SECRET);
        expect(book.has(`account:${a}`)).toBeUndefined();
        await book.lookUp([`account:${a}`, `account:${b}`]);
        expect(book.has(`account:${a}`)).toBe(true);
        expect(book.has(`account:${b}`)).toBe(a === b);
        expect(JSON.stringify(list)).not.toContain(`account:${a}`);
      }),
      { numRuns: 40 },
    );
  });
  it("need no look-up if nothing is silenced", () => {
    expect(new SilenceLookup(newSilenced(), async () => SECRET).has("account:a")).toBe(false);
  });
  it("have another tag on another device", async () => {
    expect(await tagOf(newSilenced(), "account:x")).not.toBe(await tagOf(newSilenced(), "account:x"));
  });
  it("are tagged by HMAC-SHA-256 (RFC 4231, test case 2)", async () => {
    const key = Buffer.from("Jefe").toString("hex");
    expect(await tagOf({ key, tags: [], origins: [] }, "what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });
  it("are stored once, the oldest dropped beyond the limit, and always readable", async () => {
    const tags = Array.from({ length: MAX_SILENCED }, (_, i) => i.toString(16).padStart(64, "0"));
    const full = { ...newSilenced(), tags };
    const next = await withSilenced(
      await withSilenced(full, SECRET, "account:a", HERE),
      SECRET,
      "account:a",
      HERE,
    );
    expect(next.tags).toHaveLength(MAX_SILENCED);
    expect(next.tags[0]).toBe(full.tags[1]);
    expect(readStored(silencedFields, next)).toEqual({ value: next });
  });
});
