import { localDay } from "../domain/day.ts";
import { mondayOf } from "../domain/week.ts";
import { stored } from "./items.ts";
import { isDue } from "./profile.ts";
import { readOwn } from "./profile-item.ts";

/** Is the weekly self-check due now? */
export async function weeklyDue(now: Date): Promise<boolean> {
  const [{ value }, answered] = await Promise.all([readOwn(), stored.answeredWeek.getValue()]);
  return value.keepBook && isDue(value, now.getDay() || 7, mondayOf(localDay(now)), answered ?? null);
}
