import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "../../../src/domain/journal-entry.ts";
import { addDays } from "../../../src/domain/week.ts";
import { type Journal, openJournal } from "../../../src/journal/journal.ts";
import { ROUNDS } from "../../../src/journal/key-file.ts";
import { IDLE_MS } from "../../../src/journal/keyring.ts";
import { ground } from "./ground.ts";

const NAME = "book-lock";
let under: ReturnType<typeof ground>;
let book: Journal;

const line = (holdId: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  holdId,
  day: "2026-11-21",
  rule: "R1",
  site: "facebook",
  action: "like",
  choice: "cancelled",
  ...more,
});
const CHECK = { week: "2026-11-16", day: "2026-11-21", answers: { R6: "yes" as const }, note: "di kantin" };
const holds = async () => (await book.all()).entries.map((e) => e.holdId);

/** Everything that lies in the database, keys too. */
async function dump(): Promise<Record<string, unknown[]>> {
  const db = await openDB(NAME);
  const all: Record<string, unknown[]> = {};
  for (const store of db.objectStoreNames)
    all[store] = [...(await db.getAll(store)), ...(await db.getAllKeys(store))];
  db.close();
  return all;
}
/** The database as text, bytes as Latin-1. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, v) => (v instanceof Uint8Array ? String.fromCharCode(...v) : v));

beforeEach(() => {
  under = ground(NAME);
  book = openJournal(under.on);
});
afterEach(async () => {
  vi.restoreAllMocks();
  book.disconnect();
  await deleteDB(NAME);
});

describe("outside the seal", () => {
  it("are a day and a tag only, and all sealed records are equally long", async () => {
    await book.add(line("hold-one"));
    await book.add(line("hold-two", { site: "whatsapp", action: "dislike", choice: "not-campaign" }));
    await book.saveCheck(CHECK);
    const { pending, weeks } = await dump();
    const [first, second] = pending as { sealed: Uint8Array }[];
    expect(Object.keys(first!).sort()).toEqual(["day", "sealed", "tag"]);
    expect(first!.sealed.length).toBe(second!.sealed.length);
    const text = asText([pending, weeks]);
    /* Short words with their quotes, as random bytes say "R1" now and then. */
    const rules = [String.raw`\"R1\"`, String.raw`\"R6\"`];
    for (const word of ["hold", "facebook", "like", "cancelled", "whatsapp", "kantin", "11-16", ...rules])
      expect(text).not.toContain(word);
    expect(text).toContain("2026-11-21");
  });

  it("an entry moved to another day does not open", async () => {
    await book.add(line("a"));
    const db = await openDB(NAME);
    await db.put("pending", { ...(await db.get("pending", 1)), day: "2026-11-20" }, 1);
    db.close();
    expect(await book.all()).toEqual({ entries: [], unreadable: 1 });
  });
});

describe("a passphrase", () => {
  it("locks the journal, which still stores entries and checks and shows all of them once opened", async () => {
    await book.addAll([line("old", { day: "2026-11-01" }), line("a")]);
    expect(await book.lockState()).toBe("none");
    await book.setPassphrase("kata sandi panjang");
    expect(await book.lockState()).toBe("open");
    expect(await holds()).toEqual(["a", "old"]);
    await book.lock();
    expect(await book.lockState()).toBe("locked");
    expect(await book.add(line("b"))).toBe(true);
    expect(await book.add(line("b"))).toBe(false);
    await book.saveCheck(CHECK);
    for (const asked of [
      book.all(),
      book.last(3),
      book.checks(),
      book.eraseOne("a"),
      book.addAll([line("c")]),
    ])
      await expect(asked).rejects.toMatchObject({ code: "locked" });
    await expect(book.setPassphrase(null)).rejects.toMatchObject({ code: "locked" });
    expect(await book.unlock("kata sandi panjang")).toBe(true);
    expect(await holds()).toEqual(["b", "a", "old"]);
    expect(await book.checks()).toEqual([CHECK]);
    await book.setPassphrase(null);
    expect(await book.lockState()).toBe("none");
    expect(await holds()).toEqual(["b", "a", "old"]);
  });

  it("is rejected if it is wrong, without any hint how near it was", async () => {
    await book.add(line("a"));
    await book.setPassphrase("kata sandi panjang");
    await book.lock();
    for (const wrong of ["", "kata sandi panjan", "Kata sandi panjang", "x".repeat(5_000)])
      expect(await book.unlock(wrong)).toBe(false);
    const file = JSON.parse(under.file!);
    under.file = JSON.stringify({ ...file, wrapped: { ...file.wrapped, ciphertext: "AAAA" } });
    expect(await book.unlock("kata sandi panjang")).toBe(false);
    expect(under.opened).toBeNull();
  });

  it("wraps the private key with 600,000 rounds; no other copy is stored", async () => {
    await book.add(line("a"));
    await book.setPassphrase("kata sandi panjang");
    const { key } = under.opened as { key: string };
    const file = JSON.parse(under.file!);
    expect(file.wrapped.rounds).toBeGreaterThanOrEqual(600_000);
    expect(Object.keys(file).sort()).toEqual(["format", "public", "tagKey", "wrapped"]);
    expect(under.file).not.toContain(key.slice(-40));
    expect(asText(await dump())).not.toContain(key.slice(-40));
    under.file = JSON.stringify({ ...file, wrapped: { ...file.wrapped, rounds: ROUNDS - 1 } });
    await expect(book.unlock("kata sandi panjang")).rejects.toMatchObject({ code: "unavailable" });
  });

  it("locks the journal ten minutes after the last use", async () => {
    await book.setPassphrase("kata sandi panjang");
    under.time += IDLE_MS - 1;
    expect(await book.lockState()).toBe("open");
    await book.touch();
    under.time += IDLE_MS - 1;
    expect(await book.lockState()).toBe("open");
    under.time += 1;
    await expect(book.all()).rejects.toMatchObject({ code: "locked" });
    expect(under.opened).toBeNull();
    await book.touch();
    expect(await book.lockState()).toBe("locked");
  });

  it("is not kept open by a clock that ran ahead when it was opened", async () => {
    await book.setPassphrase("kata sandi panjang");
    under.time -= 24 * 3_600_000;
    expect(await book.lockState()).toBe("locked");
    expect(under.opened).toBeNull();
  });

  it("creates new keys: a copy of the old ones opens nothing added later", async () => {
    await book.add(line("a"));
    const copied = under.file;
    await book.setPassphrase("kata sandi panjang");
    await book.add(line("b"));
    under.file = copied;
    expect(await book.all()).toEqual({ entries: [], unreadable: 2 });
  });

  it("loses no entry if the power fails while it is set", async () => {
    await book.addAll([line("old", { day: "2026-11-01" })]);
    await book.add(line("a"));
    const clear = vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(() => {
      throw new DOMException("off", "AbortError");
    });
    await expect(book.setPassphrase("kata sandi panjang")).rejects.toMatchObject({ code: "unavailable" });
    clear.mockRestore();
    book.disconnect();
    expect(JSON.parse(under.file!).previous).toBeTruthy();
    await book.lock();
    await book.add(line("b"));
    await book.unlock("kata sandi panjang");
    expect(await holds()).toEqual(["b", "a", "old"]);
    await book.compact();
    expect(JSON.parse(under.file!).previous).toBeUndefined();
    expect(await holds()).toEqual(["b", "a", "old"]);
  });
});

