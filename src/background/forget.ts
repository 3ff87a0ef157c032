import type { Book } from "../book/book.ts";
import { addDays } from "../book/week.ts";
import { localDay } from "../state/day.ts";
import { ownItem, readOwn } from "../state/own-store.ts";

const ALARM = "forget";

/**
 * Forgets the lines and checks that are older than the user wants to keep (90 days unless changed). Returns how many;
 * a book that cannot be opened is tried again the next time.
 */
export async function forgetOld(book: Book, today = localDay(new Date())): Promise<number> {
  const { retention } = (await readOwn()).value;
  if (retention === 0) return 0;
  return book.forgetBefore(addDays(today, -retention)).catch(() => 0);
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
