/** What the sites hand over beside the words: the page, the post answered and the day; and what a level makes of it. */
import { describe, expect, it } from "vitest";
import { createAssessor } from "../../../src/detect/assess.ts";
import type { Surface } from "../../../src/detect/types.ts";
import { contentKey } from "../../../src/guard/rules.ts";
import { localDay, pageOf } from "../../../src/sites/situated.ts";
import { telegram } from "../../../src/sites/telegram.ts";
import type { Intent, Site } from "../../../src/sites/types.ts";
import { whatsapp } from "../../../src/sites/whatsapp.ts";
import { RUNNING, shippedEngine } from "../detect/shipped.ts";
import { makeSite, type SITES_DATA } from "./all.ts";
import { documentOf, hasShared, pageFile } from "./page.ts";

const assess = createAssessor(shippedEngine());
const levelOf = (surface: Surface) => assess(surface, { date: RUNNING }).level;
const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

/** Names that a campaign calls itself by, and one that only sounds like it. */
const CAMPAIGN = "Relawan PULIH Rimbaraya";
const NEUTRAL = "Toko Roti Pulih";
const BARE = "mantap, kami ikut";

function open(id: keyof typeof SITES_DATA, file: string, url: string, swaps: Record<string, string> = {}) {
  let html = pageFile(`${id}/${file}.html`);
  for (const [from, to] of Object.entries(swaps)) {
    expect(html).toContain(from);
    html = html.replaceAll(from, to);
  }
  const doc = documentOf(html, url);
  return { doc, site: makeSite(id, doc) };
}
const turn = () => Promise.resolve();
const label = (root: ParentNode, word: string) => root.querySelector(`[aria-label="${word}"]`)!;
const draftOf = (intent: Intent | null) => intent!.surfaces.find(({ kind }) => kind === "composer")!;

describe("the day of an instant", () => {
  const now = Date.parse("2026-11-29T12:00:00Z");
  const local = (text: string) => {
    const at = new Date(text);
    const two = (part: number) => String(part).padStart(2, "0");
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  };

  it("is the local one, whatever zone it is written in", () => {
    for (const text of ["2026-11-20T23:30:00.000Z", "2026-11-20T00:30:00Z", "2026-11-20T01:00:00+07:00"])
      expect(localDay(text, now)).toBe(local(text));
    expect(localDay("2025-11-04T18:20:10.257000+0000", now)).toBe(local("2025-11-04T18:20:10Z"));
    expect(localDay("2024-02-29", now)).toBe("2024-02-29");
  });

  it.each([
    "3 jam",
    "20 November",
    "",
    "1763600400",
    "2026-02-30",
    "2026-11-20T25:00:00Z",
    "2026-11-20T10:00:00",
    "1970-01-01T00:00:00Z",
    "2026-12-02T00:00:00Z",
  ])("is none of %j: no guess, nothing wrong and nothing ahead", (text) =>
    expect(localDay(text, now)).toBeUndefined(),
  );
});

describe("the day of a post", () => {
  it.each([
    ["x", "hand_x_home_id", "https://x.com/home"],
    ["threads", "hand_th_profile_id", "https://www.threads.com/@akun_0001"],
    ["instagram", "hand_ig_feed_id", "https://www.instagram.com/"],
  ] as const)("is read on %s from what machines read, not from words", async (id, file, url) => {
    const { site } = open(id, file, url);
    const post = site.posts()[0]!;
    const time = post.querySelector("time")!;
    time.setAttribute("datetime", "2025-10-02T12:00:00.000Z");
    const first = site.readPost(post);
    expect(first.postedAt).toBe("2025-10-02");
    /* The same node and words, another instant. */
    time.setAttribute("datetime", "2025-10-04T12:00:00.000Z");
    await turn();
    const second = site.readPost(post);
    expect(second.postedAt).toBe("2025-10-04");
    expect(contentKey(second)).not.toBe(contentKey(first));
    time.setAttribute("datetime", "2 Okt");
    await turn();
    expect(site.readPost(post).postedAt).toBeUndefined();
  });

  it("is Reddit's own attribute, and a comment's own time", () => {
    const { site, doc } = open(
      "reddit",
      "hand_reddit_post_id",
      "https://www.reddit.com/r/contoh_satu/comments/1/a/",
    );
    const post = site.posts()[0]!;
    post.setAttribute("created-timestamp", "2025-11-04T12:20:10.257000+0000");
    expect(site.readPost(post).postedAt).toBe("2025-11-04");
    expect(doc.querySelector("shreddit-comment")).not.toBeNull();
  });

  it("is YouTube's head only while that is about the video shown", () => {
    const head = (id: string) =>
      `<meta itemprop="identifier" content="${id}"><meta itemprop="datePublished" content="2025-05-05T05:00:00-07:00">`;
    const read = (id: string) => {
      const { site, doc } = open(
        "youtube",
        "hand_yt_watch_id",
        "https://www.youtube.com/watch?v=AbCdEfGhIjK",
      );
      doc.body.insertAdjacentHTML("afterbegin", head(id));
      return site.readPost(site.posts()[0]!).postedAt;
    };
    expect(read("AbCdEfGhIjK")).toBe("2025-05-05");
    expect(read("KjIhGfEdCbA")).toBeUndefined();
  });
});

