/** Switches the extension off and on as the user does on the browser's extensions page, with its tabs open. */
import type { ChromiumVisit } from "./chromium.ts";
import { inFirefoxChromeWindow } from "./firefox-chrome-window.ts";
import { pause, type Visit } from "./visit.ts";

/** @throws Error where the switch has no effect */
export async function switchExtension(visit: Visit, on: boolean): Promise<void> {
  const id = JSON.stringify(visit.extensionId);
  if (visit.kind === "firefox") {
    const is = await inFirefoxChromeWindow<boolean>(
      visit,
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
       const addon = await AddonManager.getAddonByID(${id});
       await addon.${on ? "enable" : "disable"}(); return addon.isActive;`,
    );
    if (is !== on) throw new Error(`the extension is ${is ? "on" : "off"}`);
  } else {
    const page = await (visit as ChromiumVisit).context.newPage();
    try {
      await page.goto("chrome://extensions/");
      const is = await page.evaluate<boolean>(
        `chrome.management.setEnabled(${id}, ${on}).then(() => chrome.management.get(${id})).then((one) => one.enabled)`,
      );
      if (is !== on) throw new Error(`the extension is ${is ? "on" : "off"}`);
    } finally {
      await page.close();
    }
  }
  await pause(500); // no signal says that its scripts in the pages have noticed
}
