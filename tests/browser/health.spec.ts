/**
 * Blind adapters (hostile class 20): a page of posts on which none is read is reported; pages without posts are not.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed, pagesOf, type SiteName } from "./lib/pages.ts";
import { popupText, textPattern } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import type { PageSource } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";

const UNRECOGNISED = textPattern("popup.unreadable");
const NO_SIGNS = textPattern("popup.none");
const EITHER = new RegExp(`${UNRECOGNISED.source}|${NO_SIGNS.source}`);
/** The page has four seconds to show something readable. */
const SETTLED_MS = 4_600;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

/** The same page with its posts' anchors renamed, so that the adapter finds none. */
const withRenamedAnchors = (source: PageSource): PageSource => ({
  ...source,
  html: source.html
    .replace(/aria-posinset|data-pagelet="FeedUnit|data-tracking-duration-id/g, "data-gone")
    .replaceAll('data-testid="tweet"', 'data-testid="gone"')
    .replaceAll("shreddit-post", "gone-post")
    .replaceAll('class="thing', 'class="gone'),
  /* Reddit builds the bars of its posts by script in shadow roots; the others have them in the page. */
  scripts: source.html.includes("shreddit-post")
    ? source.scripts!.map((script) => script.replaceAll("shreddit-post", "gone-post"))
    : [],
});

async function badge(): Promise<string> {
  const address = JSON.stringify(await visit.evaluate<string>("location.href"));
  return visit.inExtension<string>(`const tab = (await api.tabs.query({})).find((t) => t.url === ${address});
    return (await api.action.getBadgeText({ tabId: tab.id })) + " " + (await api.action.getTitle({ tabId: tab.id }));`);
}

/** The popup's text after those four seconds. */
async function popupState(source: PageSource): Promise<string> {
  await visit.open(source);
  await pause(SETTLED_MS); // by now the page would be reported
  return popupText(visit, EITHER);
}

/**
 * Waits until the badge reports the page as unrecognised; the popup, which is another tab here, would hide the page
 * before.
 */
const badgeReportsUnrecognised = () => expect.poll(badge).toMatch(/^! .*(belum dikenali|not recognised)/);

const FEEDS: [SiteName, string][] = [
  ["facebook", "hand_fb_feed_id"],
  ["x", "hand_x_home_id"],
  ["reddit", "hand_reddit_feed_id"],
  ["reddit", "hand_reddit_old_feed_id"],
];

describe.each(FEEDS)("the feed of %s, %s", (site, name) => {
  const { source } = pageNamed(site, name);

  test("is not reported as unrecognised while its posts are read", async () => {
    const text = await popupState(source);
    expect(text).toMatch(NO_SIGNS);
    expect(text).not.toMatch(UNRECOGNISED);
    expect(await badge()).not.toMatch(/!/);
  });

  test("is reported as unrecognised in popup and badge where no post is found", async () => {
    await visit.open(withRenamedAnchors(source));
    await badgeReportsUnrecognised();
    expect(await popupText(visit, EITHER)).toMatch(UNRECOGNISED);
  });
});

test("unrecognised markup under settings or messages is not reported", async () => {
  for (const path of ["settings/account", "messages"]) {
    const source = withRenamedAnchors(pageNamed("x", "hand_x_home_id").source);
    const text = await popupState({ ...source, url: `https://x.com/${path}` });
    expect([path, UNRECOGNISED.test(text)]).toEqual([path, false]);
  }
});

test("the page of a missing status is not reported as unrecognised", async () => {
  const html = `<!doctype html><html lang="id"><body><div id="react-root"><header role="banner"><nav>
    <a href="/home" role="link"><svg></svg></a><a href="/explore" role="link"><svg></svg></a></nav></header>
    <main role="main"><div data-testid="primaryColumn"><div data-testid="error-detail"><span>Hmm</span>
    <a href="/explore" role="link">Cari</a></div></div><div data-testid="sidebarColumn">
    <button role="button" aria-label="Ikuti @a"><span>Ikuti</span></button></div></main></div></body></html>`;
  const text = await popupState({ url: "https://x.com/akun_0001/status/1", html });
  expect(text).toMatch(NO_SIGNS);
  expect(text).not.toMatch(UNRECOGNISED);
});

test("a press on a like outside every post reports the page as unrecognised at once, and one inside a post does not", async () => {
  const { source } = pageNamed("x", "hand_x_home_id");
  /* A like that stands for itself: nothing around it says what it is about. */
  const html = source.html.replace(
    "</main>",
    '<div data-testid="gone"><button data-testid="like" aria-label="0 suka. Suka"><svg></svg></button></div></main>',
  );
  await visit.open({ ...source, html, scripts: [] });
  await ready(visit);
  const like = (of: string) => `document.querySelector('[data-testid="${of}"] [data-testid="like"]')`;
  await visit.click(like("tweet"));
  expect(await popupText(visit, EITHER)).toMatch(NO_SIGNS);
  await visit.click(like("gone"));
  /* The pressed control is checked a little later; the popup, which is another tab here, would hide the page before. */
  await expect.poll(badge).toMatch(/^!/);
  expect(await popupText(visit, UNRECOGNISED)).toMatch(UNRECOGNISED);
  /* Another page starts with a clean state. */
  await visit.evaluate(
    `history.pushState(null, "", "/notifications"); document.body.append(document.createElement("p"))`,
  );
  expect(await popupText(visit, NO_SIGNS)).toMatch(NO_SIGNS);
});

test("the structure report is shown before it is copied and contains no text of the page", async () => {
  await visit.open(withRenamedAnchors(pageNamed("x", "hand_x_home_id").source));
  await visit.evaluate(`history.replaceState(null, "", "/home?rahasia=1#rahasia");
    for (const e of document.querySelectorAll("main *")) { e.id = "rahasia-id"; e.title = "Rahasia"; }
    document.querySelector("[data-testid=tweetText]").textContent = "Rahasia negara"`);
  await badgeReportsUnrecognised();
  const popup = await visit.popup();
  try {
    await popup.evaluate(`(async () => { for (let i = 0; i < 60; i++) {
      if (document.querySelector(".structure button")) return; await new Promise((d) => setTimeout(d, 50)); } })()`);
    /* Catches the copied text: headless browsers have no readable clipboard. */
    await popup.evaluate(`Object.defineProperty(navigator, "clipboard", { configurable: true,
      value: { writeText: async (text) => { window.copied = text; } } })`);
    await popup.clickOn(".structure button");
    const shown = await popup.evaluate<string>(`(async () => { for (let i = 0; i < 60; i++) {
      const pre = document.querySelector(".structure pre"); if (pre) return pre.textContent;
      await new Promise((d) => setTimeout(d, 50)); } return ""; })()`);
    expect(shown).toMatch(/^Jaga Netral \S+\nx \/home\n/);
    expect(shown).toMatch(/^post: 0$/m);
    expect(shown).toMatch(/data-testid="like"/);
    expect(shown).not.toMatch(/rahasia|akun|kalimat|https/i);
    expect(await popup.evaluate("window.copied ?? null")).toBeNull();
    await popup.clickOn(".structure .main");
    expect(
      await popup.evaluate(`(async () => { for (let i = 0; i < 60 && !window.copied; i++)
      await new Promise((d) => setTimeout(d, 50)); return window.copied; })()`),
    ).toBe(shown);
  } finally {
    await popup.close();
  }
});

const SITES = ["facebook", "x", "instagram", "tiktok", "youtube", "threads", "linkedin"] as const;
const saved = SITES.flatMap((site) => pagesOf(site).filter((page) => !page.handMade));

describe.skipIf(saved.length === 0)("the saved pages", () => {
  test("are recognised or have nothing to recognise, pages without posts included", {
    timeout: 300_000,
  }, async () => {
    for (const page of saved) {
      const text = await popupState({ ...page.source, scripts: [] });
      expect([page.name, UNRECOGNISED.test(text)]).toEqual([page.name, false]);
    }
  });
});
