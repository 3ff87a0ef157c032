import { toBase64 } from "../domain/encoding.ts";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { readCheck, readEntry } from "../domain/journal-schema.ts";
import { padded, seal, unpadded, unseal } from "./crypto.ts";
import type { Sheet, Slip, Week } from "./database.ts";
import { utf8 } from "./encoding.ts";
import type { Sealing } from "./keyring.ts";

/** Boxes are filled up to multiples of so many bytes: a line looks like every other line. */
const BLOCK = { slip: 256, sheet: 4096, week: 8192 } as const;
/** HMAC bytes that are kept as a mark. */
const MARK_BYTES = 16;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The mark of a hold or of a week. */
export async function markOf({ mark }: Sealing, what: "hold" | "week", id: string): Promise<string> {
  const tag = await crypto.subtle.sign("HMAC", mark, utf8(`${what} ${id}`));
  return toBase64(new Uint8Array(tag, 0, MARK_BYTES));
}

const slipLabel = (day: string, mark: string) => `slip ${day} ${mark}`;
const sheetLabel = (day: string) => `sheet ${day}`;
const weekLabel = (day: string, mark: string) => `week ${day} ${mark}`;

export async function toSlip(keys: Sealing, entry: JournalEntry): Promise<Slip> {
  const mark = await markOf(keys, "hold", entry.hold);
  const box = await seal(keys.publicKey, padded(entry, BLOCK.slip), slipLabel(entry.day, mark));
  return { day: entry.day, mark, box };
}

/** @param entries all of one day */
export async function toSheet(keys: Sealing, day: string, entries: readonly JournalEntry[]): Promise<Sheet> {
  return { day, box: await seal(keys.publicKey, padded(entries, BLOCK.sheet), sheetLabel(day)) };
}

export async function toWeek(keys: Sealing, check: WeeklyCheck): Promise<Week> {
  const mark = await markOf(keys, "week", check.week);
  const box = await seal(keys.publicKey, padded(check, BLOCK.week), weekLabel(check.day, mark));
  return { day: check.day, mark, box };
}

/** What stands outside the seal, if it is as it should be. */
function outside(value: unknown): { day: string; mark: string; box: Uint8Array<ArrayBuffer> } | undefined {
  const { day, mark = "", box } = (value ?? {}) as Partial<Slip>;
  return typeof day === "string" && ISO_DAY.test(day) && typeof mark === "string" && box instanceof Uint8Array
    ? { day, mark, box }
    : undefined;
}

/** Tries the pairs in turn: the second one is there only while keys are being changed. */
async function open(keys: readonly CryptoKeyPair[], box: Uint8Array<ArrayBuffer>, label: string) {
  for (const key of keys) {
    const plain = await unseal(key, box, label);
    if (plain) return unpadded(plain);
  }
  return undefined;
}

/** The line of a slip; undefined where it is broken or sealed to another key. */
export async function fromSlip(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<JournalEntry | undefined> {
  const at = outside(value);
  return at && readEntry(await open(keys, at.box, slipLabel(at.day, at.mark)));
}

/** The good lines of a sheet and how many are broken (1 where the whole cannot be opened). */
export async function fromSheet(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<{ entries: JournalEntry[]; unreadable: number }> {
  const at = outside(value);
  const lines = at && (await open(keys, at.box, sheetLabel(at.day)));
  if (!Array.isArray(lines)) return { entries: [], unreadable: 1 };
  const entries = lines.flatMap((line) => readEntry(line) ?? []);
  return { entries, unreadable: lines.length - entries.length };
}

export async function fromWeek(
  keys: readonly CryptoKeyPair[],
  value: unknown,
): Promise<WeeklyCheck | undefined> {
  const at = outside(value);
  return at && readCheck(await open(keys, at.box, weekLabel(at.day, at.mark)));
}
