/** A page that Chromium prerenders is guarded once it is shown and has no effect before. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BROWSER } from "./lib/launch.ts";
import { PageServer } from "./lib/page-server.ts";
import { pageNamed } from "./lib/pages.ts";
import { BUTTON } from "./lib/types.ts";
import { type Undriven, undriven } from "./lib/undriven.ts";
import { pause } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

const HOST = "www.facebook.com";
const FIRST = `https://${HOST}/`;
const PREPARED = `https://${HOST}/?lanjut=1`;

/** Reports its state to the server, now and when it is shown. */
const TELL = `const tell = (what) => fetch("/tell", { method: "POST", body: JSON.stringify({ url: location.href, ...what }) });
tell({ prerendering: document.prerendering });
document.addEventListener("prerenderingchange", () =>
  tell({ shown: performance.getEntriesByType("navigation")[0].activationStart > 0 }));`;
const PREPARE = `const rules = document.createElement("script");
rules.type = "speculationrules";
rules.textContent = JSON.stringify({ prerender: [{ source: "list", urls: [${JSON.stringify(PREPARED)}], eagerness: "immediate" }] });
document.head.append(rules);
setInterval(async () => (await (await fetch("/go")).text()) && (location.href = ${JSON.stringify(PREPARED)}), 300);`;

const RULES_MADE = `chrome.storage.local.get("rules").then(({ rules }) => Boolean(rules))`;

let go = false;

function page(path: string): string {
  if (path === "/go") return go ? "go" : "";
  const first = !path.includes("lanjut");
  const { source } = pageNamed("facebook", "hand_fb_feed_id");
  const post = { author: "Warga Siap", handle: "warga_siap", text: first ? NEUTRAL : CAMPAIGN };
  const scripts = [
    ...(source.scripts ?? []),
    TELL,
    `__setPost(0, ${JSON.stringify(post)});`,
    ...(first ? [PREPARE] : []),
  ];
  const served = new PageServer();
  served.show({ ...source, scripts });
  const reply = served.answer({ url: FIRST, method: "GET", body: undefined, top: true });
  return reply === "abort" ? "" : reply.body;
}

describe.runIf(BROWSER === "chromium")("a prerendered page", () => {
  let browser: Undriven;
  /* A browser for each try: an existing one does not prerender again. */
  beforeEach(async () => {
    go = false;
    browser = await undriven(HOST, page);
    await expect
      .poll(() => browser.inBackground<boolean>(RULES_MADE).catch(() => false), { timeout: 60_000 })
      .toBe(true);
  });
  afterEach(() => browser?.close());
  /** Lines of the book as they lie sealed in its database. */
  const lines = () =>
    browser.inBackground<number>(`indexedDB.databases().then((all) => !all.some(({ name }) => name === "book") ? 0 :
      new Promise((done, fail) => { const r = indexedDB.open("book"); r.onerror = () => fail(r.error); r.onsuccess = () => {
        const count = r.result.transaction("pending").objectStore("pending").count();
        count.onsuccess = () => { r.result.close(); done(count.result); }; }; }))`);
  const badge = (url: string) =>
    browser.inBackground<string>(
      `chrome.tabs.query({}).then((all) => chrome.action.getBadgeText({ tabId: all.find((tab) => tab.url === ${JSON.stringify(url)}).id }))`,
    );

  test("is shown as prerendered, asks once, acts once, writes one line, and only then appears in the toolbar", async () => {
    await browser.open(FIRST);
    await expect
      .poll(() => browser.reports, { timeout: 20_000 })
      .toContainEqual({ url: PREPARED, prerendering: true });
    await pause(2_000); // the toolbar may show nothing of it
    /* The tab still shows the first page, which is neutral. */
    expect(await badge(FIRST)).toBe("");
    go = true;
    await expect
      .poll(() => browser.reports, { timeout: 20_000 })
      .toContainEqual({ url: PREPARED, shown: true });
    await expect.poll(() => badge(PREPARED), { timeout: 20_000 }).toBe("●");
    expect(await lines()).toBe(0);
    await browser.click(PREPARED, "__slots.posts[0].like");
    await expect.poll(async () => (await browser.questionButtons(PREPARED)).length).toBe(1 + 3);
    await pause(600); // it accepts answers after 300 ms, and nothing may happen meanwhile
    expect(browser.performed).toEqual([]);
    await browser.answer(PREPARED, BUTTON.continue);
    await expect.poll(() => browser.performed.length).toBe(1);
    await expect.poll(lines).toBe(1);
    await expect.poll(() => browser.questionButtons(PREPARED)).toEqual([]);
    await pause(500); // nothing further may happen
    expect(browser.performed.length).toBe(1);
    expect(await lines()).toBe(1);
  });
});
