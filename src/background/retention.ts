import { localDay } from "../domain/day.ts";
import { addDays } from "../domain/week.ts";
import type { Journal } from "../journal/journal.ts";
import { profileItem } from "../storage/profile-item.ts";
import type { SharedState } from "./shared-state.ts";

const ALARM = "retention";

/**
 * Erases the entries and checks that are older than the retention (90 days unless changed) and compacts the others. If
 * the journal is unavailable, the next run tries again.
 */
export async function enforceRetention(
  journal: Journal,
  shared: Pick<SharedState, "profile">,
  today = localDay(new Date()),
): Promise<void> {
  const { retention } = await shared.profile();
  if (retention !== 0) await journal.eraseBefore(addDays(today, -retention)).catch(() => {});
  await journal.compact().catch(() => {});
}

/** Enforces the retention now, twice a day and when the user changes it; also deletes the answers of another day. */
export function startRetention(
  journal: Journal,
  shared: Pick<SharedState, "forgetPastDay" | "profile">,
): void {
  const run = (): void => {
    void enforceRetention(journal, shared);
    void shared.forgetPastDay().catch(() => {});
  };
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) run();
  });
  profileItem.watch(run);
  void browser.alarms.create(ALARM, { periodInMinutes: 720 });
  run();
}
