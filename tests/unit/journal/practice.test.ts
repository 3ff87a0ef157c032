import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_PROGRESS, type PracticeProgress } from "../../../src/domain/practice-schema.ts";
import { type Journal, openJournal } from "../../../src/journal/journal.ts";
import { IDLE_MS } from "../../../src/journal/keyring.ts";
import { ground } from "./ground.ts";

const NAME = "book-practice";
let under: ReturnType<typeof ground>;
let book: Journal;
beforeEach(() => {
  under = ground(NAME);
  book = openJournal(under.on);
});
afterEach(async () => {
  book.disconnect();
  await deleteDB(NAME);
});

const rule = (last: string) => ({
  last,
  due: "2026-11-25",
  stability: 2.3,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  seen: ["post-like-rally"],
  missed: [],
});
const R1: PracticeProgress = { rules: { R1: rule("2026-11-21") } };
const put = (progress: PracticeProgress) => book.changePractice(() => progress);
async function records(): Promise<{ id: string; day: string; sealed: Uint8Array }[]> {
  const db = await openDB(NAME);
  const all = await db.getAll("practice");
  db.close();
  return all;
}

describe("the progress of practising", () => {
  it("is sealed, and its length and what stands beside it say nothing", async () => {
    await put(R1);
    const [first] = await records();
    expect(Object.keys(first!).sort()).toEqual(["day", "id", "sealed"]);
    const asText = String.fromCharCode(...first!.sealed);
    for (const word of ["R1", "post-like", "2026-11-25", "rules"]) expect(asText).not.toContain(`"${word}`);
    await put({ rules: { R1: rule("2026-11-21"), X1: rule("2026-11-20"), R7: rule("2026-11-19") } });
    const [second, ...more] = await records();
    expect(more).toEqual([]);
    expect(second!.sealed.length).toBe(first!.sealed.length);
    expect(await book.practice()).toEqual({ rules: expect.objectContaining({ R7: rule("2026-11-19") }) });
  });

  it("is empty before the first answer, and changed from what is stored", async () => {
    expect(await book.practice()).toEqual(NO_PROGRESS);
    await put(R1);
    const other = openJournal(under.on);
    const both = (name: string) => (before: PracticeProgress) => ({
      rules: { ...before.rules, [name]: rule("2026-11-21") },
    });
    await Promise.all([book.changePractice(both("R2")), other.changePractice(both("R3"))]);
    expect(Object.keys((await book.practice()).rules).sort()).toEqual(["R1", "R2", "R3"]);
    other.disconnect();
  });

  it("refuses what is no progress and keeps what was there", async () => {
    await put(R1);
    await expect(
      put({ rules: { R1: { ...rule("2026-11-21"), stability: Number.NaN } } }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await book.practice()).toEqual(R1);
  });

  it("can neither be read nor changed while the book is locked, and is there again afterwards", async () => {
    await put(R1);
    await book.setPassphrase("empat kata yang panjang");
    expect(await book.practice()).toEqual(R1);
    under.time += IDLE_MS + 1;
    await expect(book.practice()).rejects.toMatchObject({ code: "locked" });
    await expect(put(NO_PROGRESS)).rejects.toMatchObject({ code: "locked" });
    expect(await book.unlock("empat kata yang panjang")).toBe(true);
    expect(await book.practice()).toEqual(R1);
    await book.setPassphrase(null);
    expect(await book.practice()).toEqual(R1);
  });

  it("is erased with the book, and forgotten with its entries when practice is long ago", async () => {
    await put(R1);
    await book.eraseBefore("2026-11-21");
    expect(await book.practice()).toEqual(R1);
    await book.eraseBefore("2026-11-22");
    expect(await book.practice()).toEqual(NO_PROGRESS);
    await put(R1);
    await book.eraseAll();
    expect(await book.practice()).toEqual(NO_PROGRESS);
    book.disconnect();
    expect(await records()).toEqual([]);
  });

  it("gets its place in a book of version 1, whose entries stay", async () => {
    await book.add({
      holdId: "h1",
      day: "2026-11-21",
      rule: "R1",
      site: "facebook",
      action: "like",
      choice: "cancelled",
    });
    book.disconnect();
    const now = await openDB(NAME);
    const kept = await now.getAll("pending");
    now.close();
    await deleteDB(NAME);
    const old = await openDB(NAME, 1, {
      upgrade(db) {
        db.createObjectStore("pending", { autoIncrement: true }).createIndex("tag", "tag", { unique: true });
        db.createObjectStore("days", { keyPath: "day" });
        db.createObjectStore("weeks", { keyPath: "tag" });
      },
    });
    for (const record of kept) await old.add("pending", record);
    old.close();
    await put(R1);
    expect((await book.all()).entries.map(({ holdId }) => holdId)).toEqual(["h1"]);
    expect(await book.practice()).toEqual(R1);
  });
});
