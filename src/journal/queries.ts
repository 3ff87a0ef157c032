import type { IDBPDatabase } from "idb";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { type Sheet, type Shelf, type Slip, STORES } from "./database.ts";
import type { Sealing } from "./keyring.ts";
import { fromSheet, fromSlip, fromWeek, toSheet, toSlip, toWeek } from "./records.ts";

type Db = IDBPDatabase<Shelf>;
type Keys = readonly CryptoKeyPair[];

/** What was read, and how many lines were skipped because they are no valid entries (they stay until erased). */
export interface Reading {
  /** Newest first. */
  entries: JournalEntry[];
  unreadable: number;
}

const newestFirst = (entries: JournalEntry[]): JournalEntry[] =>
  entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).reverse();

/** Each hold once: a line may lie on a sheet and, sent again much later, on a slip. */
const once = (entries: readonly JournalEntry[]): JournalEntry[] => {
  const seen = new Set<string>();
  return entries.filter(({ hold }) => !seen.has(hold) && seen.add(hold));
};

/** All lines, opened at the same time. */
export async function readAll(db: Db, keys: Keys): Promise<Reading> {
  const [sheets, slips] = await Promise.all([db.getAll("sheets"), db.getAll("slips")]);
  const [days, lines] = await Promise.all([
    Promise.all(sheets.map((sheet) => fromSheet(keys, sheet))),
    Promise.all(slips.map((slip) => fromSlip(keys, slip))),
  ]);
  const good = lines.filter((line) => line !== undefined);
  const entries = [...days.flatMap((day) => day.entries), ...good];
  const broken = days.reduce((sum, day) => sum + day.unreadable, 0) + lines.length - good.length;
  return { entries: newestFirst(once(entries)), unreadable: broken };
}

/** At least the newest `n` good lines, if there are so many: slips first, then sheets from the last one on. */
export async function readLast(db: Db, keys: Keys, n: number): Promise<Reading> {
  const slips = await Promise.all((await db.getAll("slips")).map((slip) => fromSlip(keys, slip)));
  const found: JournalEntry[] = slips.filter((line) => line !== undefined);
  let unreadable = slips.length - found.length;
  const oldest = () => newestFirst([...found])[n - 1]?.day;
  for (const day of (await db.getAllKeys("sheets")).reverse()) {
    const enough = oldest();
    if (n === 0 || (enough !== undefined && String(day) < enough)) break;
    const sheet = await fromSheet(keys, await db.get("sheets", day));
    found.unshift(...sheet.entries);
    unreadable += sheet.unreadable;
  }
  return { entries: newestFirst(once(found)).slice(0, n), unreadable };
}

export async function readChecks(db: Db, keys: Keys): Promise<WeeklyCheck[]> {
  const weeks = await Promise.all((await db.getAll("weeks")).map((week) => fromWeek(keys, week)));
  return weeks.filter((week) => week !== undefined).sort((a, b) => (a.week < b.week ? 1 : -1));
}

const byDay = (entries: readonly JournalEntry[]) => {
  const days = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const lines = days.get(entry.day);
    if (lines) lines.push(entry);
    else days.set(entry.day, [entry]);
  }
  return days;
};

/** A line and, where it lies on a slip, the slip's key. */
export interface Loose {
  entry: JournalEntry;
  slip?: number;
}

/**
 * Lays lines on the sheets of their days, beside those that lie there, and takes their slips away; all or nothing.
 * A sheet that does not open is not overwritten (its lines would be lost with the fault): lines of its day stay or
 * become slips. @param loose oldest first
 */
export async function layOnSheets(
  db: Db,
  sealing: Sealing,
  keys: Keys,
  loose: readonly Loose[],
): Promise<void> {
  const sheets: Sheet[] = [];
  const [gone, fresh]: [number[], Slip[]] = [[], []];
  const lay = async ([day, entries]: [string, JournalEntry[]]) => {
    const there = await db.get("sheets", day);
    const old = there && (await fromSheet(keys, there));
    const here = loose.filter(({ entry }) => entry.day === day);
    if (!old?.unreadable) {
      sheets.push(await toSheet(sealing, day, once([...(old?.entries ?? []), ...entries])));
      gone.push(...here.flatMap(({ slip }) => slip ?? []));
    } else
      for (const { entry, slip } of here) if (slip === undefined) fresh.push(await toSlip(sealing, entry));
  };
  await Promise.all([...byDay(loose.map(({ entry }) => entry))].map(lay));
  const transaction = db.transaction(["sheets", "slips"], "readwrite");
  for (const sheet of sheets) void transaction.objectStore("sheets").put(sheet);
  for (const key of gone) void transaction.objectStore("slips").delete(key);
  for (const slip of fresh) void transaction.objectStore("slips").add(slip);
  await transaction.done;
}

/** Seals everything anew in place of all there is, also of what could not be opened; days from `today` on as slips, so that their marks stay known. */
export async function writeAll(
  db: Db,
  sealing: Sealing,
  entries: readonly JournalEntry[],
  checks: readonly WeeklyCheck[],
  today: string,
): Promise<void> {
  const old = [...byDay(entries.filter((entry) => entry.day < today))];
  const [sheets, slips, weeks] = await Promise.all([
    Promise.all(old.map(([day, lines]) => toSheet(sealing, day, lines))),
    Promise.all(entries.filter((entry) => entry.day >= today).map((entry) => toSlip(sealing, entry))),
    Promise.all(checks.map((check) => toWeek(sealing, check))),
  ]);
  const transaction = db.transaction(STORES, "readwrite");
  for (const store of STORES) void transaction.objectStore(store).clear();
  for (const sheet of sheets) void transaction.objectStore("sheets").put(sheet);
  for (const slip of slips) void transaction.objectStore("slips").add(slip);
  for (const week of weeks) void transaction.objectStore("weeks").put(week);
  await transaction.done;
}
