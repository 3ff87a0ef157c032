/**
 * Faults around the guard: full storage, a book of another version, strict pages, frames, pages restored from the
 * cache.
 */
import type { BrowserContext } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import type { FirefoxVisit } from "./lib/firefox.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { journalEntries, popupText, textPattern } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import type { Point } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

/** Writes until the browser refuses, then in smaller pieces, until not even an answer fits. */
const FILL = `for (let size = 2 ** 22, n = 0; size >= 1; n++)
  try { await api.storage.local.set({ ["fill" + n]: "x".repeat(size) }); } catch { size = Math.floor(size / 4); }`;
const EMPTY = `const all = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith("fill"));
  await api.storage.local.remove(all);`;

/* Firefox lets an extension fill the disk. */
describe.skipIf(BROWSER === "firefox")("full storage", () => {
  beforeEach(() => visit.inExtension(EMPTY));
  test("lets the answer count, keeps the line, and the popup says that the answer could not be remembered", async () => {
    await openWithQuestion(visit);
    const lines = (await journalEntries(visit)).length;
    await visit.inExtension(FILL);
    try {
      await visit.answer("not-campaign");
      expect(await visit.settled(1)).toBe(1);
      expect(await popupText(visit, textPattern("popup.fault.storage"))).toMatch(
        textPattern("popup.fault.storage"),
      );
      await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
      await visit.click("S.posts[1].like");
      expect(await visit.settled(2)).toBe(2);
    } finally {
      await visit.inExtension(EMPTY);
    }
  });
});

/**
 * Opens the book's database as version 99 and higher, as a later version of the extension would, in a browser of its
 * own.
 */
let version = 99;
const newer = (
  change: string,
) => `await new Promise((done, fail) => { const r = indexedDB.open("book", ${version++});
  r.onupgradeneeded = () => { ${change} }; r.onsuccess = () => { r.result.close(); done(); }; r.onerror = () => fail(r.error); });`;

describe("a book of another version", () => {
  let own: Visit;
  beforeAll(async () => {
    own = await launch(BROWSER);
  });
  afterAll(() => own?.close());

  test("keeps the lines of a newer version after a downgrade and adds to them", async () => {
    const lines = (await journalEntries(own)).length;
    await openWithQuestion(own);
    await own.answer("cancel");
    await expect.poll(async () => (await journalEntries(own)).length).toBe(lines + 1);
    await own.inExtension(newer(""));
    await openWithQuestion(own);
    await own.answer("continue");
    expect(await own.settled(1)).toBe(1);
    await expect.poll(async () => (await journalEntries(own)).length).toBe(lines + 2);
  });

  test("asks and lets one answer count after losing the store of its lines, and the popup names the book", async () => {
    await journalEntries(own).catch(() => {}); // the store is already lost in a retry
    await own.inExtension(
      newer('if (r.result.objectStoreNames.contains("pending")) r.result.deleteObjectStore("pending");'),
    );
    await openWithQuestion(own);
    await own.answer("continue");
    expect(await own.settled(1)).toBe(1);
    expect(await popupText(own, textPattern("popup.fault.book"))).toMatch(textPattern("popup.fault.book"));
  });
});

const STRICT =
  "default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'; style-src 'none'; img-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

