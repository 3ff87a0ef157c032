import "fake-indexeddb/auto";
import fc from "fast-check";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CHOICES } from "../../../src/domain/choices.ts";
import type { JournalEntry, WeeklyCheck } from "../../../src/domain/journal-entry.ts";
import { entrySchema, readEntry } from "../../../src/domain/journal-schema.ts";
import { SITE_IDS } from "../../../src/domain/sites.ts";
import { ACTIONS } from "../../../src/domain/vocabulary.ts";
import { STORES } from "../../../src/journal/database.ts";
import { JournalError } from "../../../src/journal/error.ts";
import { type Journal, openJournal } from "../../../src/journal/journal.ts";
import { ground } from "./ground.ts";

const NAME = "book-test";
let book: Journal;
let under: ReturnType<typeof ground>;
/** Good and broken ones together. */
const count = async () => {
  const { entries, unreadable } = await book.all();
  return entries.length + unreadable;
};

const line = (holdId: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  holdId,
  day: "2026-11-21",
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
  ...more,
});

/** Puts a value into the store past the schema, as a fault would have. */
async function plant(value: unknown) {
  const db = await openDB(NAME);
  await db.add("pending", value);
  db.close();
}

beforeEach(() => {
  under = ground(NAME);
  book = openJournal(under.on);
});
afterEach(async () => {
  vi.restoreAllMocks();
  book.disconnect();
  await deleteDB(NAME);
});

describe("entries", () => {
  it("are stored once for their hold id, however often they are sent", async () => {
    expect(await book.add(line("a"))).toBe(true);
    expect(await book.add(line("a", { choice: "continued" }))).toBe(false);
    const answers = await Promise.all(Array.from({ length: 20 }, () => book.add(line("b"))));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await count()).toBe(2);
    expect((await book.last(9)).entries.map((e) => e.choice)).toEqual(["cancelled", "cancelled"]);
  });

  it("are read newest first, no more than requested", async () => {
    for (const holdId of ["a", "b", "c"]) await book.add(line(holdId));
    expect((await book.last(2)).entries.map((e) => e.holdId)).toEqual(["c", "b"]);
    expect((await book.last(0)).entries).toEqual([]);
  });

  it("survive closing and opening again", async () => {
    await book.add(line("a"));
    book.disconnect();
    book = openJournal(under.on);
    expect((await book.last(5)).entries).toEqual([line("a")]);
  });

  it("are erased one by one and all at once", async () => {
    for (const holdId of ["a", "b", "c"]) await book.add(line(holdId));
    expect(await book.eraseOne("b")).toBe(true);
    expect(await book.eraseOne("b")).toBe(false);
    expect((await book.last(5)).entries.map((e) => e.holdId)).toEqual(["c", "a"]);
    await book.eraseAll();
    expect(await count()).toBe(0);
    expect(await book.add(line("b"))).toBe(true);
  });
});

describe("invalid entries", () => {
  it("are refused when added", async () => {
    const bad = [
      { ...line("a"), text: "what was on the page" },
      { ...line("a"), day: "2026-13-45" },
      { ...line("a"), site: "myspace" },
      { ...line(""), holdId: "" },
      null,
      [],
    ];
    for (const value of bad)
      await expect(book.add(value as JournalEntry)).rejects.toMatchObject({ code: "invalid" });
    expect(await count()).toBe(0);
  });

  it("are skipped and counted if they are stored; the valid ones are all read", async () => {
    await book.add(line("a"));
    for (const value of [{ holdId: "x" }, { holdId: "y", day: 7 }, "text", null, { ...line("z"), more: 1 }])
      await plant(value);
    await book.add(line("b"));
    const { entries, unreadable } = await book.last(10);
    expect(entries.map((e) => e.holdId)).toEqual(["b", "a"]);
    expect(unreadable).toBe(5);
    await book.eraseAll();
    expect(await book.last(10)).toEqual({ entries: [], unreadable: 0 });
  });

  it("of any shape never break reading", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.anything({ withNullPrototype: false }), { maxLength: 6 }),
        async (values) => {
          await book.eraseAll();
          await book.add(line("good"));
          for (const value of values) await plant(value).catch(() => {}); // Not every value can be cloned.
          expect((await book.last(99)).entries.map((e) => e.holdId)).toContain("good");
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a failure", () => {
  it("of the database is a JournalError, and ends when the database is available again", async () => {
    const broken = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError");
    });
    await expect(book.add(line("a"))).rejects.toBeInstanceOf(JournalError);
    await expect(book.last(3)).rejects.toMatchObject({ code: "unavailable" });
    broken.mockRestore();
    expect(await book.add(line("a"))).toBe(true);
  });

  it("for lack of space has its own code", async () => {
    await count();
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("no", "QuotaExceededError");
    });
    await expect(book.add(line("a"))).rejects.toMatchObject({ code: "full" });
  });

  it("a downgrade: a newer database is still read and added to", async () => {
    await book.add(line("a"));
    book.disconnect();
    const newer = await openDB(NAME, 7, { upgrade: (db) => void db.createObjectStore("later") });
    newer.close();
    book = openJournal(under.on);
    expect((await book.last(3)).entries).toEqual([line("a")]);
    expect(await book.add(line("b"))).toBe(true);
  });

  it("an upgrade from elsewhere is not blocked, and the book goes on", async () => {
    await book.add(line("a"));
    const newer = await openDB(NAME, 5, { upgrade: (db) => void db.createObjectStore("later") });
    newer.close();
    expect((await book.last(3)).entries).toEqual([line("a")]);
  });
});

