import type { Book } from "../book/book.ts";
import { addDays } from "../book/week.ts";
import { localDay } from "../state/day.ts";
import { ownItem, readOwn } from "../state/own-store.ts";

const ALARM = "forget";

/**
 * Forgets the lines and checks that are older than the user wants to keep (90 days unless changed), and tidies up what
 * stays; a book that cannot be used is tried again the next time.
 */
export async function forgetOld(book: Book, today = localDay(new Date())): Promise<void> {
  const { retention } = (await readOwn()).value;
  if (retention !== 0) await book.forgetBefore(addDays(today, -retention)).catch(() => {});
  await book.tidy().catch(() => {});
}

/** Forgets now, twice a day, and when the user shortens the time. */
export function startForgetting(book: Book): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void forgetOld(book);
  });
  ownItem.watch(() => void forgetOld(book));
  void browser.alarms.create(ALARM, { periodInMinutes: 720 });
  void forgetOld(book);
}
