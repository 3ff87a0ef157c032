/**
 * A line of the book holds rule, site, action, choice and day and no more; the popup shows it, and it can be erased.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { isHeld } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, popupText, resetExtension, textPattern, writeStorage } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import type { AnswerName } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

const NAME = "Warga Bernama";
async function answerQuestion(name: AnswerName, n: number): Promise<void> {
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: `${NAME} ${n}`, handle: `warga_buku_${n}`, text: CAMPAIGN })})`,
  );
  await ready(visit);
  await visit.click("S.posts[0].like");
  expect(await visit.waitForQuestion()).toBeDefined();
  const lines = (await journalEntries(visit)).length;
  await visit.answer(name);
  await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
}

/** Gives one answer of each kind, about new accounts, in an empty book. */
async function answerInEveryWay(): Promise<void> {
  await resetExtension(visit);
  expect(await journalEntries(visit)).toEqual([]);
  await answerQuestion("cancel", 1);
  await answerQuestion("continue", 2);
  await answerQuestion("not-campaign", 3);
}

test("each answer writes one line that contains nothing of the page", async () => {
  await answerInEveryWay();
  const lines = await journalEntries(visit);
  expect(lines.map((line) => line.choice)).toEqual(["cancelled", "continued", "not-campaign"]);
  for (const line of lines) {
    expect(Object.keys(line).sort()).toEqual(["action", "choice", "day", "holdId", "rule", "site"]);
    expect(line).toMatchObject({ site: "facebook", action: "like", rule: "R1" });
    expect(line.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${NAME}|coblos|warga_buku`));
});

test("the popup shows the last entries", async () => {
  await answerInEveryWay();
  for (const choice of ["cancelled", "continued", "not-campaign"]) {
    const wanted = textPattern(`choice.${choice}`);
    expect(await popupText(visit, wanted, undefined, "more")).toMatch(wanted);
  }
});

test("an account is not asked about again after Bukan kampanye, and another one is", async () => {
  const like = async (n: number) => {
    await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
    await visit.evaluate(
      `__setPost(0, ${JSON.stringify({ author: `${NAME} ${n}`, handle: `warga_buku_${n}`, text: CAMPAIGN })})`,
    );
    await ready(visit);
    await visit.click("S.posts[0].like");
    return isHeld(visit);
  };
  await resetExtension(visit);
  await answerQuestion("not-campaign", 3);
  expect(await like(3)).toBe(false);
  expect(await visit.settled(1)).toBe(1);
  expect(await like(4)).toBe(true);
  await visit.answer("cancel");
});

test("a user who chose English is asked in English, also on a page already open", async () => {
  await resetExtension(visit);
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: `${NAME} 5`, handle: "warga_buku_5", text: CAMPAIGN })})`,
  );
  await ready(visit);
  for (const [language, wanted, other] of [
    ["id", "Batal", "Cancel"],
    ["en", "Cancel", "Batal"],
  ] as const) {
    await writeStorage(visit, { settings: { language } });
    await pause(400); // no signal says that the page has heard of it
    await visit.click("S.posts[0].like");
    const shown = await visit.waitForQuestion();
    expect(shown?.text).toContain(wanted);
    expect(shown?.text).not.toContain(other);
    await visit.press("Escape");
    await visit.settled(0);
    await writeStorage(visit, { today: null, settings: {} });
  }
});

test("the extension made no network request while questions were answered", () => {
  expect(visit.foreignHosts()).toEqual([]);
});
