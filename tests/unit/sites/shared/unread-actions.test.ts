/** Which pages count as unrecognised: readable pages, pages without posts, and pages whose markup changed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { routeKindOf } from "../../../../src/sites/shared/routes.ts";
import {
  actionSelector,
  hasUnreadActions,
  isUnreadAction,
} from "../../../../src/sites/shared/unread-actions.ts";
import { standInOf } from "../../../browser/lib/stand-in.ts";
import { type Guarded, makeSite, SITES_DATA } from "../all.ts";
import { documentOf, hasShared, pageFile, SHARED } from "../page.ts";

const OWN = path.resolve(import.meta.dirname, "../../../browser/pages");

interface Page {
  site: Guarded;
  file: string;
  url: string;
}

/** Addresses of the saved pages by "site/file", as their manifest says: not every page has slots. */
const MANIFEST = path.join(SHARED, "pages", "MANIFEST.csv");
const ADDRESSES = new Map<string, string>(
  [
    ...(existsSync(MANIFEST) ? readFileSync(MANIFEST, "utf8") : "").matchAll(/^"(.+?)","(.+?)","(.+?)"/gm),
  ].map(([, site, file, url]) => [`${site}/${file}`, url!] as [string, string]),
);

const addressOf = (file: string): string => {
  const listed = ADDRESSES.get(file);
  if (listed) return listed;
  const slots = standInOf(pageFile(file))?.slots ?? JSON.parse(pageFile(file.replace(/html$/, "slots.json")));
  return (slots as { url: string }).url;
};

/** All available pages, including saved ones if their folder exists. */
function pages(): Page[] {
  const of = (folder: string) =>
    (Object.keys(SITES_DATA) as Guarded[]).flatMap((site) => {
      const dir = path.join(folder, site);
      let files: string[] = [];
      try {
        files = readdirSync(dir).filter((file) => file.endsWith(".html") && !file.includes("live_chat"));
      } catch {
        /* no saved page of this site */
      }
      return files.map((file) => ({ site, file: `${site}/${file}`, url: addressOf(`${site}/${file}`) }));
    });
  const own = of(OWN);
  const saved = hasShared ? of(path.join(SHARED, "pages")) : [];
  return [...own, ...saved.filter(({ file }) => !own.some((one) => one.file === file))];
}

function open({ site, file, url }: Page, change: (html: string) => string = (html) => html) {
  const doc = documentOf(change(pageFile(file)), url);
  /* The site builds its action bars in shadow roots, which a page's HTML does not contain. */
  for (const post of doc.querySelectorAll("shreddit-post,gone-post"))
    post.attachShadow({ mode: "open" }).innerHTML =
      "<div><button upvote><svg></svg></button><button downvote><svg></svg></button></div>";
  return { doc, site: makeSite(site, doc), actions: actionSelector(SITES_DATA[site]) };
}

function run<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The extension's report about the page. */
function isUnread(page: Page, change?: (html: string) => string): boolean {
  const { doc, site, actions } = open(page, change);
  const place = routeKindOf(site.places, doc.location.pathname);
  const isRead = site.posts().some((post) => {
    const { author, text } = site.readPost(post);
    return !!(author?.handle || author?.name || author?.id || text);
  });
  return (
    place !== null &&
    !isRead &&
    run(hasUnreadActions(doc, place, actions, site.page() !== null, site.roots?.()))
  );
}

describe("every available page", () => {
  it.each(pages())("of the file $file is recognised, or has nothing to read", (page) => {
    expect(isUnread(page)).toBe(false);
  });
});

