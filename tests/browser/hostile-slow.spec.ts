/** Class 5: texts built to be slow do not block the page, and a click on them works as on any other. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slowTexts } from "../bench/generated.ts";
import { openCampaignFeed } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { processorTime } from "./lib/processor.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
/** The same browser without the extension shows what such texts cost any page. */
let plain: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
  plain = await launch(BROWSER, "plain");
});
afterAll(async () => {
  await visit?.close();
  await plain?.close();
});

const TEXTS = slowTexts(60).map((text) => text.toWellFormed());
/** Delay in ms at which anybody would call a page stuck; the exact figure is the benchmark's. */
const STUCK_MS = 5_000;
/** Processor time in ms that reading one of them may add to the page's work. */
const MAY_ADD_MS = 30;
/** Time for reading each of them. */
const READ_MS = 260;
/** Longest time between two turns of the page meanwhile. */
const WATCH = `(() => { window.__gap = 0; let last = performance.now();
  setInterval(() => { const now = performance.now(); __gap = Math.max(__gap, now - last); last = now; }, 10); })()`;

/** Shows them one after the other in place of a post. */
async function showAll(page: Visit): Promise<void> {
  for (const [at, text] of TEXTS.entries()) {
    await page.evaluate(
      `__recycle(0, ${JSON.stringify({ author: `W ${at}`, handle: `w_lambat_${at}`, text })})`,
    );
    await pause(READ_MS);
  }
}

describe("class 5: texts built to be slow", () => {
  test("never block the page, 60 of them with up to 20,000 characters each, and the next campaign post is asked about", async () => {
    for (const page of [plain, visit]) {
      await openCampaignFeed(page);
      await page.evaluate(WATCH);
    }
    const [ours, theirs] = (await Promise.all(
      [visit, plain].map((page) => processorTime(page, () => showAll(page))),
    )) as [number, number];
    const each = (ours - theirs) / TEXTS.length;
    const gap = await visit.evaluate<number>("__gap");
    /* What a busy machine keeps from any page. */
    const gapWithoutUs = await plain.evaluate<number>("__gap");
    console.log(
      `longest time between two turns of the page: ${gap.toFixed(0)} ms, without us ${gapWithoutUs.toFixed(0)}; processor time ${ours.toFixed(0)} ms, ` +
        `without us ${theirs.toFixed(0)} ms: ${each.toFixed(1)} ms a text`,
    );
    expect(gap).toBeLessThan(STUCK_MS + gapWithoutUs);
    expect(each).toBeLessThan(MAY_ADD_MS);
    await visit.evaluate(
      `__recycle(0, ${JSON.stringify({ author: "W", handle: "w_sesudah", text: CAMPAIGN })})`,
    );
    await visit.click("S.posts[0].like");
    expect(await visit.waitForQuestion()).toBeDefined();
    expect(visit.performed).toEqual([]);
    await visit.press("Escape");
  });
});
