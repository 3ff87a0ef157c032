/**
 * Class 4: whatever the page does to the extension's node, the action stays undone and the work it causes is bounded.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { popupText } from "./lib/popup.ts";
import { processorTime } from "./lib/processor.ts";
import { pause, type Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const HOSTS = `[...document.documentElement.children].filter((e) => e !== document.head && e !== document.body)`;

test("control: a question that is left alone stays until it is answered", async () => {
  await openWithQuestion(visit);
  await pause(1_000); // the question must stay
  expect(await visit.currentQuestion()).toBeDefined();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});

test.each([
  ["removed once", `${HOSTS}.forEach((e) => e.remove())`],
  ["moved into another node", `document.body.append(...${HOSTS})`],
  ["hidden by inline style", `${HOSTS}.forEach((e) => e.style.setProperty("display", "none", "important"))`],
  ["made inert and hidden", `${HOSTS}.forEach((e) => { e.inert = true; e.hidden = true; })`],
])("the action stays undone where the question is %s", async (_, script) => {
  await openWithQuestion(visit);
  await visit.evaluate(`(() => { ${script} })()`);
  await pause(700); // nothing may happen
  expect(visit.performed).toEqual([]);
  await visit.press("Escape");
  expect(await visit.settled(0)).toBe(0);
});

test("a question removed again and again is restored at most five times, then given up undone, and the popup still tells", async () => {
  await openWithQuestion(visit);
  await visit.evaluate(`(window.back = 0, window.hunter = new MutationObserver(() => {
    const hosts = ${HOSTS}; if (hosts.length) { back++; hosts.forEach((e) => e.remove()); } }),
    hunter.observe(document.documentElement, { childList: true }), ${HOSTS}.forEach((e) => e.remove()))`);
  await pause(2_500); // it may be restored no more often than that
  expect(await visit.evaluate<number>("back")).toBeLessThanOrEqual(5);
  expect(await visit.currentQuestion()).toBeUndefined();
  expect(await visit.settled(0)).toBe(0);
  const campaignText = /kiriman kampanye|campaign posts?/;
  expect(await popupText(visit, campaignText)).toMatch(campaignText);
  const badge = () =>
    visit.inExtension<string>(`const all = await api.tabs.query({});
    return api.action.getBadgeText({ tabId: all.find((tab) => tab.url?.includes("facebook.com")).id });`);
  await expect.poll(badge).toBe("●");
});

/** Removes every node added to <html>, opens popovers and moves its own posts, 20 times a second. */
const FLOOD = `const hunter = new MutationObserver(() => ${HOSTS}.forEach((e) => e.remove()));
  hunter.observe(document.documentElement, { childList: true });
  ${HOSTS}.forEach((e) => e.remove());
  const cover = document.createElement("div"); cover.popover = "manual"; document.body.append(cover);
  window.flood = setInterval(() => { cover.hidePopover(); cover.showPopover();
    const posts = __slots.posts.map((one) => one.post); for (const post of posts) post.parentNode.append(post); }, 50);`;
const FLOOD_MS = 3_000;
/** Processor time of the tab that the question may add to that. */
const MAY_ADD_MS = 600;

test("a page that keeps removing the question causes a bounded amount of work", async () => {
  const flood = () =>
    processorTime(visit, async () => {
      await visit.evaluate(`(() => { ${FLOOD} })()`);
      await pause(FLOOD_MS);
      await visit.evaluate("clearInterval(flood)");
    });
  await openCampaignFeed(visit);
  const without = await flood();
  await openWithQuestion(visit);
  const withQuestion = await flood();
  console.log(
    `processor time of ${FLOOD_MS} ms: ${without.toFixed(0)} ms, with a question ${withQuestion.toFixed(0)} ms`,
  );
  expect(withQuestion - without).toBeLessThan(MAY_ADD_MS);
  expect(await visit.currentQuestion()).toBeUndefined();
  expect(visit.performed).toEqual([]);
});
