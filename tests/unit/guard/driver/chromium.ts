/** Chromium through Playwright, as Vitest starts it, with real input by the DevTools protocol. */
import { PlaywrightBrowserProvider, playwright } from "@vitest/browser-playwright";
import type { CDPSession, LaunchOptions, Page } from "playwright";
import type { BrowserCommand } from "vitest/node";
import { ensureBrowser, findChromium, needsNoSandbox } from "../../../../scripts/dev/browsers.ts";
import type { Step } from "./steps.ts";

/**
 * Uses the switches of the browser tests. Finds the browser only when guard tests are about to run, and installs a
 * missing one when the first of them opens its page: other projects load this file and need no browser.
 */
export function chromium() {
  const launchOptions: LaunchOptions = {
    args: [
      "--headless=new",
      ...(needsNoSandbox() ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
  const options = {
    launchOptions,
    contextOptions: { viewport: { width: 1000, height: 800 }, hasTouch: true },
  };
  class Provider extends PlaywrightBrowserProvider {
    override async openPage(...page: Parameters<PlaywrightBrowserProvider["openPage"]>): Promise<void> {
      launchOptions.executablePath ??= await ensureBrowser("chromium");
      return super.openPage(...page);
    }
  }
  const { prewarm, ...given } = playwright(options);
  return {
    ...given,
    /** Vitest starts the browser during setup, if the project has tests to run. */
    prewarm(project: Parameters<NonNullable<typeof prewarm>>[0]): void {
      const there = findChromium();
      if (!there) return;
      launchOptions.executablePath = there;
      prewarm?.(project);
    },
    providerFactory: (project: ConstructorParameters<typeof Provider>[0]) => new Provider(project, options),
  };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();
const sessionOf = (page: Page): Promise<CDPSession> => {
  const open = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, open);
  return open;
};

async function take(page: Page, step: Step): Promise<void> {
  const { mouse, keyboard } = page;
  if (step.does === "move") await mouse.move(step.x, step.y);
  else if (step.does === "button") await mouse[step.goes]({ button: step.button, clickCount: step.clicks });
  else if (step.does === "double click") await mouse.dblclick(step.x, step.y);
  else if (step.does === "key") await keyboard[step.goes](step.key);
  else if (step.does === "compose")
    await (await sessionOf(page)).send("Input.imeSetComposition", {
      text: step.text,
      selectionStart: step.text.length,
      selectionEnd: step.text.length,
    });
  else {
    const type = ({ down: "touchStart", move: "touchMove", up: "touchEnd" } as const)[step.goes];
    const touchPoints = step.goes === "up" ? [] : [{ x: step.x, y: step.y }];
    await (await sessionOf(page)).send("Input.dispatchTouchEvent", { type, touchPoints });
  }
}

export const userInChromium: BrowserCommand<[steps: Step[]]> = async ({ page }, steps) => {
  for (const step of steps) await take(page, step);
};
