/** Class 5: texts built to be slow do not hold the page up, and a click on them is as any other. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { worstTexts } from "../bench/made.ts";
import { campaignFeed } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const TEXTS = worstTexts(60).map((text) => text.toWellFormed());
/** A page that anybody would call stuck, in ms; the figure itself is the benchmark's. */
const STUCK_MS = 5_000;
/** Longest time between two turns of the page while it happens. */
const WATCH = `(() => { window.__gap = 0; let last = performance.now();
  setInterval(() => { const now = performance.now(); __gap = Math.max(__gap, now - last); last = now; }, 10); })()`;

describe("class 5: texts built to be slow", () => {
  test("60 of them, up to 20,000 characters: the page is never stuck, and the next campaign post is asked about", async () => {
    await campaignFeed(visit);
    await visit.evaluate(WATCH);
    for (const [at, text] of TEXTS.entries()) {
      await visit.evaluate(
        `__recycle(0, ${JSON.stringify({ author: `W ${at}`, handle: `w_lambat_${at}`, text })})`,
      );
      if (at % 5 === 4) await pause(260);
    }
    await pause(400);
    const gap = await visit.evaluate<number>("__gap");
    console.log(`longest time between two turns of the page: ${gap.toFixed(0)} ms`);
    expect(gap).toBeLessThan(STUCK_MS);
    await visit.evaluate(
      `__recycle(0, ${JSON.stringify({ author: "W", handle: "w_sesudah", text: CAMPAIGN })})`,
    );
    await pause(300);
    await visit.click("S.posts[0].like");
    expect(await visit.dialog()).toBeDefined();
    expect(visit.performed).toEqual([]);
    await visit.press("Escape");
  });
});
