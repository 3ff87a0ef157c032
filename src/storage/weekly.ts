import { localDay } from "../domain/day.ts";
import { mondayOf } from "../domain/week.ts";
import { stored } from "./items.ts";
import { isWeeklyCheckDue } from "./profile.ts";
import { readProfile } from "./profile-item.ts";

/** True if the user keeps a journal and the weekly self-check is due now. */
export async function isWeeklyReminderDue(now: Date): Promise<boolean> {
  const [{ value }, answered] = await Promise.all([readProfile(), stored.answeredWeek.getValue()]);
  return (
    value.journalEnabled &&
    isWeeklyCheckDue(value, now.getDay() || 7, mondayOf(localDay(now)), answered ?? null)
  );
}
