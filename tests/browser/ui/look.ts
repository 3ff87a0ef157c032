import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { ensureBrowser, needsNoSandbox } from "../../../scripts/dev/browsers.ts";
import { temporaryProfile } from "../lib/firefox-profile.ts";
import type { BrowserKind } from "../lib/types.ts";

export type Scheme = "light" | "dark";

/** A plain browser without the extension, for parts of the interface alone. */
export async function plainBrowser(kind: BrowserKind, scheme: Scheme): Promise<Browser> {
  const executablePath = await ensureBrowser(kind);
  if (kind === "chromium")
    return puppeteer.launch({
      executablePath,
      args: ["--disable-gpu", ...(needsNoSandbox() ? ["--no-sandbox"] : [])],
    });
  const own = temporaryProfile();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    ...(own.folder ? { userDataDir: own.folder } : {}),
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
      /* The warm profile was made behind a proxy that no longer runs. */
      "network.proxy.type": 0,
    },
  });
  browser.once("disconnected", () => own.remove());
  return browser;
}

/** An empty tab in that colour scheme. */
export async function newTab(browser: Browser, scheme: Scheme): Promise<Page> {
  const page = await browser.newPage();
  if (!(await browser.version()).startsWith("firefox"))
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]).catch(() => {});
  return page;
}

let loads = 0;

/** Loads a part (see `mount.tsx` for the query) into the tab, at a width and height in CSS pixels. */
export async function look(page: Page, url: string, query: string, scheme: Scheme, size = [600, 800]) {
  await page.setViewport({ width: size[0]!, height: size[1]! });
  /* An address that differs only after "#" would not be reloaded. */
  await page.goto(`${url}?load=${++loads}&${query}`, { waitUntil: "load" });
  await page.waitForFunction(
    "document.getElementById('app').shadowRoot || document.querySelector('main :is(h2, h3, [role=alert])')",
  );
  const dark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
  if (dark !== (scheme === "dark")) throw new Error(`asked for ${scheme}, the browser shows another`);
}

const require = createRequire(import.meta.url);
const AXE = require.resolve("axe-core/axe.min.js");

/** axe's findings on the current page: one line for each violation. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, "utf8"));
  return (await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then((result) =>
    result.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.flat().join(" ") + " " + n.failureSummary)))`)) as string[];
}

/** The focused element, also inside shadow roots: its answer, text or name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return "";
    return at.dataset.answer ?? at.getAttribute("aria-label") ?? at.textContent.trim();
  })()`) as Promise<string>;
}

/** The events that the part has reported. */
export function recordedEvents(page: Page): Promise<string[]> {
  return page.evaluate("window.seen") as Promise<string[]>;
}
