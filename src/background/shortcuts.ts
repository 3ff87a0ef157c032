/** The name of the command in the manifest. */
const CHECK_DRAFT = "check-draft";

/** Opens the draft check by the keyboard, from any page. Browsers for touch have no commands. */
export function startShortcuts(): void {
  browser.commands?.onCommand.addListener((command) => {
    if (command === CHECK_DRAFT)
      void browser.tabs.create({ url: browser.runtime.getURL("/popup.html#draft" as never) });
  });
}
