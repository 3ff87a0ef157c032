/** What a careless user does besides pressing: a slow click on a like whose picker came by hovering, a key held down. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

const LIKE = "S.posts[0].like";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});
let n = 0;
beforeEach(async () => {
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  const post = { author: "Relawan Contoh", handle: `relawan_lalai_${++n}`, text: CAMPAIGN };
  await visit.evaluate(`__setPost(0, ${JSON.stringify(post)})`);
  await pause(400);
});

test("a slow click on a like is held though hovering opened the picker meanwhile", async () => {
  /* In English the stand-in for the site opens its picker by hovering alone, after 0.7 s. */
  await visit.evaluate(`(() => { const like = document.querySelector("[aria-posinset] [aria-label=Suka]");
    like.setAttribute("aria-label", "Like");
    like.querySelector("[data-ad-rendering-role]").textContent = "Like"; })()`);
  const like = `document.querySelector("[aria-posinset] [aria-label=Like]")`;
  await visit.hover(like);
  await pause(450);
  await visit.click(like, 700);
  expect(await visit.dialog()).toBeDefined();
  expect(await visit.settled(0)).toBe(0);
  await visit.answer("cancel");
});

/* Only Chromium's driver holds a key down as a keyboard does. */
test.runIf(BROWSER === "chromium")("Enter held down asks, and answers nothing by being held on", async () => {
  const { keyboard } = (
    visit as unknown as { raw: { keyboard: Record<"down" | "up", (key: string) => Promise<void>> } }
  ).raw;
  await visit.focus(LIKE);
  await keyboard.down("Enter");
  expect(await visit.dialog()).toBeDefined();
  for (let held = 0; held < 12; held++) {
    await keyboard.down("Enter");
    await pause(40);
  }
  await keyboard.up("Enter");
  expect(await visit.seen()).toBeDefined();
  await visit.answer("cancel");
  expect(await visit.settled(0)).toBe(0);
});
