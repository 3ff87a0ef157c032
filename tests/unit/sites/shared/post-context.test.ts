/** Adapters add the page and the day to posts. */
import { describe, expect, it } from "vitest";
import { contentKey } from "../../../../src/guard/decision/assessment-cache.ts";
import type { Site } from "../../../../src/sites/adapter.ts";
import { pageOf } from "../../../../src/sites/shared/post-context.ts";
import { localDay } from "../../../../src/sites/shared/post-day.ts";
import { telegram } from "../../../../src/sites/telegram/adapter.ts";
import { whatsapp } from "../../../../src/sites/whatsapp/adapter.ts";
import { BARE, CAMPAIGN, draftOf, ENTER, open, turn } from "../opened-page.ts";
import { documentOf, pageFile } from "../page.ts";

describe("the day of an instant", () => {
  const now = Date.parse("2026-11-29T12:00:00Z");
  const local = (text: string) => {
    const at = new Date(text);
    const two = (part: number) => String(part).padStart(2, "0");
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  };

  it("is the local day, whatever the time zone in the markup", () => {
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
  ])("is undefined for %j, because it is ambiguous, invalid or in the future", (text) =>
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
    /* The same node and text at another instant. */
    time.setAttribute("datetime", "2025-10-04T12:00:00.000Z");
    await turn();
    const second = site.readPost(post);
    expect(second.postedAt).toBe("2025-10-04");
    expect(contentKey(second)).not.toBe(contentKey(first));
    time.setAttribute("datetime", "2 Okt");
    await turn();
    expect(site.readPost(post).postedAt).toBeUndefined();
  });

  it("is that of Reddit's attribute, and of a comment's own time", () => {
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

  it("is that of YouTube's head only if the head belongs to the video shown", () => {
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

describe("the page of a post", () => {
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

  it("is a channel on YouTube if its heading is shown", () => {
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

  it("changes after the site shows another group in the same nodes", async () => {
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

  it("is an account, a group or an event, never the heading of a listing", () => {
    expect(
      pageOf({ site: "facebook", kind: "profile", author: { name: "Video" }, text: "" }),
    ).toBeUndefined();
  });

  it("of a chat is its name, and only if it is a group or channel", () => {
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
