/**
 * A browser in which an optional site is switched on. No test can click the browser's own prompt: Firefox is configured
 * to grant without asking; Chromium gets a copy of the build that is granted the site's hosts from the start, so its
 * prompt for hosts (and returning them) is not driven here. Everything else is done as by a user: the tick in the
 * settings asks for `scripting`, the background registers the script.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SITE_HOSTS } from "../../../src/domain/site-hosts.ts";
import type { OptionalSite } from "../../../src/domain/sites.ts";
import { withHost } from "../layers/test-build.ts";
import { launchFirefox } from "./firefox.ts";
import { BROWSER, builtExtension, launch } from "./launch.ts";
import { pause, type Visit } from "./visit.ts";

const SIZE = { width: 900, height: 900 };

/** The browser, ready except for the switch of the site. */
export async function launchWithoutOptionalSites(site: OptionalSite): Promise<Visit> {
  if (BROWSER === "firefox") {
    const visit = await launchFirefox({
      extension: builtExtension("firefox"),
      prefs: { "extensions.webextOptionalPermissionPrompts": false },
    });
    await visit.waitForRules();
    await visit.closeWelcome();
    return visit;
  }
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-asked-"));
  const visit = await launch(BROWSER, "extension", {
    extension: withHost(builtExtension(BROWSER), folder, SITE_HOSTS[site][0]!),
  });
  await visit.waitForRules();
  const close = visit.close.bind(visit);
  visit.close = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return visit;
}

/** Ids of the registered scripts; empty without the permission, which may go between the two questions. */
export const registeredScripts = (visit: Visit): Promise<string[]> =>
  visit.inExtension<string[]>(
    `const isAllowed = () => api.permissions.contains({ permissions: ["scripting"] });
     if (!(await isAllowed())) return [];
     return api.scripting.getRegisteredContentScripts().then(
       (all) => all.map((one) => one.id),
       async (error) => { if ((await isAllowed()) && !/not available/.test(error)) throw error; return []; });`,
  );

/**
 * Ticks or unticks the site's box in the settings and waits until its script follows. Does nothing where the state is
 * right already, as after a failed earlier try.
 */
export async function switchOptionalSite(visit: Visit, site: OptionalSite, on: boolean): Promise<void> {
  if ((await registeredScripts(visit)).includes(`site-${site}`) === on) return;
  const page = await visit.extensionPage("settings.html", SIZE);
  const box = `[data-optional] label[data-site=${site}] input`;
  try {
    for (let tries = 0; !(await page.evaluate(`!!document.querySelector("${box}")`)); tries++) {
      if (tries > 100) throw new Error("the settings show no box for the site");
      await pause(100);
    }
    if ((await page.evaluate(`document.querySelector("${box}").checked`)) === on)
      throw new Error(`${site} is so already`);
    await page.clickOn(box);
    for (let tries = 0; (await registeredScripts(visit)).includes(`site-${site}`) !== on; tries++) {
      if (tries > 100) throw new Error(`${site}: the script is not ${on ? "" : "un"}registered`);
      await pause(100);
    }
    for (let tries = 0; (await page.evaluate(`document.querySelector("${box}").checked`)) !== on; tries++) {
      if (tries > 100) throw new Error("the box does not show it");
      await pause(100);
    }
  } finally {
    await page.close();
  }
}

export async function launchWithOptionalSite(site: OptionalSite): Promise<Visit> {
  const visit = await launchWithoutOptionalSites(site);
  await switchOptionalSite(visit, site, true);
  return visit;
}
