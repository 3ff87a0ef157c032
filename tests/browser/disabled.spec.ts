/**
 * Switches the extension off with tabs open. Chromium leaves its scripts running, cut off from the rest; Firefox ends
 * them and leaves what they drew. Either way the page works, and a held action stays undone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import { countInFirefox } from "./lib/accessible.ts";
import { switchExtension } from "./lib/extension-switch.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, resetExtension } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import { HOSTS } from "./lib/shadow.ts";
import { PATIENCE_MS, pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());
/* Restores the state after an installation, with no page left from before. */
beforeEach(async () => {
  await visit.evaluate(`void (location.href = "about:blank")`);
  await switchExtension(visit, true);
  await visit.waitForRules();
  await resetExtension(visit);
});

/** After this time in ms the question says that nobody hears its answers, and marks are gone. */
const ENDED_MS = 8_000;
const NOT_RECORDED = /tidak dapat dicatat|cannot be recorded/i;

/** A neutral post takes a like as on any page: once, unasked. */
async function pageWorks(): Promise<void> {
  visit.resetCounts();
  await visit.evaluate(
    `__setPost(1, ${JSON.stringify({ author: "Warga", handle: "warga_biasa", text: NEUTRAL })})`,
  );
  await visit.click("S.posts[1].like");
  expect(await visit.settled(1)).toBe(1);
  expect(await visit.currentQuestion()).toBeUndefined();
  expect(visit.console.join("\n")).not.toMatch(/context invalidated|extension context|dead object/i);
}

/** True while a strip of the extension is visible and clickable at the top of the window. */
const STRIP = `(() => { const hosts = ${HOSTS};
  for (let y = 0; y < 400; y += 4) if (hosts.includes(document.elementFromPoint(innerWidth / 2, y))) return true;
  return false; })()`;

/** Opens a party's page, which gets the strip. */
async function withStrip(): Promise<void> {
  await visit.open(pageNamed("x", "hand_x_profile_id").source);
  const profile = { name: "Partai Gerindra", handle: "Gerindra", bio: "" };
  await visit.evaluate(`__navigate("/Gerindra", ${JSON.stringify({ title: profile.name, profile })})`);
  await visit.waitFor(STRIP);
}

test("control: strip and question stay for more than ten seconds and work while the extension is on", async () => {
  await withStrip();
  await pause(ENDED_MS + 2_000); // strip and question must stay
  expect(await visit.evaluate(STRIP)).toBe(true);
  expect(await visit.evaluate("document.getAnimations().length")).toBe(0);
  await openWithQuestion(visit);
  await pause(ENDED_MS + 2_000); // strip and question must stay
  expect(await visit.evaluate("document.getAnimations().length")).toBe(0);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
  await expect.poll(async () => (await journalEntries(visit)).length).toBe(1);
});

describe("the extension switched off with tabs open", () => {
  test("leaves the action of an open question undone, lets Batal close it, and the page works", async () => {
    await openWithQuestion(visit);
    await switchExtension(visit, false);
    await pause(1_000); // nothing may happen
    expect(visit.performed).toEqual([]);
    expect(await visit.currentQuestion()).toBeDefined();
    await visit.answer("cancel");
    await expect.poll(() => visit.currentQuestion()).toBeUndefined();
    expect(await visit.settled(0)).toBe(0);
    await pageWorks();
  });

  test("lets Esc close an open question", async () => {
    await openWithQuestion(visit);
    await switchExtension(visit, false);
    await visit.press("Escape");
    await expect.poll(() => visit.currentQuestion()).toBeUndefined();
    expect(await visit.settled(0)).toBe(0);
    await pageWorks();
  });

  test("performs the action once after Tetap lanjutkan, or not at all if the question says that nobody hears its answers", async () => {
    await openWithQuestion(visit);
    const statusCount = () => countInFirefox(visit, "extension", { role: "status" });
    if (BROWSER === "firefox") expect(await statusCount()).toBe(0);
    const { at } = (await visit.currentQuestion())!.buttons.find(({ name }) =>
      /lanjut|continue/i.test(name),
    )!;
    await switchExtension(visit, false);
    if (BROWSER === "firefox") await expect.poll(statusCount, { timeout: ENDED_MS + PATIENCE_MS }).toBe(1);
    else await pause(ENDED_MS); // nothing may change
    await visit.clickAt(at);
    const acts = BROWSER === "chromium" ? 1 : 0;
    expect(await visit.settled(acts)).toBe(acts);
    if (BROWSER === "firefox") {
      expect(await statusCount()).toBe(1);
      await visit.answer("cancel");
    }
    await pageWorks();
  });

  test("leaves strip and marks working or removes them within seconds", async () => {
    await withStrip();
    await switchExtension(visit, false);
    if (BROWSER === "chromium")
      await pause(ENDED_MS); // nothing may change
    else await visit.waitFor(`!${STRIP}`, ENDED_MS + PATIENCE_MS);
    expect(await visit.evaluate(STRIP)).toBe(BROWSER === "chromium");
  });

  test("asks about a later campaign post and says that it cannot record, or does not ask; the action happens once either way", async () => {
    await openCampaignFeed(visit);
    await switchExtension(visit, false);
    await visit.click("S.posts[0].like");
    if (BROWSER === "chromium") {
      expect((await visit.waitForQuestion())?.text).toMatch(NOT_RECORDED);
      expect(visit.performed).toEqual([]);
      await visit.answer("continue");
    }
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.currentQuestion()).toBeUndefined();
    await pageWorks();
  });

  test("guards and records on a reloaded page after being switched on again, and asks once on a page left open", async () => {
    await openCampaignFeed(visit);
    await switchExtension(visit, false);
    await switchExtension(visit, true);
    await visit.waitForRules();
    await visit.evaluate(
      `__setPost(0, ${JSON.stringify({ author: "Warga", handle: "warga_lagi", text: CAMPAIGN })})`,
    );
    /* Firefox starts the new script in the open page; Chromium leaves the old one running. */
    if (BROWSER === "firefox") await ready(visit);
    await visit.click("S.posts[0].like");
    expect(await visit.waitForQuestion()).toBeDefined();
    await visit.answer("cancel");
    expect(await visit.settled(0)).toBe(0);
    expect(await visit.currentQuestion()).toBeUndefined();
    await openWithQuestion(visit);
    const lines = (await journalEntries(visit)).length;
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
    await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
  });
});
