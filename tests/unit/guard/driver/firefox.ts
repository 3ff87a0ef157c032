/** Debian's Firefox over WebDriver BiDi, as a Vitest provider: Playwright drives only its own build of Firefox. */
import { defineBrowserProvider } from "@vitest/browser";
import puppeteer, { type Browser, type KeyInput, type Page, type TouchHandle } from "puppeteer-core";
import type { BrowserCommand, BrowserProvider, TestProject } from "vitest/node";
import { ensureBrowser } from "../../../../scripts/dev/browsers.ts";
import type { Step } from "./steps.ts";

class Provider implements BrowserProvider {
  readonly name = "bidi";
  readonly supportsParallelism = false;
  #browser: Promise<Browser> | undefined;
  readonly #pages = new Map<string, Page>();

  constructor(project: TestProject) {
    /* Vitest calls this on every provider; the page already has the size of the window. */
    project.browser!.registerCommand("__vitest_viewport" as never, (async () => {}) as never);
  }

  async openPage(session: string, url: string): Promise<void> {
    this.#browser ??= open();
    await this.#pages.get(session)?.close();
    const page = await (await this.#browser).newPage();
    this.#pages.set(session, page);
    await page.goto(url, { waitUntil: "domcontentloaded" });
  }
  getCommandsContext = (session: string) => ({ bidi: this.#pages.get(session)! });
  async close(): Promise<void> {
    await (await this.#browser)?.close();
  }
}

const open = async (): Promise<Browser> =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: await ensureBrowser("firefox"),
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: {
      "dom.w3c_touch_events.enabled": 1,
      "dom.multiple_import_maps.enabled": true,
      "privacy.reduceTimerPrecision": false,
      "ui.prefersReducedMotion": 1,
    },
  });

export const firefox = () =>
  defineBrowserProvider({
    name: "bidi",
    supportedBrowser: ["firefox"],
    providerFactory: (project) => new Provider(project),
  });

const fingers = new WeakMap<Page, TouchHandle>();

async function take(page: Page, step: Step): Promise<void> {
  const { mouse, keyboard, touchscreen } = page;
  if (step.does === "move") await mouse.move(step.x, step.y);
  else if (step.does === "button") await mouse[step.goes]({ button: step.button });
  else if (step.does === "double click") await mouse.click(step.x, step.y, { count: 2 });
  else if (step.does === "key") await keyboard[step.goes](step.key as KeyInput);
  else if (step.does === "compose") throw new Error("no driver of Firefox can stand in for an input method");
  else if (step.goes === "down") fingers.set(page, await touchscreen.touchStart(step.x, step.y));
  else if (step.goes === "move") await fingers.get(page)?.move(step.x, step.y);
  else await fingers.get(page)?.end();
}

export const userInFirefox: BrowserCommand<[steps: Step[]]> = async (context, steps) => {
  const { bidi } = context as unknown as { bidi: Page };
  for (const step of steps) await take(bidi, step);
};
