import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { pause } from "./lib/visit.ts";
import { focused, seen } from "./ui/look.ts";
import { parts } from "./ui/setup.ts";

/** The question's own window by itself: keyboard, time, scripts. */
const on = parts();
const armed = (page: Page) =>
  page.evaluate(
    `document.querySelector("[data-answer=continue]").ariaDisabled !== "true"`,
  ) as Promise<boolean>;

describe("the window that asks", () => {
  it("is answered by keyboard alone, Batal first; answered, it closes", async () => {
    await on("part=ask", async (page) => {
      expect(await focused(page)).toBe("cancel");
      await pause(700);
      for (const name of ["continue", "not-campaign", "Mengapa?"]) {
        await page.keyboard.press("Tab");
        expect(await focused(page)).toBe(name);
      }
      for (let back = 0; back < 2; back++) {
        await page.keyboard.down("Shift");
        await page.keyboard.press("Tab");
        await page.keyboard.up("Shift");
      }
      await page.keyboard.press("Enter");
      await pause(100);
      expect(await seen(page)).toEqual(["continue", "closed"]);
      expect(await page.$$("button")).toEqual([]);
    });
  });

  it("Esc is Batal", async () => {
    await on("part=ask&case=brief", async (page) => {
      await page.keyboard.press("Escape");
      await pause(100);
      expect(await seen(page)).toEqual(["cancel", "closed"]);
    });
  });

  it("lets the other answers count half a second after it came to the front, not before", async () => {
    await on("part=ask", async (page) => {
      await pause(700);
      expect(await armed(page)).toBe(true);
      await page.evaluate(`dispatchEvent(new Event("focus"))`);
      expect(await armed(page)).toBe(false);
      await page.click("[data-answer=continue]");
      expect(await seen(page)).toEqual([]);
      await page.evaluate(`document.querySelector("[data-answer=cancel]").click()`);
      expect(await seen(page)).toEqual([]);
      await page.click("[data-answer=cancel]");
      await pause(100);
      expect(await seen(page)).toEqual(["cancel", "closed"]);
    });
  });

  it("that has nothing to ask says so and has no buttons", async () => {
    await on("part=ask&case=over", async (page) => {
      expect(await page.$$("button")).toEqual([]);
      expect(await page.evaluate("document.querySelector('[role=status]').innerText")).toMatch(/selesai/);
    });
  });
});
