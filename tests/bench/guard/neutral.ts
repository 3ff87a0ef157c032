/** What the guard adds to a click on a neutral post, by the page's own clock, beside a browser without it. */
import { launch } from "../../browser/lib/launch.ts";
import { pageNamed } from "../../browser/lib/pages.ts";
import type { BrowserKind } from "../../browser/lib/types.ts";
import { pause, type Visit } from "../../browser/lib/visit.ts";

/** From the event's own time to the page's first handler, in ms; the guard's work lies between. */
const CLOCK = `(() => { window.__late = [];
  document.addEventListener("click", (e) => __late.push(performance.now() - e.timeStamp), true); })();`;
/** Clicks before the two browsers take turns, so that both see the same machine. */
const TURN = 50;

/** @returns median and 99th percentile of `n` clicks, with and without, in ms. */
export async function neutralClick(
  n: number,
  kind: BrowserKind,
): Promise<{ ours: [number, number]; plain: [number, number] }> {
  const visits = [await launch(kind), await launch(kind, "plain")];
  try {
    for (const visit of visits)
      await visit.open({ ...pageNamed("facebook", "hand_fb_feed_id").source, early: CLOCK });
    await pause(1_500);
    for (let at = 0; at < n; at += TURN) for (const visit of visits) await clicks(visit, TURN);
    const [ours, plain] = await Promise.all(visits.map(late));
    return { ours: ours!, plain: plain! };
  } finally {
    for (const visit of visits) await visit.close();
  }
}

async function clicks(visit: Visit, n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    await visit.click("S.posts[0].like");
    await visit.rest();
  }
}

async function late(visit: Visit): Promise<[number, number]> {
  const times = (await visit.evaluate<number[]>("__late")).sort((a, b) => a - b);
  return [times[times.length >> 1]!, times[Math.floor(times.length * 0.99)]!];
}
