/**
 * Firefox opens the extension's pages in private windows, too, and lets them have neither database nor file there. This
 * page is then opened in a window that is not private, and closed here.
 * @returns false where it must stay: it stands in no private window, or there are no windows (Android).
 */
export async function leavePrivateWindow(): Promise<boolean> {
  if (!browser.extension.inIncognitoContext || !browser.windows) return false;
  const url = location.href;
  const other = (await browser.windows.getAll({ windowTypes: ["normal"] })).find((one) => !one.incognito);
  if (other?.id === undefined) await browser.windows.create({ url });
  else {
    await browser.tabs.create({ url, windowId: other.id });
    await browser.windows.update(other.id, { focused: true });
  }
  const here = await browser.tabs.getCurrent();
  if (here?.id !== undefined) await browser.tabs.remove(here.id);
  return true;
}
