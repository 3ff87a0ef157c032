import { mondayOf } from "../book/week.ts";
import { localDay } from "./day.ts";
import { isDue } from "./own.ts";
import { readOwn } from "./own-store.ts";
import { stored } from "./store.ts";

/** Is the weekly self-check due now? */
export async function weeklyDue(now: Date): Promise<boolean> {
  const [{ value }, answered] = await Promise.all([readOwn(), stored.answeredWeek.getValue()]);
  return value.keepBook && isDue(value, now.getDay() || 7, mondayOf(localDay(now)), answered ?? null);
}