test("a page with a strict content policy and Trusted Types shows the question and takes its answer", async () => {
  const page = pageNamed("facebook", "hand_fb_feed_id").source;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${STRICT}">`;
  await visit.open({ ...page, html: page.html.replace("<head>", `<head>${policy}`) });
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: "Warga Ketat", handle: "warga_ketat", text: CAMPAIGN })})`,
  );
  await ready(visit);
  await visit.click("S.posts[0].like");
  const shown = (await visit.waitForQuestion())!;
  expect(shown.buttons.length).toBeGreaterThanOrEqual(3);
  /* The extension's own style sheet applies: Batal and Tetap lanjutkan stand side by side, as on any page. */
  const [batal, lanjut] = [/^Batal|^Cancel/, /lanjut|go on|continue/i].map(
    (name) => shown.buttons.find((button) => name.test(button.name))!.at,
  );
  expect(Math.abs(batal!.y - lanjut!.y)).toBeLessThan(4);
  expect(visit.performed).toEqual([]);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});

/** Waits until the tab shows a page of this path; in between it has no page that can be queried. */
const there = (path: string) =>
  expect
    .poll(() =>
      visit
        .evaluate<boolean>(`location.pathname === "${path}" && document.readyState === "complete"`)
        .catch(() => false),
    )
    .toBe(true);

/** Firefox's driver hears no further navigation in a tab that went back, so the visit goes on in another tab. */
const inAnotherTab = async (at: FirefoxVisit) => at.turnTo(await at.browser.newPage());

test("a page restored from the back/forward cache is guarded once", async () => {
  if (BROWSER === "firefox") onTestFinished(() => inAnotherTab(visit as FirefoxVisit));
  await openCampaignFeed(visit, { author: "Warga Kembali", handle: "warga_kembali" });
  await visit.evaluate("void (window.kept = true)");
  await visit.evaluate(`void (location.href = "/lain")`);
  await there("/lain");
  await visit.evaluate("void history.back()");
  await there("/");
  await ready(visit);
  const kept = await visit.evaluate<boolean>("window.kept === true");
  console.log(`come back to ${kept ? "from the cache" : "by loading it again"}`);
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: "Warga Kembali", handle: "warga_kembali_2", text: CAMPAIGN })})`,
  );
  visit.resetCounts();
  await visit.click("S.posts[0].like");
  expect(await visit.waitForQuestion()).toBeDefined();
  expect(visit.performed).toEqual([]);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});

test("two frames that ask at the same time each perform their action once, after their own answer", async () => {
  const others = [pageNamed("youtube", "hand_yt_live_chat_id").source];
  await visit.open({ ...pageNamed("youtube", "hand_yt_watch_id").source, others });
  const frame = `document.querySelector("#chatframe")`;
  await visit.waitFor(`Boolean(${frame}.contentDocument?.querySelector("#input"))`);
  await visit.evaluate(`__setPost(0, { author: "Warga Dua", text: ${JSON.stringify(CAMPAIGN)} })`);
  await ready(visit);
  await pause(500); // no signal outside the frame says that its script has its rules
  const at = await visit.evaluate<Point>(`(() => { const f = ${frame}; f.scrollIntoView({ block: "center" });
    const a = f.getBoundingClientRect(), b = f.contentDocument.querySelector("#input").getBoundingClientRect();
    return { x: a.left + b.left + b.width / 2, y: a.top + b.top + b.height / 2 }; })()`);
  const input = `${frame}.contentDocument.querySelector("#input")`;
  await visit.clickAt(at);
  await visit.waitFor(
    `${frame}.contentDocument.hasFocus() && ${input}.contains(${frame}.contentDocument.activeElement)`,
  );
  await visit.type("y");
  await visit.waitFor(`${input}.textContent.includes("y")`);
  await visit.press("Enter");
  await visit.waitFor(`${frame}.contentDocument.documentElement.children.length > 2`); // the frame's question
  expect(visit.performed).toEqual([]);
  await visit.click("S.posts[0].like");
  expect(await visit.waitForQuestion()).toBeDefined();
  expect(visit.performed).toEqual([]);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
  expect(visit.performed.map(({ action }) => action)).toEqual(["like"]);
});

describe.skipIf(BROWSER === "firefox")("a background that is killed", () => {
  test("lets the answer to the open question count once and keeps its line", async () => {
    const lines = (await journalEntries(visit)).length;
    await openWithQuestion(visit);
    const { context } = visit as unknown as { context: BrowserContext };
    const session = await context.newCDPSession(context.pages()[0]!);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await pause(400); // no signal says that the workers have ended
    expect(await visit.currentQuestion()).toBeDefined();
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
    await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
    await pause(500); // no second question may come
    expect((await journalEntries(visit)).length).toBe(lines + 1);
  });
});
