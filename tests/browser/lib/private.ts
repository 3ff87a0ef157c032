/** A private window, opened by the extension, in both browsers. */
import type { ChromiumVisit } from "./chromium.ts";
import type { FirefoxVisit } from "./firefox.ts";
import { pause, type Visit } from "./visit.ts";

const OPEN = `await api.windows.create({ incognito: true, url: "about:blank" });`;

/**
 * Opens a private window; the visit goes on in its tab. Firefox installs the extension with permission to run there
 * (firefox.ts); in Chromium its extensions page grants it, which restarts the extension.
 */
export async function openPrivateWindow(visit: Visit): Promise<void> {
  await visit.evaluate(`void (location.href = "about:blank")`);
  if (visit.kind === "firefox") return goPrivateInFirefox(visit as FirefoxVisit);
  const { context, extensionId } = visit as ChromiumVisit;
  await onExtensionsPage(
    visit,
    `updateExtensionConfiguration({ extensionId: "${extensionId}", incognitoAccess: true })`,
  );
  /* The extension restarts and is gone in between. */
  const allowed = () =>
    visit.inExtension<boolean>("return await api.extension.isAllowedIncognitoAccess();").catch(() => false);
  for (let tries = 0; tries < 100 && !(await allowed()); tries++) await pause(100);
  await visit.waitForRules();
  const before = new Set(context.pages());
  await visit.inExtension(OPEN);
  for (let tries = 0; tries < 200; tries++) {
    const page = context.pages().find((one) => !before.has(one) && one.url() === "about:blank");
    if (page) return (visit as ChromiumVisit).turnTo(page);
    await pause(100);
  }
  throw new Error("no private window was opened");
}

/** Calls a function of Chromium's extensions page. Only in developer mode does it restart an unpacked extension. */
export async function onExtensionsPage(visit: Visit, call: string): Promise<void> {
  const page = await (visit as ChromiumVisit).context.newPage();
  try {
    await page.goto("chrome://extensions/");
    await page.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
    await page.evaluate(`chrome.developerPrivate.${call}`);
  } finally {
    await page.close();
  }
}

async function goPrivateInFirefox(visit: FirefoxVisit): Promise<void> {
  const before = new Set(await visit.browser.pages());
  await visit.inExtension(OPEN);
  for (let tries = 0; tries < 200; tries++) {
    await pause(100);
    /* Puppeteer still lists tabs closed by the protocol; the newest is the window's. */
    const page = (await visit.browser.pages()).findLast((one) => !before.has(one));
    try {
      await page?.setViewport({ width: 1000, height: 800 });
      if (page) return await visit.turnTo(page);
    } catch {}
  }
  throw new Error("no private window was opened");
}