describe("compacting", () => {
  it("moves the pending records of past days into one record a day, each entry once", async () => {
    for (let at = 0; at < 9; at++) await book.add(line(`h${at}`, { day: addDays("2026-11-19", at % 3) }));
    const before = await book.all();
    await book.compact();
    const { pending, days } = await dump();
    expect([pending!.length / 2, days!.length / 2]).toEqual([3, 2]);
    expect(await book.all()).toEqual(before);
    expect((await book.last(4)).entries).toEqual(before.entries.slice(0, 4));
    // The mark of a line on a sheet is gone: sent again, it is told apart when read.
    await book.add(line("h0", { day: "2026-11-19" }));
    expect(await book.all()).toEqual(before);
    await book.compact();
    expect(await book.all()).toEqual(before);
  });

  it("does nothing while locked, when old entries are still erased", async () => {
    await book.addAll([line("old", { day: "2026-08-01" }), line("older", { day: "2026-07-01" })]);
    await book.setPassphrase("kata sandi panjang");
    await book.lock();
    await book.add(line("pending", { day: "2026-08-02" }));
    await book.compact();
    await book.eraseBefore("2026-08-01");
    await book.unlock("kata sandi panjang");
    expect(await holds()).toEqual(["pending", "old"]);
  });

  it("leaves an unreadable day record as it is, and the entries of its day pending", async () => {
    await book.addAll([line("a", { day: "2026-11-01" })]);
    const db = await openDB(NAME);
    await db.put("days", { day: "2026-11-01", sealed: new Uint8Array(300) });
    db.close();
    await book.add(line("b", { day: "2026-11-01" }));
    expect(await book.addAll([line("c", { day: "2026-11-01" })])).toBe(1);
    await book.compact();
    const { entries, unreadable } = await book.all();
    expect(entries.map((e) => e.holdId).sort()).toEqual(["b", "c"]);
    expect(unreadable).toBe(1);
  });
});

describe("erasing", () => {
  it("removes the keys first, then the database; another open journal continues with new keys", async () => {
    const other = openJournal(under.on);
    await other.add(line("a"));
    await book.setPassphrase("kata sandi panjang");
    const gone = under.file;
    await book.eraseAll();
    expect(under.file).toBeNull();
    expect(under.opened).toBeNull();
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: NAME }));
    expect(await other.add(line("b"))).toBe(true);
    expect(under.file).not.toBe(gone);
    expect(await book.lockState()).toBe("none");
    expect(await holds()).toEqual(["b"]);
    other.disconnect();
  });

  it("removes the keys even if the database cannot be deleted", async () => {
    await book.add(line("a"));
    vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
      throw new Error("the disk is gone");
    });
    await expect(book.eraseAll()).rejects.toMatchObject({ name: "JournalError" });
    expect([under.file, under.opened]).toEqual([null, null]);
  });

  it("deletes the remaining records with the next entry if it was interrupted after the keys", async () => {
    await book.add(line("a"));
    under.file = null;
    await book.add(line("b"));
    expect(await book.all()).toEqual({ entries: [expect.objectContaining({ holdId: "b" })], unreadable: 0 });
  });

  it("of one entry also finds it in its day record", async () => {
    await book.addAll([line("a", { day: "2026-11-01" }), line("b", { day: "2026-11-01" }), line("c")]);
    expect(await book.eraseOne("a")).toBe(true);
    expect(await book.eraseOne("c")).toBe(true);
    expect(await book.eraseOne("a")).toBe(false);
    expect(await holds()).toEqual(["b"]);
  });
});

it("does not overwrite an unreadable key file, because its entries may still be recovered", async () => {
  await book.add(line("a"));
  const good = under.file;
  for (const broken of ["", "{", '{"format":"book-key/2"}', good!.replace('"private"', '"__proto__"')]) {
    under.file = broken;
    await expect(book.add(line("b"))).rejects.toMatchObject({ code: "unavailable" });
    await expect(book.all()).rejects.toMatchObject({ code: "unavailable" });
    expect(under.file).toBe(broken);
  }
  under.file = good;
  expect(await holds()).toEqual(["a"]);
});
