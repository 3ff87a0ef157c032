/** What the computer's administrators set, unchecked; nothing where the browser has no such storage. */
export const readManagedValues = (): Promise<Record<string, unknown>> =>
  browser.storage.managed.get(null).catch(() => ({}));
