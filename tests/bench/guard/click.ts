/** From the user's click on a campaign post to the question on the screen, measured by the page's own clock. */
import { launch } from "../../browser/lib/launch.ts";
import { pagesOf, type TestPage } from "../../browser/lib/pages.ts";
import type { BrowserKind } from "../../browser/lib/types.ts";
import { pause } from "../../browser/lib/visit.ts";
import { CAMPAIGN } from "../../browser/matrix/content.ts";

/** The last event of the click that the page gets is the start; the first frame after the question has the focus, the end. */
const CLOCK = `(() => { let start = 0; window.__shown = [];
  addEventListener("mouseup", (e) => { start = e.timeStamp; }, true);
  addEventListener("focusin", (e) => {
    if (!start || e.target === document.body || document.body.contains(e.target)) return;
    const from = start; start = 0;
    requestAnimationFrame(() => { const c = new MessageChannel();
      c.port1.onmessage = () => __shown.push(performance.now() - from); c.port2.postMessage(0); });
  }, true); })();`;

/** The saved page of 2025, or the hand-made one of the same layout where there are no saved pages. */
function benchPage(): TestPage {
  const pages = pagesOf("facebook");
  const saved = pages.find((page) => page.name === "fb_home_feed_en_2025-07_loggedin");
  return saved ?? pages.find((page) => page.name === "hand_fb_feed_id")!;
}

/** @returns median and 95th percentile in ms of `n` clicks, each on a post not seen before. */
export async function clickToQuestion(
  n: number,
  kind: BrowserKind = "chromium",
): Promise<{ median: number; p95: number; page: string }> {
  const page = benchPage();
  const visit = await launch(kind);
  try {
    await visit.open({ ...page.source, early: CLOCK });
    for (let i = 0; i < n; i++) {
      const post = JSON.stringify({
        author: `Warga ${i}`,
        handle: `warga_ukur_${i}`,
        text: `${CAMPAIGN} ${i}`,
      });
      await visit.evaluate(`__setPost(__slots.posts[0].post, ${post})`);
      await pause(150);
      await visit.click("S.posts[0].like");
      if (!(await visit.dialog())) throw new Error(`click ${i} was not held`);
      await visit.waitFor(`__shown.length === ${i + 1}`);
      await visit.press("Escape");
      await visit.rest();
    }
    const times = (await visit.evaluate<number[]>("__shown")).sort((a, b) => a - b);
    return { median: times[n >> 1]!, p95: times[Math.floor(n * 0.95)]!, page: page.name };
  } finally {
    await visit.close();
  }
}
