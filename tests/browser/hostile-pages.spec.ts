/** Runs every hostile page that can be opened by hand: first without its attack, then with it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calm, type HostilePage, hostilePages } from "./hostile/pages.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { ready } from "./lib/ready.ts";
import { BUTTON } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());
/* Many answers in a row would turn warnings of their kind into notices. */
beforeEach(() => visit.inExtension(`await drop(["today", "feedback"]);`));

const LIKE = `document.querySelector(".like")`;

describe.each(hostilePages().map((page): [string, HostilePage] => [page.name, page]))(
  "hostile page %s",
  (_, page) => {
    test("control: without its attack asks about the like and performs it once after Tetap lanjutkan", async () => {
      await visit.open(calm(page));
      await ready(visit);
      await visit.click(LIKE);
      expect(await visit.waitForQuestion()).toBeDefined();
      expect(visit.performed).toEqual([]);
      await visit.answer("continue");
      expect(await visit.settled(1)).toBe(1);
    });

    test(`with its attack leaves the like undone (${page.expect})`, async () => {
      /* The button's position is read without the attack: an attacker knows it as well. */
      await visit.open(calm(page));
      await ready(visit);
      await visit.click(LIKE);
      const shown = await visit.waitForQuestion();
      const at = shown!.buttons.find((button) => BUTTON.continue.test(button.name))!.at;
      await visit.answer("cancel");
      await visit.open(page.source);
      await ready(visit);
      await visit.click(LIKE);
      await pause(900); // nothing may happen
      expect(visit.performed).toEqual([]);
      if (page.expect === "asked") {
        expect(await visit.currentQuestion()).toBeDefined();
        await visit.press("Escape");
      } else {
        for (let i = 0; i < 6; i++) {
          await visit.clickAt(at);
          await pause(120); // nothing may happen
        }
      }
      expect(await visit.settled(0)).toBe(0);
      expect(await visit.evaluate("typeof window.owned")).toBe("undefined");
    });
  },
);
