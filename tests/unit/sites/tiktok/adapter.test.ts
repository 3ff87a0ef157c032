import { describe, expect, it } from "vitest";
import { tiktok } from "../../../../src/sites/tiktok/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const open = (file = "tiktok/hand_tt_foryou_id.html", at = "https://www.tiktok.com/foryou") => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: tiktok(doc) };
};
const at = (root: ParentNode, name: string) => root.querySelector(`[data-e2e="${name}"]`)!;
const enter = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

describe("TikTok, hand-made For You feed", () => {
  it("reads author, nickname and text with hashtag of every video", () => {
    const { site } = open();
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author?.handle)).toEqual(["akun_0001", "akun_0002", "akun_0003"]);
    expect(read[0]).toMatchObject({
      author: { name: "Akun Satu" },
      text: "Keterangan video contoh satu #contoh",
    });
    for (const post of read) expect(post.text).toContain("#contoh");
  });

  it("takes a like for an action, but not an undo or the opening of comments and share menu", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const like = at(post, "like-icon");
    expect(site.press(like)).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0001" } }],
    });
    for (const name of ["comment-icon", "share-icon", "favorite-icon"])
      expect(site.press(at(post, name)), name).toBeNull();
    like.closest("button")!.setAttribute("aria-pressed", "true");
    expect(site.press(like)).toBeNull();
    expect(site.doubleTap!(post.querySelector("video")!)).toBeNull();
  });

  it("takes a double click on the player for a like of that video, but not one on text", () => {
    const { site } = open();
    const post = site.posts()[1]!;
    expect(site.doubleTap!(post.querySelector("video")!)).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
    expect(site.doubleTap!(post.querySelector("section")!)).toBeNull();
    expect(site.doubleTap!(at(post, "video-author-avatar"))).toBeNull();
  });

  it("takes the key L for a like of the focused video, except in an editor", () => {
    const { site, doc } = open();
    const l = { ...enter, key: "l" };
    expect(site.key(l, at(site.posts()[2]!, "share-icon"))).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0003" } }],
    });
    const box = doc.createElement("div");
    box.setAttribute("contenteditable", "true");
    site.posts()[0]!.append(box);
    expect(site.key(l, box)).toBeNull();
    expect(site.key({ ...l, ctrl: true }, site.posts()[0]!)).toBeNull();
  });

  it("follows the author of the video, and never holds unfollowing", () => {
    const { site } = open();
    const follow = at(site.posts()[0]!, "feed-follow");
    expect(site.press(follow)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { handle: "akun_0001" } }],
    });
    follow.setAttribute("aria-label", "Mengikuti");
    follow.textContent = "Mengikuti";
    expect(site.press(follow)).toBeNull();
  });

  it("takes items of the share menu for actions on the video that opened it, except copying the link", () => {
    const { site, doc } = open();
    site.remember(at(site.posts()[1]!, "share-icon"), "hover");
    const menu = doc.createElement("div");
    menu.innerHTML =
      '<div role="button" data-e2e="share-repost">Posting ulang</div><a data-e2e="video-share-whatsapp">WhatsApp</a><a data-e2e="video-share-copy">Salin</a>';
    doc.body.append(menu);
    expect(site.press(at(menu, "share-repost"))).toMatchObject({
      action: "repost",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
    expect(site.press(at(menu, "video-share-whatsapp"))?.action).toBe("share");
    expect(site.press(at(menu, "video-share-copy"))).toBeNull();
    at(menu, "share-repost").textContent = "Hapus posting ulang";
    expect(site.press(at(menu, "share-repost"))).toBeNull();
  });

  it("takes Enter in the chat of a broadcast for a comment on it", () => {
    const { doc, site } = open("tiktok/hand_tt_foryou_id.html", "https://www.tiktok.com/@tim_a/live");
    doc.body.innerHTML = '<div contenteditable="plaintext-only"></div>';
    const box = doc.body.firstElementChild!;
    box.setAttribute("contenteditable", "true");
    expect(site.key(enter, box)).toBeNull();
    box.textContent = "Gas";
    expect(site.key(enter, box)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "live", author: { handle: "tim_a" } }, { text: "Gas" }],
    });
  });
});

describe("TikTok, a broadcast's chat", () => {
  it("takes Enter for a comment on the broadcast, and no letter written there for a shortcut", () => {
    const doc = documentOf(pageFile("tiktok/hand_tt_live_id.html"), "https://www.tiktok.com/@tim_dua/live");
    const site = tiktok(doc);
    const box = doc.querySelector("[contenteditable]")!;
    box.textContent = "Semangat";
    expect(site.key(enter, box)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "live", author: { handle: "tim_dua" } }, { text: "Semangat" }],
    });
    expect(site.key({ ...enter, key: "l" }, box)).toBeNull();
  });
});

describe("TikTok, own videos", () => {
  it("publishes a post with its draft, and nothing without a draft", () => {
    const doc = documentOf(
      pageFile("tiktok/hand_tt_upload_id.html"),
      "https://www.tiktok.com/tiktokstudio/upload",
    );
    const site = tiktok(doc);
    const post = doc.querySelector("[data-e2e] div")!;
    expect(site.press(post)).toBeNull();
    doc.querySelector("[contenteditable]")!.textContent = "Selamat pagi";
    expect(site.press(post)).toMatchObject({ action: "publish", surfaces: [{ text: "Selamat pagi" }] });
  });
});

describe.skipIf(!hasShared)("TikTok, saved pages", () => {
  it("reads a profile, whose grid contains no post", () => {
    const { site } = open("tiktok/tt_profile_en_2026-04_loggedout.html", "https://www.tiktok.com/@akun_0001");
    expect(site.page()).toMatchObject({ kind: "profile", author: { handle: "akun_0001", name: "Akun Dua" } });
    expect(site.page()?.author?.bio).toContain("arcu Massa Arcu");
    expect(site.posts()).toEqual([]);
  });
});
