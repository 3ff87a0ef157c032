import { localDay } from "../domain/day.ts";
import { mondayOf } from "../domain/week.ts";
import { stored } from "../storage/items.ts";
import { profileItem, readProfile } from "../storage/profile-item.ts";
import { isWeeklyReminderDue } from "../storage/weekly.ts";
import { showGeneralBadge } from "./general-badge.ts";

const ALARM = "weekly";
const NOTIFICATION = "weekly";
const HOUR_MINUTES = 60;
/** Nobody is reminded before this hour of the day. */
const FIRST_HOUR = 8;

const message = (key: string): string => browser.i18n.getMessage(key as never);

/** One notification a week, if the user allowed notifications; otherwise badge and popup are the reminder. */
async function notify(now: Date): Promise<void> {
  const monday = mondayOf(localDay(now));
  if (now.getHours() < FIRST_HOUR || (await stored.reminded.getValue()) === monday) return;
  if (!(await browser.permissions.contains({ permissions: ["notifications"] }))) return;
  await stored.reminded.setValue(monday);
  await browser.notifications.create(NOTIFICATION, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icon/128.png" as never),
    title: message("extensionName"),
    message: message("weeklyDue"),
  });
}

/** Shows or removes the reminder, whichever is due. */
export async function remind(now = new Date()): Promise<void> {
  const { reminder } = (await readProfile()).value;
  if (reminder === 0) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM)))
    await browser.alarms.create(ALARM, { periodInMinutes: HOUR_MINUTES });
  await showGeneralBadge(now);
  if (await isWeeklyReminderDue(now)) await notify(now);
}

/** Reminds of the weekly self-check from the chosen weekday on. Without a chosen weekday there is no alarm. */
export function startWeeklyReminder(): void {
  const update = () => void remind().catch((error: unknown) => console.error("weekly", error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) update();
  });
  profileItem.watch(update);
  stored.answeredWeek.watch(update);
  /* The permission is optional: without it `browser.notifications` does not exist. */
  const listen = () =>
    browser.notifications?.onClicked.addListener((id) => {
      if (id === NOTIFICATION)
        void browser.tabs.create({ url: browser.runtime.getURL("/book.html#weekly" as never) });
    });
  listen();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) listen();
  });
  update();
}
