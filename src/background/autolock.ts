import { storage } from "@wxt-dev/storage";
import { OPENED_KEY, openedKeyItem } from "../journal/open.ts";

const ALARM = "journal-lock";

/**
 * Removes the opened key from memory after ten minutes without use. (`keyring.ts` already ignores an expired key; this
 * makes sure that it does not stay in memory, either.)
 */
export function startAutolock(now: () => number = Date.now): void {
  const check = async (): Promise<void> => {
    const opened = (await openedKeyItem.getValue()) as { until?: unknown } | null;
    if (!opened) return void (await browser.alarms.clear(ALARM));
    const until = Number(opened.until);
    if (until > now()) await browser.alarms.create(ALARM, { when: until + 1 });
    else await openedKeyItem.removeValue();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void check();
  });
  storage.watch(OPENED_KEY, () => void check());
  /* The default, set explicitly where the browser has this method (Chromium). */
  const session = browser.storage.session as {
    setAccessLevel?: (options: { accessLevel: string }) => Promise<void>;
  };
  void session.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});
  void check();
}
