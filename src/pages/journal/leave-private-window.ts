/**
 * Opens this page in a window that is not private and closes it here, if it is in a private window: Firefox opens
 * extension pages there, too, but without database and files.
 * @returns false if the page stays: the window is not private, or there are no windows (Android)
 */
export async function leavePrivateWindow(): Promise<boolean> {
  if (!browser.extension.inIncognitoContext || !browser.windows) return false;
  const url = location.href;
  const target = (await browser.windows.getAll({ windowTypes: ["normal"] })).find(
    (window) => !window.incognito,
  );
  if (target?.id === undefined) await browser.windows.create({ url });
  else {
    await browser.tabs.create({ url, windowId: target.id });
    await browser.windows.update(target.id, { focused: true });
  }
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  return true;
}