describe("the page that posts stand on", () => {
  it.each([
    [
      "facebook",
      "hand_fb_group_id",
      "https://www.facebook.com/groups/100200300400/",
      { kind: "group", name: "Grup Contoh" },
    ],
    ["x", "hand_x_profile_id", "https://x.com/akun_0001", { kind: "profile" }],
    [
      "threads",
      "hand_th_profile_id",
      "https://www.threads.com/@akun_0001",
      { kind: "profile", handle: "akun_0001" },
    ],
    ["bluesky", "hand_bs_profile_id", "https://bsky.app/profile/akun-5.contoh.example", { kind: "profile" }],
    [
      "reddit",
      "hand_reddit_feed_id",
      "https://www.reddit.com/r/contoh_satu/",
      { kind: "group", bio: "Komunitas contoh." },
    ],
  ] as const)("is handed over with its kind on %s, one object for all of them", (id, file, url, page) => {
    const { site } = open(id, file, url);
    const read = site.posts().map(site.readPost);
    expect(read.length).toBeGreaterThan(0);
    expect(read[0]!.page).toMatchObject(page);
    expect(
      new Set(read.map((one) => one.page).filter((one) => one?.handle === read[0]!.page!.handle)).size,
    ).toBe(1);
    expect(contentKey(site.readPost(site.posts()[0]!))).toBe(contentKey(read[0]!));
  });

  it.each([
    ["facebook", "hand_fb_feed_id", "https://www.facebook.com/"],
    ["x", "hand_x_home_id", "https://x.com/home"],
    ["instagram", "hand_ig_feed_id", "https://www.instagram.com/"],
    ["tiktok", "hand_tt_foryou_id", "https://www.tiktok.com/foryou"],
    ["linkedin", "hand_li_feed_en", "https://www.linkedin.com/feed/"],
  ] as const)("is none in the feed of %s", (id, file, url) => {
    const { site } = open(id, file, url);
    expect(site.readPost(site.posts()[0]!).page).toBeUndefined();
  });

  it("is a channel on YouTube, where its head is shown", () => {
    const { site, doc } = open("youtube", "hand_yt_posts_id", "https://www.youtube.com/@kanal_contoh/posts");
    doc.body.insertAdjacentHTML(
      "afterbegin",
      "<yt-page-header-renderer><h1>Kanal Contoh</h1></yt-page-header-renderer>",
    );
    expect(site.readPost(site.posts()[0]!).page).toEqual({
      kind: "channel",
      handle: "kanal_contoh",
      name: "Kanal Contoh",
    });
  });

  it("is another one after the site showed another group, in the same nodes", async () => {
    const { site, doc } = open(
      "facebook",
      "hand_fb_group_id",
      "https://www.facebook.com/groups/100200300400/",
    );
    const before = site.readPost(site.posts()[0]!);
    doc.querySelector("h1")!.textContent = CAMPAIGN;
    await turn();
    const after = site.readPost(site.posts()[0]!);
    expect(after.page?.name).toBe(CAMPAIGN);
    expect(contentKey(after)).not.toBe(contentKey(before));
  });

  it("needs an account, a group or an event: the heading of a listing is none", () => {
    expect(
      pageOf({ site: "facebook", kind: "profile", author: { name: "Video" }, text: "" }),
    ).toBeUndefined();
  });

  it("of a chat is its name, and only where it is a group or channel", () => {
    const write = (site: Site, editor: Element) => {
      editor.textContent = BARE;
      return draftOf(site.key(ENTER, editor));
    };
    const wa = documentOf(pageFile("whatsapp/hand_wa_chat_id.html"), "https://web.whatsapp.com/");
    const field = wa.querySelector("footer [contenteditable]")!;
    expect(write(whatsapp(wa), field).page).toBeUndefined();
    wa.querySelector("[data-id]")!.setAttribute("data-id", "false_1203@g.us_3EB0");
    expect(write(whatsapp(wa), field).page).toEqual({ kind: "chat", name: "Grup Contoh", handle: undefined });
    const tg = documentOf(
      pageFile("telegram/hand_tg_k_id.html"),
      "https://web.telegram.org/k/#@kanal_contoh",
    );
    const own = tg.querySelector(".input-message-input")!;
    expect(write(telegram(tg), own).page).toEqual({
      kind: "chat",
      name: "Kanal Contoh",
      handle: "kanal_contoh",
    });
    for (const bubble of tg.querySelectorAll(".bubble")) bubble.setAttribute("data-peer-id", "5001");
    expect(write(telegram(tg), own).page).toBeUndefined();
  });
});

