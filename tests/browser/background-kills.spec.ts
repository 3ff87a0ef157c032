import type { BrowserContext } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pagesOf } from "./lib/pages.ts";
import { journalEntries, resetExtension } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

/**
 * Kills the background around every answer; each answered hold is in the book once. `npm run test:long` kills it 1,000
 * times. Chromium only so far: kills are counted by its protocol.
 */
const KILLS = Number(process.env.JN_KILLS ?? (process.env.JN_LONG ? 1_000 : 20));
/** Time after each kill for the background to restart and take the line; then the line counts as lost. */
const RESTART_MS = 8_000;
/** Number of lines in the book. No two have the same mark, so as many lines as answers means each once. */
const COUNT = `new Promise((done) => { const r = indexedDB.open("book"); r.onsuccess = () => {
  const n = r.result.transaction("pending").objectStore("pending").count();
  n.onsuccess = () => { r.result.close(); done(n.result); }; }; })`;
/** Kills come at most this many ms before or after the answer. */
const SPREAD_MS = 60;

const LOOK = `JSON.stringify({ label: document.querySelector(__slots.posts[0].like)?.getAttribute("aria-label"),
  performed: __performed().slice(-2), y: document.querySelector(__slots.posts[0].like)?.getBoundingClientRect().top })`;

let visit: Visit;
beforeAll(async () => {
  if (BROWSER === "chromium") visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

/** Ends every service worker, as the browser does for memory. @returns how many were running */
async function killer(context: BrowserContext) {
  const session = await context.newCDPSession(context.pages()[0]!);
  const running = new Set<string>();
  let ended = 0;
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, runningStatus } of versions)
      if (runningStatus === "running") running.add(versionId);
      else if (runningStatus === "stopped" && running.delete(versionId)) ended++;
  });
  await session.send("ServiceWorker.enable");
  return { kill: () => session.send("ServiceWorker.stopAllWorkers"), ended: () => ended };
}

describe.skipIf(BROWSER === "firefox")("a background that is killed", () => {
  it(`leaves each answered hold in the book once after ${KILLS} kills`, {
    timeout: 60_000 + KILLS * 8_000,
    retry: process.env.JN_LONG ? 0 : 2,
  }, async () => {
    await resetExtension(visit);
    const { kill, ended } = await killer((visit as unknown as { context: BrowserContext }).context);
    const page = pagesOf("facebook").find((one) => one.name === "hand_fb_feed_id")!;
    await journalEntries(visit); // This creates the book.
    const watch = await visit.extensionPage("icon/16.png");
    await (visit as unknown as { raw: { bringToFront(): Promise<void> } }).raw.bringToFront();
    await visit.open(page.source);
    let [answers, missed, pending] = [0, 0, 0];
    const missing: string[] = [];
    const lost: string[] = [];
    /* A kill counts only if it ended a running worker. */
    for (let at = 0; ended() < KILLS; at++) {
      const post = { author: `Warga ${at}`, handle: `warga_ukur_${at}`, text: `${CAMPAIGN} ${at}` };
      await visit.evaluate(`__setPost(__slots.posts[0].post, ${JSON.stringify(post)})`);
      await pause(120); // like a user who reads before liking
      await visit.click("S.posts[0].like");
      if (!(await visit.waitForQuestion(5_000))) {
        /* A click that was not held writes nothing; it must remain an exception. */
        missed++;
        missing.push(await visit.evaluate<string>(LOOK));
        expect(missed).toBeLessThan(5 + at / 20);
        continue;
      }
      /* Before, during and after the answer, in turn. */
      const offset = (((at * 37) % 101) / 100) * 2 * SPREAD_MS - SPREAD_MS;
      const killed = pause(Math.max(0, SPREAD_MS + offset)).then(kill);
      await pause(SPREAD_MS);
      await visit.press("Escape");
      await killed;
      for (let tries = 0; tries < 300 && (await visit.currentQuestion()); tries++) await pause(30);
      answers++;
      const until = Date.now() + RESTART_MS;
      for (;;) {
        pending = await watch.evaluate<number>(COUNT);
        if (pending >= answers - lost.length || Date.now() > until) break;
        await pause(40);
      }
      if (pending < answers - lost.length) lost.push(`${at} (killed at ${offset.toFixed(0)} ms)`);
      await visit.movePointerAway();
    }
    console.log(
      `background killed ${ended()} times around ${answers} answers: ${pending} lines (${missed} clicks not held)`,
      missing,
    );
    expect(lost).toEqual([]);
    expect(pending).toBe(answers);
    const lines = await journalEntries<{ holdId: string; choice: string }>(visit);
    expect(new Set(lines.map((line) => line.holdId)).size).toBe(Math.min(answers, 1_000));
    expect(lines.every((line) => line.choice === "cancelled")).toBe(true);
  });
});
