/**
 * A page whose last script is long in coming: the user sees the posts and can act, while for the browser the page is
 * still "loading". What comes into a page at the end of its parsing only would come too late.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

/** The parser waits so long for the last script, in ms. */
const HANGS_MS = 5_000;
/** So long after its start the user acts, in ms. */
const CLICK_AT_MS = 1_500;
/** An action waits for the rules at most half a second and then happens unasked; by now it would have, in ms. */
const WAITED_OUT_MS = 1_000;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

describe("a page that is still being parsed", () => {
  let n = 0;
  /** Resolves once the page is loaded after all. */
  let loaded: Promise<void>;
  afterEach(() => loaded);

  /** Opens a feed that hangs, and likes its first post while it does. */
  async function likeWhileLoading(text: string): Promise<void> {
    n++;
    const { source } = pageNamed("facebook", "hand_fb_feed_id");
    const post = JSON.stringify({ author: `Warga ${n}`, handle: `warga_muat_${n}`, text });
    const scripts = [...(source.scripts ?? []), `__setPost(0, ${post}); window.__asked = ${n};`];
    loaded = visit.open({ ...source, scripts, lastScriptAfterMs: HANGS_MS });
    const began = Date.now();
    /* The page before this one may still be asked, or be just going. */
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
    expect(await visit.seen()).toBeUndefined();
  });

  test("holds the like of a campaign post and asks about it before the parser goes on", async () => {
    await likeWhileLoading(CAMPAIGN);
    expect(await visit.dialog(WAITED_OUT_MS)).toBeDefined();
    await pause(WAITED_OUT_MS);
    expect(visit.performed).toEqual([]);
    expect(await visit.evaluate("document.readyState"), "the parser still waits").toBe("loading");
    await visit.answer("cancel");
    await loaded;
    expect(visit.performed).toEqual([]);
  });
});