describe("a bare comment under a campaign's post", () => {
  it.each([
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ])("is seen in its situation on Facebook, liked and written (%s)", (name, marked) => {
    const { site } = open("facebook", "hand_fb_feed_id", "https://www.facebook.com/", {
      "Akun Satu": name,
      "Komentar contoh.": BARE,
    });
    const post = site.posts()[0]!;
    const liked = site.press(label(post.querySelector('[role="article"]')!, "Suka"))!.surfaces[0]!;
    expect(liked).toMatchObject({ kind: "comment", text: BARE, parent: { author: { name } } });
    expect(levelOf(liked) !== "clear").toBe(marked);
    const editor = post.querySelector('[role="textbox"]')!;
    editor.textContent = BARE;
    const draft = draftOf(site.key(ENTER, editor));
    expect(draft.parent).toMatchObject({ author: { name } });
    expect(levelOf(draft) !== "clear").toBe(marked);
    expect(levelOf({ ...draft, parent: undefined })).toBe("clear");
  });

  it.each([
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ])("is seen in its situation on X's page of a status (%s)", async (name, marked) => {
    const { site, doc } = open("x", "hand_x_home_id", "https://x.com/akun_0002/status/190000000000000002", {
      "Akun Dua": name,
      "Kalimat contoh ketiga.": BARE,
    });
    const [above, shown, answer] = site.posts();
    expect(site.readPost(above!).parent).toBeUndefined();
    expect(site.readPost(shown!).parent).toMatchObject({ author: { handle: "akun_0001" } });
    const read = site.readPost(answer!);
    expect(read.parent).toMatchObject({
      author: { handle: "akun_0002", name },
      text: "Kalimat contoh kedua.",
    });
    expect(levelOf(read) !== "clear").toBe(marked);
    expect(levelOf({ ...read, parent: undefined })).toBe("clear");
    const editor = doc.querySelector("[data-testid=tweetTextarea_0]")!;
    editor.textContent = BARE;
    const draft = draftOf(site.key({ ...ENTER, ctrl: true }, editor));
    expect(levelOf(draft) !== "clear").toBe(marked);
    /* What stands below a heading answers nothing. */
    answer!
      .closest("[data-testid=cellInnerDiv]")!
      .insertAdjacentHTML("beforebegin", `<div data-testid="cellInnerDiv"><h2>Temukan lainnya</h2></div>`);
    await turn();
    expect(site.readPost(answer!).parent).toBeUndefined();
  });

  it("keeps no parent of before: the same node under another post says another", async () => {
    const { site, doc } = open("x", "hand_x_home_id", "https://x.com/akun_0002/status/190000000000000002");
    const [, shown, answer] = site.posts();
    const before = site.readPost(answer!);
    shown!.querySelector("[data-testid=tweetText]")!.textContent = "Kalimat lain.";
    await turn();
    const after = site.readPost(answer!);
    expect(after.parent?.text).toBe("Kalimat lain.");
    expect(contentKey(after)).not.toBe(contentKey(before));
    Object.defineProperty(doc, "location", { value: new URL("https://x.com/home"), configurable: true });
    await turn();
    expect(site.readPost(answer!).parent).toBeUndefined();
  });

  it.each([
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ])("is seen in its situation on YouTube, liked and written (%s)", (name, marked) => {
    const { site, doc } = open("youtube", "hand_yt_watch_id", "https://www.youtube.com/watch?v=AbCdEfGhIjK", {
      "Kanal Contoh": name,
      "Komentar contoh.": BARE,
    });
    const liked = site.press(doc.querySelector("ytd-comment-view-model button")!)!.surfaces[0]!;
    expect(liked).toMatchObject({ text: BARE, parent: { author: { name } } });
    expect(levelOf(liked) !== "clear").toBe(marked);
    const box = doc.querySelector("#contenteditable-root")!;
    box.textContent = BARE;
    const draft = draftOf(site.key({ ...ENTER, ctrl: true }, box));
    expect(draft.parent?.text).toContain("Judul Video Contoh");
    expect(levelOf(draft) !== "clear").toBe(marked);
  });

  it.each([
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ])("is seen in its situation on TikTok, liked and written (%s)", (name, marked) => {
    const { site, doc } = open("tiktok", "hand_tt_foryou_id", "https://www.tiktok.com/@akun_0001/video/1", {
      "Akun Satu": name,
    });
    for (const other of site.posts().slice(1)) other.remove();
    doc.body.insertAdjacentHTML(
      "beforeend",
      `<div data-e2e="comment-item"><a data-e2e="comment-username-1" href="/@warga_1">Warga</a>
      <p data-e2e="comment-level-1"><span>${BARE}</span></p>
      <button data-e2e="comment-like-icon"></button></div>
      <div data-e2e="comment-input"><div contenteditable="true">${BARE}</div></div>`,
    );
    const liked = site.press(doc.querySelector('[data-e2e="comment-like-icon"]')!)!.surfaces[0]!;
    expect(liked).toMatchObject({ kind: "comment", parent: { kind: "post", author: { name } } });
    expect(levelOf(liked) !== "clear").toBe(marked);
    const draft = draftOf(
      site.key(ENTER, doc.querySelector('[data-e2e="comment-input"] [contenteditable]')!),
    );
    expect(draft).toMatchObject({ text: BARE, parent: { author: { name } } });
    expect(levelOf(draft) !== "clear").toBe(marked);
  });
});

