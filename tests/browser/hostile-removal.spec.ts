/** Class 4: whatever the page does to our node, the action stays undone, and the work it can make us do is bounded. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { askedOn } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { popupText } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const HOSTS = `[...document.documentElement.children].filter((e) => e !== document.head && e !== document.body)`;

test("control: left alone, the question stays until it is answered", async () => {
  await askedOn(visit);
  await pause(1_000);
  expect(await visit.seen()).toBeDefined();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});

test.each([
  ["removed once", `${HOSTS}.forEach((e) => e.remove())`],
  ["moved into another node", `document.body.append(...${HOSTS})`],
  ["hidden by inline style", `${HOSTS}.forEach((e) => e.style.setProperty("display", "none", "important"))`],
  ["made inert and hidden", `${HOSTS}.forEach((e) => { e.inert = true; e.hidden = true; })`],
])("%s: the action stays undone", async (_, script) => {
  await askedOn(visit);
  await visit.evaluate(`(() => { ${script} })()`);
  await pause(700);
  expect(visit.performed).toEqual([]);
  await visit.press("Escape");
  expect(await visit.settled(0)).toBe(0);
});

test("removed again and again: put back five times at most, then given up, undone, and the popup still tells", async () => {
  await askedOn(visit);
  await visit.evaluate(`(window.back = 0, window.hunter = new MutationObserver(() => {
    const hosts = ${HOSTS}; if (hosts.length) { back++; hosts.forEach((e) => e.remove()); } }),
    hunter.observe(document.documentElement, { childList: true }), ${HOSTS}.forEach((e) => e.remove()))`);
  await pause(2_500);
  expect(await visit.evaluate<number>("back")).toBeLessThanOrEqual(5);
  expect(await visit.seen()).toBeUndefined();
  expect(await visit.settled(0)).toBe(0);
  const said = /kiriman kampanye|campaign posts?/;
  expect(await popupText(visit, said)).toMatch(said);
});
