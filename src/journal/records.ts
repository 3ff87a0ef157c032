import { toBase64 } from "../domain/encoding.ts";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { readCheck, readEntry } from "../domain/journal-schema.ts";
import { type PracticeProgress, readProgress } from "../domain/practice-schema.ts";
import { padded, seal, unpadded, unseal } from "./crypto.ts";
import {
  type DayRecord,
  type PendingRecord,
  PRACTICE_ID,
  type PracticeRecord,
  type WeekRecord,
} from "./database.ts";
import { utf8 } from "./encoding.ts";
import type { SealingKeys } from "./keyring.ts";

/** Records are padded to multiples of so many bytes, so that their length reveals nothing. */
const BLOCK = { pending: 256, day: 4096, week: 8192, practice: 16_384 } as const;
/** Length of a tag: the HMAC is truncated to so many bytes. */
const TAG_BYTES = 16;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The tag of a hold id or of a week. */
export async function tagOf({ tagKey }: SealingKeys, what: "hold" | "week", id: string): Promise<string> {
  const hmac = await crypto.subtle.sign("HMAC", tagKey, utf8(`${what} ${id}`));
  return toBase64(new Uint8Array(hmac, 0, TAG_BYTES));
}

const pendingLabel = (day: string, tag: string) => `pending ${day} ${tag}`;
const dayLabel = (day: string) => `day ${day}`;
const weekLabel = (day: string, tag: string) => `week ${day} ${tag}`;
const practiceLabel = (day: string) => `practice ${day}`;

export async function toPendingRecord(keys: SealingKeys, entry: JournalEntry): Promise<PendingRecord> {
  const tag = await tagOf(keys, "hold", entry.holdId);
  const sealed = await seal(keys.publicKey, padded(entry, BLOCK.pending), pendingLabel(entry.day, tag));
  return { day: entry.day, tag, sealed };
}

/** @param entries all of one day */
export async function toDayRecord(
  keys: SealingKeys,
  day: string,
  entries: readonly JournalEntry[],
): Promise<DayRecord> {
  return { day, sealed: await seal(keys.publicKey, padded(entries, BLOCK.day), dayLabel(day)) };
}

export async function toWeekRecord(keys: SealingKeys, check: WeeklyCheck): Promise<WeekRecord> {
  const tag = await tagOf(keys, "week", check.week);
  const sealed = await seal(keys.publicKey, padded(check, BLOCK.week), weekLabel(check.day, tag));
  return { day: check.day, tag, sealed };
}

/** The fields outside the seal, or undefined if they are invalid. */
function readOuterFields(
  value: unknown,
): { day: string; tag: string; sealed: Uint8Array<ArrayBuffer> } | undefined {
  const { day, tag = "", sealed } = (value ?? {}) as Partial<PendingRecord>;
  return typeof day === "string" &&
    ISO_DAY.test(day) &&
    typeof tag === "string" &&
    sealed instanceof Uint8Array
    ? { day, tag, sealed }
    : undefined;
}

/** Tries each pair: there is a second one only while the keys are being replaced. */
async function unsealAny(keys: readonly CryptoKeyPair[], sealed: Uint8Array<ArrayBuffer>, label: string) {
  for (const key of keys) {
    const plain = await unseal(key, sealed, label);
    if (plain) return unpadded(plain);
  }
  return undefined;
}

/** The entry of a pending record, or undefined if it is invalid or sealed to another key. */
export async function readPendingRecord(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<JournalEntry | undefined> {
  const at = readOuterFields(value);
  return at && readEntry(await unsealAny(keys, at.sealed, pendingLabel(at.day, at.tag)));
}

/** The valid entries of a day record, and how many are invalid (1 if the record does not open). */
export async function readDayRecord(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<{ entries: JournalEntry[]; unreadable: number }> {
  const at = readOuterFields(value);
  const values = at && (await unsealAny(keys, at.sealed, dayLabel(at.day)));
  if (!Array.isArray(values)) return { entries: [], unreadable: 1 };
  const entries = values.flatMap((value) => readEntry(value) ?? []);
  return { entries, unreadable: values.length - entries.length };
}

export async function readWeekRecord(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<WeeklyCheck | undefined> {
  const at = readOuterFields(value);
  return at && readCheck(await unsealAny(keys, at.sealed, weekLabel(at.day, at.tag)));
}

/** @param day of the last practice */
export async function toPracticeRecord(
  keys: SealingKeys,
  day: string,
  progress: PracticeProgress,
): Promise<PracticeRecord> {
  const plain = padded(progress, BLOCK.practice);
  return { id: PRACTICE_ID, day, sealed: await seal(keys.publicKey, plain, practiceLabel(day)) };
}

export async function readPracticeRecord(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<PracticeProgress | undefined> {
  const at = readOuterFields(value);
  return at && readProgress(await unsealAny(keys, at.sealed, practiceLabel(at.day)));
}
