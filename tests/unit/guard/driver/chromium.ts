/** Chromium through Playwright, as Vitest starts it: real input by the DevTools protocol. */
import { playwright } from "@vitest/browser-playwright";
import type { CDPSession, Page } from "playwright";
import type { BrowserCommand } from "vitest/node";
import { needsNoSandbox } from "../../../../scripts/browsers.ts";
import type { Step } from "./steps.ts";

/** The same switches as the browser tests. */
export const chromium = (executablePath: string | undefined) =>
  playwright({
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
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
    },
    contextOptions: { viewport: { width: 1000, height: 800 }, hasTouch: true },
  });

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
