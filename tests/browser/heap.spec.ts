/**
 * Eight hours of scrolling, simulated by recycled posts: 2,000 an hour in the same nodes, one in fifty a campaign's.
 * Memory and listeners stay flat. `npm run test:long` recycles all 16,000, `npm test` one hour's. Chromium only:
 * Firefox exposes neither figure.
 */
import type { BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

const HOURS = process.env.JN_LONG ? 8 : 1;
const PER_HOUR = 2_000;
/** The guard gathers changes for 200 ms. */
const ROUND_MS = 260;
const CAMPAIGN_EVERY = 50;
const LIMIT_MB = 5;

let visit: Visit;
beforeAll(async () => {
  if (BROWSER === "chromium") visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

describe.skipIf(BROWSER === "firefox")("a long session", () => {
  it(`grows the heap by less than ${LIMIT_MB} MB in ${HOURS} h and leaks no listener and no node`, {
    timeout: HOURS * 180_000,
    retry: 0,
  }, async () => {
    const { context, raw } = visit as unknown as { context: BrowserContext; raw: Page };
    await visit.open(pageNamed("x", "hand_x_home_id").source);
    const posts = await visit.evaluate<number>("__live.site.posts().length");
    const session = await context.newCDPSession(raw);
    let at = 0;
    const scroll = async (until: number) => {
      for (; at < until; at += posts) {
        const texts = Array.from({ length: posts }, (_, i) => ({
          author: `Warga ${at + i}`,
          handle: `warga_${at + i}`,
          text: `${(at + i) % CAMPAIGN_EVERY ? NEUTRAL : CAMPAIGN} ${at + i}`,
        }));
        await visit.evaluate(`${JSON.stringify(texts)}.forEach((text, i) => __recycle(i, text))`);
        await pause(ROUND_MS / 4);
      }
      /* At rest: the last round is read, and the page has no campaign mark left. */
      await visit.evaluate(
        `Array.from({ length: ${posts} }, (_, i) => __recycle(i, { author: "Warga", handle: "warga_tenang", text: "Cuaca cerah." })).length`,
      );
      await pause(ROUND_MS * 4);
      for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
      return { mb: usedSize / 1e6, listeners: jsEventListeners, nodes };
    };
    const first = await scroll(PER_HOUR / 4);
    const last = await scroll(HOURS * PER_HOUR);
    console.log(
      `${at} posts: ${(last.mb - first.mb).toFixed(2)} MB, ${last.listeners - first.listeners} listeners, ${last.nodes - first.nodes} nodes more than after the first quarter of an hour`,
    );
    expect(last.mb - first.mb).toBeLessThan(LIMIT_MB);
    expect(last.listeners - first.listeners).toBeLessThanOrEqual(2);
    expect(last.nodes - first.nodes).toBeLessThan(200);
  });
});
