import type { IDBPDatabase } from "idb";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import type { PracticeProgress } from "../domain/practice-schema.ts";
import { type DayRecord, type JournalDatabase, type PendingRecord, PRACTICE_ID, STORES } from "./database.ts";
import type { SealingKeys } from "./keyring.ts";
import {
  readDayRecord,
  readPendingRecord,
  readPracticeRecord,
  readWeekRecord,
  tagOf,
  toDayRecord,
  toPendingRecord,
  toPracticeRecord,
  toWeekRecord,
} from "./records.ts";

type Db = IDBPDatabase<JournalDatabase>;
type Keys = readonly CryptoKeyPair[];

/** The valid entries, and how many records were skipped because they are unreadable (they stay until erased). */
export interface ReadEntries {
  /** Newest first. */
  entries: JournalEntry[];
  unreadable: number;
}

const newestFirst = (entries: JournalEntry[]): JournalEntry[] =>
  entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).reverse();

/** Each hold id once: an entry may be in a day record and, if it was sent again much later, also pending. */
const withoutDuplicates = (entries: readonly JournalEntry[]): JournalEntry[] => {
  const seen = new Set<string>();
  return entries.filter(({ holdId }) => !seen.has(holdId) && seen.add(holdId));
};

/** All entries; the records are opened in parallel. */
export async function readAll(db: Db, keys: Keys): Promise<ReadEntries> {
  const [dayRecords, pendingRecords] = await Promise.all([db.getAll("days"), db.getAll("pending")]);
  const [days, pending] = await Promise.all([
    Promise.all(dayRecords.map((record) => readDayRecord(keys, record))),
    Promise.all(pendingRecords.map((record) => readPendingRecord(keys, record))),
  ]);
  const valid = pending.filter((entry) => entry !== undefined);
  const entries = [...days.flatMap((day) => day.entries), ...valid];
  const unreadable = days.reduce((sum, day) => sum + day.unreadable, 0) + pending.length - valid.length;
  return { entries: newestFirst(withoutDuplicates(entries)), unreadable };
}

/** The newest `n` valid entries: reads the pending records, then day records from the newest on, until it has enough. */
export async function readLast(db: Db, keys: Keys, n: number): Promise<ReadEntries> {
  const pending = await Promise.all(
    (await db.getAll("pending")).map((record) => readPendingRecord(keys, record)),
  );
  const entries: JournalEntry[] = pending.filter((entry) => entry !== undefined);
  let unreadable = pending.length - entries.length;
  const dayOfLast = () => newestFirst([...entries])[n - 1]?.day;
  for (const day of (await db.getAllKeys("days")).reverse()) {
    const last = dayOfLast();
    if (n === 0 || (last !== undefined && String(day) < last)) break;
    const record = await readDayRecord(keys, await db.get("days", day));
    entries.unshift(...record.entries);
    unreadable += record.unreadable;
  }
  return { entries: newestFirst(withoutDuplicates(entries)).slice(0, n), unreadable };
}

export async function readChecks(db: Db, keys: Keys): Promise<WeeklyCheck[]> {
  const weeks = await Promise.all((await db.getAll("weeks")).map((week) => readWeekRecord(keys, week)));
  return weeks.filter((week) => week !== undefined).sort((a, b) => (a.week < b.week ? 1 : -1));
}

/** The progress of practising and the day of the last practice; undefined if there is none that opens. */
export async function readPractice(
  db: Db,
  keys: Keys,
): Promise<{ day: string; progress: PracticeProgress } | undefined> {
  const record = await db.get("practice", PRACTICE_ID);
  const progress = record && (await readPracticeRecord(keys, record));
  return progress && { day: record.day, progress };
}

/** The valid check of one week, or undefined if none is stored. */
export async function readCheckOf(
  db: Db,
  sealing: SealingKeys,
  keys: Keys,
  week: string,
): Promise<WeeklyCheck | undefined> {
  return readWeekRecord(keys, await db.get("weeks", await tagOf(sealing, "week", week)));
}

const byDay = (entries: readonly JournalEntry[]) => {
  const days = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const entriesOfDay = days.get(entry.day);
    if (entriesOfDay) entriesOfDay.push(entry);
    else days.set(entry.day, [entry]);
  }
  return days;
};

/** An entry and, if it is pending, the key of its pending record. */
export interface EntryToStore {
  entry: JournalEntry;
  pendingKey?: number;
}

/**
 * Adds entries to the records of their days and deletes their pending records; all or nothing. A day record that does
 * not open is not overwritten, because that would lose its entries for good: new entries of that day stay pending.
 * @param added oldest first
 */
export async function storeByDay(
  db: Db,
  sealing: SealingKeys,
  keys: Keys,
  added: readonly EntryToStore[],
): Promise<void> {
  const dayRecords: DayRecord[] = [];
  const [removed, pending]: [number[], PendingRecord[]] = [[], []];
  const addToDay = async ([day, entries]: [string, JournalEntry[]]) => {
    const stored = await db.get("days", day);
    const existing = stored && (await readDayRecord(keys, stored));
    const addedToDay = added.filter(({ entry }) => entry.day === day);
    if (!existing?.unreadable) {
      const all = withoutDuplicates([...(existing?.entries ?? []), ...entries]);
      dayRecords.push(await toDayRecord(sealing, day, all));
      removed.push(...addedToDay.flatMap(({ pendingKey }) => pendingKey ?? []));
    } else
      for (const { entry, pendingKey } of addedToDay)
        if (pendingKey === undefined) pending.push(await toPendingRecord(sealing, entry));
  };
  await Promise.all([...byDay(added.map(({ entry }) => entry))].map(addToDay));
  const transaction = db.transaction(["days", "pending"], "readwrite");
  for (const record of dayRecords) void transaction.objectStore("days").put(record);
  for (const key of removed) void transaction.objectStore("pending").delete(key);
  for (const record of pending) void transaction.objectStore("pending").add(record);
  await transaction.done;
}

/**
 * Seals everything anew and replaces all records, unreadable ones too. Entries from `today` on are stored as pending
 * records, so that their tags still recognise an entry that is sent again.
 */
export async function writeAll(
  db: Db,
  sealing: SealingKeys,
  entries: readonly JournalEntry[],
  checks: readonly WeeklyCheck[],
  practised: Awaited<ReturnType<typeof readPractice>>,
  today: string,
): Promise<void> {
  const pastDays = [...byDay(entries.filter((entry) => entry.day < today))];
  const [days, pending, weeks, practice] = await Promise.all([
    Promise.all(pastDays.map(([day, entriesOfDay]) => toDayRecord(sealing, day, entriesOfDay))),
    Promise.all(
      entries.filter((entry) => entry.day >= today).map((entry) => toPendingRecord(sealing, entry)),
    ),
    Promise.all(checks.map((check) => toWeekRecord(sealing, check))),
    practised && toPracticeRecord(sealing, practised.day, practised.progress),
  ]);
  const transaction = db.transaction(STORES, "readwrite");
  for (const store of STORES) void transaction.objectStore(store).clear();
  for (const record of days) void transaction.objectStore("days").put(record);
  for (const record of pending) void transaction.objectStore("pending").add(record);
  for (const week of weeks) void transaction.objectStore("weeks").put(week);
  if (practice) void transaction.objectStore("practice").put(practice);
  await transaction.done;
}