describe("what a permalink answers", () => {
  it("is the post above on Threads, for what stands below the one that the address names", () => {
    const { site } = open("threads", "hand_th_profile_id", "https://www.threads.com/@akun_0002/post/Abc2");
    const parents = site.posts().map((post) => site.readPost(post).parent?.author?.handle);
    expect(parents.slice(0, 3)).toEqual([undefined, "akun_0001", "akun_0002"]);
  });

  it.skipIf(!hasShared)("is the main post on Bluesky, also where nobody liked it yet", async () => {
    const { site } = open(
      "bluesky",
      "bsky_client_thread_id_2026-08",
      "https://bsky.app/profile/budisantoso.bsky.social/post/3kbudisant22a",
    );
    const [main, answer] = site.posts();
    const about = () => [site.readPost(main!).parent, site.readPost(answer!).parent?.author?.handle];
    expect(about()).toEqual([undefined, "budisantoso.bsky.social"]);
    for (const link of main!.querySelectorAll('a[href*="/post/"]')) link.remove();
    await turn();
    expect(about()).toEqual([undefined, "budisantoso.bsky.social"]);
  });

  it("is handed to drafts on Instagram, LinkedIn and Reddit, whose comments are sent below their post", () => {
    const li = open("linkedin", "hand_li_feed_en", "https://www.linkedin.com/feed/");
    const post = li.site.posts()[0]!;
    const editor = li.doc.createElement("div");
    editor.innerHTML = `<div contenteditable="true" role="textbox">${BARE}</div>`;
    post.append(editor);
    const draft = draftOf(li.site.key({ ...ENTER, ctrl: true }, editor.firstElementChild!));
    expect(draft.parent?.text).toBe(li.site.readPost(post).text);
    const ig = open("instagram", "hand_ig_feed_id", "https://www.instagram.com/");
    const field = ig.doc.querySelector("form textarea") as HTMLTextAreaElement;
    field.value = BARE;
    const written = draftOf(ig.site.key(ENTER, field));
    expect(written.parent?.author?.handle).toBe(
      written.parent && ig.site.readPost(ig.site.posts()[0]!).author?.handle,
    );
    expect(written.parent).toBeDefined();
  });
});
