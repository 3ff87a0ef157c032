import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { focused, recordedEvents } from "./look.ts";
import { parts } from "./setup.ts";

/** The question's window alone: keyboard, time, scripts. */
const on = parts();
const armed = (page: Page) =>
  page.evaluate(
    `document.querySelector("[data-answer=continue]").ariaDisabled !== "true"`,
  ) as Promise<boolean>;

describe("the question window", () => {
  it("is answered by keyboard alone, Batal first, and then closes", async () => {
    await on("part=ask", async (page) => {
      await expect.poll(() => focused(page)).toBe("cancel");
      await expect.poll(() => armed(page)).toBe(true);
      for (const name of ["continue", "not-campaign", "Mengapa?"]) {
        await page.keyboard.press("Tab");
        await expect.poll(() => focused(page)).toBe(name);
      }
      for (let back = 0; back < 2; back++) {
        await page.keyboard.down("Shift");
        await page.keyboard.press("Tab");
        await page.keyboard.up("Shift");
      }
      await page.keyboard.press("Enter");
      await expect.poll(() => recordedEvents(page)).toEqual(["continue", "closed"]);
      expect(await page.$$("button")).toEqual([]);
    });
  });

  it("takes Esc as Batal", async () => {
    await on("part=ask&case=brief", async (page) => {
      await page.keyboard.press("Escape");
      await expect.poll(() => recordedEvents(page)).toEqual(["cancel", "closed"]);
    });
  });

  it("accepts the other answers only half a second after it came to the front", async () => {
    /* Only a click that ended within the half second was certainly too early; a busy machine tries again. */
    for (let tries = 0, isSure = false; tries < 6 && !isSure; tries++)
      await on("part=ask", async (page) => {
        await expect.poll(() => armed(page)).toBe(true);
        await page.evaluate(`(window.since = performance.now(), dispatchEvent(new Event("focus")))`);
        const isArmed = await armed(page);
        await page.click("[data-answer=continue]");
        isSure = ((await page.evaluate("performance.now() - since")) as number) < 500;
        if (!isSure) return;
        expect(isArmed).toBe(false);
        expect(await recordedEvents(page)).toEqual([]);
        await page.evaluate(`document.querySelector("[data-answer=cancel]").click()`);
        expect(await recordedEvents(page)).toEqual([]);
        await page.click("[data-answer=cancel]");
        await expect.poll(() => recordedEvents(page)).toEqual(["cancel", "closed"]);
      });
  });

  it("says that it has nothing to ask and then has no buttons", async () => {
    await on("part=ask&case=over", async (page) => {
      expect(await page.$$("button")).toEqual([]);
      expect(await page.evaluate("document.querySelector('[role=status]').innerText")).toMatch(/selesai/);
    });
  });
});
