import { localDay } from "../domain/day.ts";
import { addDays } from "../domain/week.ts";
import type { Book } from "../journal/journal.ts";
import { ownItem, readOwn } from "../storage/profile-item.ts";
import type { SharedState } from "./shared-state.ts";

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

/** Forgets now, twice a day, and when the user shortens the time; with it what was answered on another day. */
export function startForgetting(book: Book, shared: Pick<SharedState, "forgetPastDay">): void {
  const forget = (): void => {
    void forgetOld(book);
    void shared.forgetPastDay().catch(() => {});
  };
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) forget();
  });
  ownItem.watch(forget);
  void browser.alarms.create(ALARM, { periodInMinutes: 720 });
  forget();
}
