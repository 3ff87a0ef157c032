/**
 * Bypassed actions (hostile class 19): an action on a campaign post that bypassed the guard is reported once, in a
 * toast.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCampaignFeed } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries } from "./lib/popup.ts";
import { openToast } from "./lib/shadow.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

/** Time in which a site may show earlier actions; later ones are the page's own doing. */
const FIRST_MS = 2_600;
const REPORT = /tanpa ditanyakan dahulu|without asking first/;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

/** The toast in the page, if it comes in time. */
async function toastText(timeoutMs = 10_000): Promise<string> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const text = (await visit.currentQuestion(openToast))?.text ?? "";
    if (REPORT.test(text) || Date.now() > until) return text;
    await pause(50);
  }
}

/** Makes the page like by itself, without a click. */
const pageLikes = () => visit.evaluate("__slots.posts[0].like.click()");

test("a like that the page performs by itself is reported in a toast with a way to undo it, not in a dialog", async () => {
  await openCampaignFeed(visit);
  await pause(FIRST_MS);
  expect(await toastText(0)).toBe("");
  const before = (await journalEntries(visit)).length;
  await pageLikes();
  const text = await toastText();
  expect(text).toMatch(/tombol suka yang sama sekali lagi|same like button once more/);
  expect(text).toMatch(/Warga \d+/);
  expect(await visit.currentQuestion()).toBeUndefined();
  /* The book records the user's answers; a bypassed action writes nothing. */
  expect((await journalEntries(visit)).length).toBe(before);
});

test("a bypassed like is reported once a post, even if the page undoes and repeats it", async () => {
  await openCampaignFeed(visit);
  await pause(FIRST_MS);
  await pageLikes();
  expect(await toastText()).toMatch(REPORT);
  await visit.clickAt((await visit.currentQuestion(openToast))!.buttons[0]!.at);
  expect(await toastText(300)).toBe("");
  await pageLikes();
  await pause(500); // time to read the undo
  await pageLikes();
  expect(await toastText(1_200)).toBe("");
});

test("a bypassed like of a neutral post is not reported", async () => {
  await openCampaignFeed(visit, { text: NEUTRAL });
  await pause(FIRST_MS);
  await pageLikes();
  expect(await visit.settled(1)).toBe(1);
  expect(await toastText(1_200)).toBe("");
});

test("a post that was liked before it was first read is not reported", async () => {
  await openCampaignFeed(visit, { text: NEUTRAL });
  await pageLikes();
  await pause(300); // time to read the like
  const post = { author: "Warga Lama", handle: "warga_lama_1", text: CAMPAIGN };
  /* Without the page's reset: the post arrives liked. */
  await visit.evaluate(`__live.site.fill(__slots.posts[0].post, ${JSON.stringify(post)})`);
  await pause(FIRST_MS);
  expect(await toastText(600)).toBe("");
});

test("neither a confirmed action, nor a cancelled one that stayed undone, nor an undo is reported", async () => {
  await openCampaignFeed(visit);
  await pause(FIRST_MS);
  await visit.click("S.posts[0].like");
  await visit.waitForQuestion();
  await visit.answer("cancel");
  expect(await toastText(800)).toBe("");
  await visit.click("S.posts[0].like");
  await visit.waitForQuestion();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
  expect(await toastText(1_200)).toBe("");
  await visit.click("S.posts[0].like");
  expect(await toastText(800)).toBe("");
});

test("a page that performs a cancelled action is reported", async () => {
  await openCampaignFeed(visit);
  await pause(FIRST_MS);
  await visit.click("S.posts[0].like");
  await visit.waitForQuestion();
  await visit.answer("cancel");
  await pageLikes();
  expect(await toastText()).toMatch(REPORT);
});

test("a post replaced by one that was liked before is not reported", async () => {
  await openCampaignFeed(visit);
  await pause(FIRST_MS);
  const next = { author: "Warga Baru", handle: "warga_baru_1", text: `${CAMPAIGN} Ajak tetangga.` };
  await visit.evaluate(`(() => { const b = __slots.posts[0].like; __slots.posts[0].like.click();
    __live.site.fill(__slots.posts[0].post, ${JSON.stringify(next)}); return !!b; })()`);
  expect(await toastText(1_500)).toBe("");
});

test("a bypassed follow of a campaign account is reported on its profile", async () => {
  await visit.open(pageNamed("x", "hand_x_profile_id").source);
  await visit.evaluate(`__navigate("/relawan_uji_1", { delay: 5, profile: { name: "Relawan Prabowo Gibran",
    handle: "relawan_uji_1", bio: "Relawan pemenangan. Ayo coblos nomor urut 2 Prabowo Gibran!" } })`);
  await pause(FIRST_MS + 600);
  expect(await toastText(0)).toBe("");
  await visit.evaluate("__slots.profile.follow.click()");
  expect(await toastText()).toMatch(/jadi diikuti tanpa ditanyakan|was followed without asking/);
});

test("a bypassed vote on Reddit, whose controls are in shadow roots, is reported", async () => {
  await visit.open(pageNamed("reddit", "hand_reddit_feed_id").source);
  const post = { author: "Warga Uji", handle: "warga_uji_9", text: CAMPAIGN };
  await visit.evaluate(`__setPost(__slots.posts[0].post, ${JSON.stringify(post)})`);
  await pause(FIRST_MS + 600);
  expect(await toastText(0)).toBe("");
  await visit.evaluate(`__slots.posts[0].post.shadowRoot.querySelector("[upvote]").click()`);
  expect(await toastText()).toMatch(REPORT);
});
