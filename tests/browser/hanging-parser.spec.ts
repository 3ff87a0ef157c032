/**
 * A page whose last script loads slowly: the user sees the posts and can act, while the browser still calls the page
 * "loading". A script that starts at the end of parsing would start too late.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

/** Time in ms the parser waits for the last script. */
const HANGS_MS = 5_000;
/** Time in ms after its start at which the user acts. */
const CLICK_AT_MS = 1_500;
/** Time in ms by which an action would have passed unasked: it waits for the rules half a second at most. */
const WAITED_OUT_MS = 1_000;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

describe("a page that is still being parsed", () => {
  let n = 0;
  /** Resolves once the page has loaded after all. */
  let loaded: Promise<void>;
  afterEach(() => loaded);

  /** Opens a feed whose parser hangs, and likes its first post meanwhile. */
  async function likeWhileLoading(text: string): Promise<void> {
    n++;
    const { source } = pageNamed("facebook", "hand_fb_feed_id");
    const post = JSON.stringify({ author: `Warga ${n}`, handle: `warga_muat_${n}`, text });
    const scripts = [...(source.scripts ?? []), `__setPost(0, ${post}); window.__asked = ${n};`];
    loaded = visit.open({ ...source, scripts, lastScriptAfterMs: HANGS_MS });
    const began = Date.now();
    /* The previous page may still answer, or be unloading. */
    await expect
      .poll(() => visit.evaluate<number>("window.__asked ?? 0").catch(() => 0), { interval: 30 })
      .toBe(n);
    await pause(CLICK_AT_MS - (Date.now() - began));
    await visit.click("S.posts[0].like");
    expect(await visit.evaluate("document.readyState"), "the parser still waits").toBe("loading");
  }

  test("control: passes the like of a neutral post once, unasked", async () => {
    await likeWhileLoading(NEUTRAL);
    expect(await visit.settled(1, HANGS_MS)).toBe(1);
    expect(await visit.currentQuestion()).toBeUndefined();
  });

  test("holds the like of a campaign post and asks about it before the parser goes on", async () => {
    await likeWhileLoading(CAMPAIGN);
    expect(await visit.waitForQuestion(WAITED_OUT_MS)).toBeDefined();
    await pause(WAITED_OUT_MS);
    expect(visit.performed).toEqual([]);
    expect(await visit.evaluate("document.readyState"), "the parser still waits").toBe("loading");
    await visit.answer("cancel");
    await loaded;
    expect(visit.performed).toEqual([]);
  });
});