/** Renames the attribute that marks posts, so that the adapter finds none. */
const LOST: Partial<Record<Guarded, (html: string) => string>> = {
  facebook: (html) =>
    html.replace(/aria-posinset|data-pagelet="FeedUnit|data-ft|data-tracking-duration-id/g, "data-gone"),
  x: (html) => html.replaceAll('data-testid="tweet"', 'data-testid="gone"'),
  instagram: (html) =>
    html
      .replace(/<article/g, "<section")
      .replace(/svg([^>]*)height="24"/g, 'svg$1height="26"')
      .replace(/height="24"([^>]*aria-label)/g, 'height="26"$1'),
  tiktok: (html) =>
    html.replace(
      /(browse-username|video-author|browse-video-desc|video-desc|new-desc|recommend-list-item-container)/g,
      "gone",
    ),
  youtube: (html) =>
    html.replace(/ytd-watch-metadata/g, "ytd-gone").replace(/ytd-reel-video-renderer/g, "ytd-gone"),
  threads: (html) => html.replaceAll("data-pressable-container", "data-gone"),
  linkedin: (html) => html.replace(/data-testid="mainFeed"|FeedType_|urn:li:/g, "gone"),
  reddit: (html) => html.replaceAll("shreddit-post", "gone-post").replaceAll('class="thing', 'class="gone'),
};

/** The same from the site's data, if an attribute with a value marks a post. */
function lose(site: Guarded): (html: string) => string {
  const marks = SITES_DATA[site].selectors.post!.flatMap((selector) => [
    ...selector.matchAll(/\[([\w-]+)[~|^$*]?="([^"]+)"/g),
  ]);
  return (html) =>
    marks.reduce((now, [, name, value]) => now.replaceAll(`${name}="${value}`, `${name}="gone`), html);
}
const lostOf = (site: Guarded) => LOST[site] ?? lose(site);

describe("a page whose posts the adapter no longer finds", () => {
  const feeds = pages().filter((page) => {
    const { doc, site } = open(page);
    return routeKindOf(site.places, doc.location.pathname) && site.posts().length > 0;
  });
  it("exists for most sites", () => {
    expect(new Set(feeds.map(({ site }) => site)).size).toBeGreaterThanOrEqual(6);
  });
  it.each(feeds)("counts as unrecognised ($file)", (page) => {
    const { site } = open(page, lostOf(page.site));
    expect(site.posts().filter((p) => site.readPost(p).author?.name || site.readPost(p).text)).toEqual([]);
    expect(isUnread(page, lostOf(page.site))).toBe(true);
  });
});

describe("a page whose posts the user or another add-on took away", () => {
  const feeds = pages().filter((page) => {
    const { doc, site } = open(page);
    return routeKindOf(site.places, doc.location.pathname) === "feed" && site.posts().length > 0;
  });
  it("exists for some sites", () => {
    expect(new Set(feeds.map(({ site }) => site)).size).toBeGreaterThanOrEqual(3);
  });
  it.each(feeds)("has nothing to read ($file)", (page) => {
    const { doc, site, actions } = open(page);
    for (const post of site.posts()) post.remove();
    expect(run(hasUnreadActions(doc, "feed", actions, site.page() !== null, site.roots?.()))).toBe(false);
  });
});

describe("the check by structure", () => {
  const page = { site: "x" as const, file: "x/hand_x_home_id.html", url: "https://x.com/home" };
  const strange = (html: string) =>
    html
      .replaceAll('data-testid="tweet"', 'data-testid="gone"')
      .replace(/data-testid="(like|retweet)"/g, 'data-testid="k"');

  it("recognises bars of the same shape although every selector changed", () => {
    expect(open(page, strange).doc.querySelector(actionSelector(SITES_DATA.x))).toBeNull();
    expect(isUnread(page, strange)).toBe(true);
  });
  it("never reports settings, messages and sign-in, whatever they show", () => {
    for (const at of ["settings/account", "messages", "i/flow/login", "notifications", "search"])
      expect(isUnread({ ...page, url: `https://x.com/${at}` }, strange)).toBe(false);
  });
  it("takes a page without posts and action bars for empty", () => {
    const empty = (html: string) =>
      strange(html).replace(/role="button"|<button|<\/button/g, (m) =>
        m.startsWith("<") ? m.replace("button", "span") : "",
      );
    expect(isUnread(page, empty)).toBe(false);
  });
  it("takes the head and the foot of a chat, whose bars are alike, for no posts", () => {
    const bar = "<button><svg></svg></button>".repeat(3);
    const unread = (html: string) =>
      run(hasUnreadActions(documentOf(`<body>${html}</body>`, "https://x.com/home"), "feed", "", false));
    expect(
      unread(`<section><div>${bar}</div><div><p>a</p><div><div>${bar}</div></div></div></section>`),
    ).toBe(false);
    expect(unread(`<section><div>${bar}</div><p>a</p><div>${bar}</div></section>`)).toBe(true);
  });
  it("takes a missing status page with a few buttons for empty", () => {
    const gone = documentOf(
      `<html><body><header role="banner"><nav><a href="/home">a</a></nav></header><main><div><span>…</span>
       <a href="/search" role="link"><button type="button"><svg></svg></button></a></div>
       <aside><button aria-label="Ikuti @a">x</button><button aria-label="Ikuti @b">y</button></aside></main></body></html>`,
      "https://x.com/akun/status/1",
    );
    expect(run(hasUnreadActions(gone, "item", actionSelector(SITES_DATA.x), false))).toBe(false);
  });
});

describe("a press", () => {
  const page = { site: "x" as const, file: "x/hand_x_home_id.html", url: "https://x.com/home" };
  it("on a like control counts as an unread action, but not one on a menu or a done action", () => {
    const { doc, actions } = open(page);
    const like = doc.querySelector("[data-testid=like]")!;
    expect(isUnreadAction(like, actions, false)).toBe(true);
    expect(isUnreadAction(doc.querySelector("[data-testid=caret]") ?? doc.body, actions, false)).toBe(false);
    like.setAttribute("aria-pressed", "true");
    expect(isUnreadAction(like, actions, false)).toBe(false);
  });
  it("in a bar of several controls counts as an unread action if nothing on the page is recognised", () => {
    const { doc } = open(page);
    const reply = doc.querySelector("[data-testid=reply]")!;
    expect(isUnreadAction(reply, "", true)).toBe(true);
    expect(isUnreadAction(reply, "", false)).toBe(false);
  });
});

it("paths", () => {
  const cases: [Guarded, string, string | null][] = [
    ["reddit", "/", "feed"],
    ["reddit", "/r/contoh/", "feed"],
    ["reddit", "/r/contoh/new/", "feed"],
    ["reddit", "/r/contoh/comments/1a/judul/", "item"],
    ["reddit", "/user/akun/", "profile"],
    ["reddit", "/r/contoh/submit", null],
    ["reddit", "/settings", null],
    ["facebook", "/", "feed"],
    ["facebook", "/akun.satu", "profile"],
    ["facebook", "/login.php", null],
    ["facebook", "/settings/", null],
    ["facebook", "/messages/t/1", null],
    ["facebook", "/groups/100/posts/200/", "item"],
    ["x", "/akun_0001", "profile"],
    ["x", "/i", null],
    ["x", "/index_id", "profile"],
    ["x", "/akun/status/123/photo/1", "item"],
    ["x", "/settings", null],
    ["instagram", "/direct/inbox/", null],
    ["instagram", "/p/ABC/", "item"],
    ["tiktok", "/@akun/video/1", "item"],
    ["tiktok", "/@akun", null],
    ["youtube", "/", null],
    ["youtube", "/watch", "item"],
    ["threads", "/@akun/post/ABC", "item"],
    ["linkedin", "/feed/", "feed"],
    ["linkedin", "/messaging/thread/1", null],
    ["bluesky", "/profile/a.bsky.social/post/1", "item"],
  ];
  for (const [site, at, place] of cases) {
    const { places } = makeSite(site, documentOf("<html><body></body></html>", `https://${site}.com${at}`));
    expect([site, at, routeKindOf(places, at)]).toEqual([site, at, place]);
  }
});