describe("many entries", () => {
  it("are read newest first, and unreadable ones are counted", async () => {
    await book.addAll([line("a"), line("b")]);
    await plant({ holdId: "x" });
    expect(await book.all()).toEqual({ entries: [line("b"), line("a")], unreadable: 1 });
  });

  it("are added once each, or none of them if one is invalid", async () => {
    await book.add(line("a"));
    expect(await book.addAll([line("a"), line("b"), line("b"), line("c")])).toBe(2);
    await expect(book.addAll([line("d"), { ...line("e"), day: "x" }])).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await count()).toBe(3);
  });

  it("before a day are erased; those of that day and unreadable ones stay", async () => {
    await book.addAll([line("a", { day: "2026-08-22" }), line("b", { day: "2026-08-23" }), line("c")]);
    await book.saveCheck(check("2026-08-17", "2026-08-20"));
    await book.saveCheck(check("2026-11-16"));
    await plant({ tag: "x", day: 7 });
    await book.eraseBefore("2026-08-23");
    expect((await book.all()).entries.map((e) => e.holdId)).toEqual(["c", "b"]);
    expect((await book.checks()).map((c) => c.week)).toEqual(["2026-11-16"]);
    expect(await count()).toBe(3);
  });
});

const check = (week: string, day = "2026-11-21"): WeeklyCheck => ({
  week,
  day,
  answers: { R1: "no", X1: "unsure" },
  note: "",
});

describe("weekly checks", () => {
  it("are stored once a week, newest first", async () => {
    for (const week of ["2026-11-09", "2026-11-16"]) await book.saveCheck(check(week));
    await book.saveCheck({ ...check("2026-11-09"), note: "again" });
    expect((await book.checks()).map((c) => [c.week, c.note])).toEqual([
      ["2026-11-16", ""],
      ["2026-11-09", "again"],
    ]);
    await book.eraseAll();
    expect(await book.checks()).toEqual([]);
  });

  it("of a week that begins on another day, or too long, are refused", async () => {
    for (const bad of [
      check("2026-11-17"),
      { ...check("2026-11-16"), note: "x".repeat(2001) },
      { week: "2026-11-16" },
    ])
      await expect(book.saveCheck(bad as WeeklyCheck)).rejects.toMatchObject({ code: "invalid" });
  });

  it("and lines are there when the book is opened again, in the one form there is", async () => {
    await book.add(line("a"));
    await book.saveCheck(check("2026-11-16"));
    book.disconnect();
    const db = await openDB(NAME);
    expect([db.version, ...db.objectStoreNames].map(String).sort()).toEqual(["2", ...STORES].sort());
    db.close();
    book = openJournal(under.on);
    expect((await book.all()).entries).toEqual([line("a")]);
    expect(await book.checks()).toEqual([check("2026-11-16")]);
  });
});

it("a line is judged as the schema judges it", () => {
  const one = fc.record(
    {
      holdId: fc.oneof(fc.string({ maxLength: 70 }), fc.anything()),
      day: fc.oneof(fc.constantFrom("2026-11-21", "2026-02-31", "2026-13-01", "x"), fc.anything()),
      rule: fc.oneof(fc.constantFrom(null, "R1", "", "R".repeat(33)), fc.anything()),
      site: fc.oneof(fc.constantFrom("x", "toString"), fc.anything()),
      action: fc.constantFrom("like", "__proto__", 1),
      choice: fc.constantFrom("cancelled", "no", null),
      more: fc.constant(1),
    },
    { requiredKeys: ["holdId", "day"] },
  );
  fc.assert(
    fc.property(fc.oneof(one, fc.anything(), fc.constant([1, 2, 3, 4, 5, 6])), (value) => {
      const read = entrySchema.safeParse(value);
      expect(readEntry(value)).toEqual(read.success ? read.data : undefined);
    }),
    { numRuns: 2_000 },
  );
});

it("every combination of words is an entry", () => {
  const entry = fc.record({
    holdId: fc.uuid(),
    day: fc
      .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
    rule: fc.option(fc.constantFrom("R1", "X2")),
    site: fc.constantFrom(...SITE_IDS),
    action: fc.constantFrom(...ACTIONS),
    choice: fc.constantFrom(...CHOICES),
  });
  fc.assert(
    fc.property(entry, (e) => {
      expect(readEntry(e)).toEqual(e);
    }),
  );
});
