/** Two tabs answered at the same moment: only the background writes what they share, so nothing is lost. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { outcome } from "./lib/outcome.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, readStorage, resetExtension } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

const ROUNDS = 8;
const TABS = [0, 1];

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
  await visit.open(pageNamed("x", "hand_x_home_id").source);
  await visit.openTab();
  await visit.open(pageNamed("x", "hand_x_home_id").source);
});
afterAll(async () => {
  await visit?.close();
});
beforeEach(() => resetExtension(visit));

/** Likes a campaign post of this account in this tab, which opens a question. */
async function openQuestionInTab(tab: number, handle: string): Promise<string> {
  await visit.switchToTab(tab);
  visit.resetCounts();
  await visit.evaluate(
    `__setPost(__slots.posts[0].post, ${JSON.stringify({ author: "Warga", handle, text: CAMPAIGN })})`,
  );
  await pause(300);
  await visit.click("S.posts[0].like");
  const shown = await outcome(visit);
  if (!shown) throw new Error(`${handle} was not asked about`);
  return shown.text;
}

test("answers given in two tabs at the same moment are all kept, with their lines", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    for (const tab of TABS) await openQuestionInTab(tab, `warga_bersama_${tab}_${round}`);
    await visit.pressInAllTabs("Escape");
  }
  const all = ROUNDS * TABS.length;
  const today = () => readStorage<{ cancelled: string[]; holdIds: string[] } | null>(visit, "today");
  await expect.poll(async () => (await today())?.cancelled.length).toBe(all);
  expect(new Set((await today())?.cancelled).size).toBe(all);
  const kinds = await readStorage<{ counts: Record<string, [number, number]> }>(visit, "feedback");
  const counts = Object.values(kinds.counts);
  expect([counts.reduce((sum, [answered]) => sum + answered, 0), counts.some(([, went]) => went)]).toEqual([
    all,
    false,
  ]);
  await expect.poll(async () => (await journalEntries<{ choice: string }>(visit)).length).toBe(all);
});

test("an account answered in one tab is asked about by one line in both tabs, in its own tab at once", async () => {
  const handle = "warga_bersama_singkat";
  const full = await openQuestionInTab(0, handle);
  await visit.press("Escape");
  await visit.click("S.posts[0].like");
  const again = (await outcome(visit))!.text;
  expect(again.length).toBeLessThan(full.length);
  await visit.press("Escape");
  await expect.poll(() => readStorage(visit, "today")).toBeTruthy();
  expect((await openQuestionInTab(1, handle)).length).toBeLessThan(full.length);
  await visit.press("Escape");
});
