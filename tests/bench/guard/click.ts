/** From the user's click on a campaign post to the question on the screen, measured by the page's own clock. */
import { launch } from "../../browser/lib/launch.ts";
import type { BrowserKind } from "../../browser/lib/types.ts";
import { pause } from "../../browser/lib/visit.ts";
import { CAMPAIGN } from "../../browser/matrix/content.ts";
import { benchPage } from "./page.ts";
import { middle, type Spread, spread } from "./spread.ts";

/** Starts at the click's last event that the page gets and ends at the first frame after the question has the focus. */
const CLOCK = `(() => { let start = 0; window.__shown = [];
  addEventListener("mouseup", (e) => { start = e.timeStamp; }, true);
  addEventListener("focusin", (e) => {
    if (!start || e.target === document.body || document.body.contains(e.target)) return;
    const from = start; start = 0;
    requestAnimationFrame(() => { const c = new MessageChannel();
      c.port1.onmessage = () => __shown.push(performance.now() - from); c.port2.postMessage(0); });
  }, true); })();`;

const RUNS = 3;
/**
 * Time in ms for which a post shows before the click: shorter than the guard's gathering of changes, the harder case.
 */
const STANDS_MS = 150;
/** The first post shows longer: nobody clicks that soon on a new page. */
const FIRST_STANDS_MS = 1_500;

/** Times in ms of `n` clicks, each on a new post, in a fresh browser. */
async function run(n: number, kind: BrowserKind): Promise<number[]> {
  const visit = await launch(kind);
  try {
    await visit.open({ ...benchPage().source, early: CLOCK });
    for (let i = 0; i < n; i++) {
      const post = JSON.stringify({
        author: `Warga ${i}`,
        handle: `warga_ukur_${i}`,
        text: `${CAMPAIGN} ${i}`,
      });
      await visit.evaluate(`__setPost(__slots.posts[0].post, ${post})`);
      await pause(i ? STANDS_MS : FIRST_STANDS_MS);
      await visit.click("S.posts[0].like");
      if (!(await visit.waitForQuestion())) throw new Error(`click ${i} was not held`);
      await visit.waitFor(`__shown.length === ${i + 1}`);
      await visit.press("Escape");
      await visit.movePointerAway();
    }
    return await visit.evaluate<number[]>("__shown");
  } finally {
    await visit.close();
  }
}

/** Median and percentiles of `n` clicks, and the first click by itself; medians of three runs. All in ms. */
export async function clickToQuestion(
  n: number,
  kind: BrowserKind,
): Promise<Spread & { first: number; page: string; runs: number }> {
  const runs: (Spread & { first: number })[] = [];
  for (let at = 0; at < RUNS; at++) {
    const times = await run(n, kind);
    runs.push({ ...spread(times), first: times[0]! });
  }
  const of = (name: keyof Spread | "first") => middle(runs, (one) => one[name])[name];
  return {
    median: of("median"),
    p95: of("p95"),
    p99: of("p99"),
    first: of("first"),
    page: benchPage().name,
    runs: RUNS,
  };
}
