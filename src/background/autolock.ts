import { storage } from "@wxt-dev/storage";
import type { Journal } from "../journal/journal.ts";
import { OPENED_KEY } from "../journal/open.ts";

const ALARM = "journal-lock";

/**
 * Removes the opened key from memory after ten minutes without use. (`keyring.ts` already ignores an expired key; this
 * makes sure that it does not stay in memory, either.) It asks the journal to, so that it removes no key that a page has
 * opened or used meanwhile.
 */
export function startAutolock(journal: Pick<Journal, "lockIfUnused">): void {
  const check = async (): Promise<void> => {
    const until = await journal.lockIfUnused();
    if (until === null) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: until + 1 });
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
