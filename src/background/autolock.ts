import { storage } from "@wxt-dev/storage";
import { openedItem } from "../journal/open.ts";

const ALARM = "book-close";

/**
 * Takes the opened key out of memory when the book was not used for ten minutes. (A key that is over its time opens
 * nothing already; this makes sure that it does not lie about either.)
 */
export function startLocking(now: () => number = Date.now): void {
  const look = async (): Promise<void> => {
    const opened = (await openedItem.getValue()) as { until?: unknown } | null;
    if (!opened) return void (await browser.alarms.clear(ALARM));
    const until = Number(opened.until);
    if (until > now()) await browser.alarms.create(ALARM, { when: until + 1 });
    else await openedItem.removeValue();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void look();
  });
  storage.watch("session:book", () => void look());
  /* Where the browser has it (Chromium), said once more than its default. */
  const session = browser.storage.session as {
    setAccessLevel?: (how: { accessLevel: string }) => Promise<void>;
  };
  void session.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});
  void look();
}
