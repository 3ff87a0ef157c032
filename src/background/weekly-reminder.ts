import { localDay } from "../domain/day.ts";
import { mondayOf } from "../domain/week.ts";
import { stored } from "../storage/items.ts";
import { ownItem, readOwn } from "../storage/profile-item.ts";
import { weeklyDue } from "../storage/weekly.ts";

const ALARM = "weekly";
const NOTE = "weekly";
const HOUR_MINUTES = 60;
/** Nobody is reminded before this hour of the day. */
const FROM_HOUR = 8;
/** A pencil, in the colour of the house: no alarm, and not the shape of any state of a page. */
const BADGE = { text: "✎", color: "#574a82" };

const message = (key: string): string => browser.i18n.getMessage(key as never);

/** Where the user allowed notifications, one a week; everybody else sees the badge and a line in the popup. */
async function notify(now: Date): Promise<void> {
  const monday = mondayOf(localDay(now));
  if (now.getHours() < FROM_HOUR || (await stored.reminded.getValue()) === monday) return;
  if (!(await browser.permissions.contains({ permissions: ["notifications"] }))) return;
  await stored.reminded.setValue(monday);
  await browser.notifications.create(NOTE, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icon/128.png" as never),
    title: message("extensionName"),
    message: message("weeklyDue"),
  });
}

/** Looks whether to remind, and shows it or takes it away. */
export async function remind(now = new Date()): Promise<void> {
  const { reminder } = (await readOwn()).value;
  if (reminder === 0) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM)))
    await browser.alarms.create(ALARM, { periodInMinutes: HOUR_MINUTES });
  const due = await weeklyDue(now);
  /* Without a tab: shown where the page's own state has no badge. */
  await browser.action.setBadgeText({ text: due ? BADGE.text : "" });
  await browser.action.setBadgeBackgroundColor({ color: BADGE.color });
  if (due) await notify(now);
}

/** Reminds of the weekly self-check from the day picked on. Without a day picked nothing is set. */
export function startReminding(): void {
  const look = () => void remind().catch((error: unknown) => console.error("weekly", error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  ownItem.watch(look);
  stored.answeredWeek.watch(look);
  /* The permission is optional: without it the interface is not there. */
  const listen = () =>
    browser.notifications?.onClicked.addListener((id) => {
      if (id === NOTE)
        void browser.tabs.create({ url: browser.runtime.getURL("/book.html#weekly" as never) });
    });
  listen();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) listen();
  });
  look();
}
