/** Adapters add the parent post to comments and drafts, which changes their assessment. */
import { describe, expect, it } from "vitest";
import type { Surface } from "../../../src/domain/assessment.ts";
import { createAssessor } from "../../../src/engine/detection/assess.ts";
import { contentKey } from "../../../src/guard/decision/assessment-cache.ts";
import { RUNNING, shippedEngine } from "../engine/detection/shipped.ts";
import { BARE, CAMPAIGN, draftOf, ENTER, NEUTRAL, open, turn } from "./opened-page.ts";
import { hasShared } from "./page.ts";

const assess = createAssessor(shippedEngine());
const levelOf = (surface: Surface) => assess(surface, { date: RUNNING }).level;
const label = (root: ParentNode, word: string) => root.querySelector(`[aria-label="${word}"]`)!;

describe("a bare comment under a campaign's post", () => {
  it.each([
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ])("is assessed with its post on Facebook, liked or written (%s)", (name, marked) => {
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
  ])("is assessed with its post on X's page of a status (%s)", async (name, marked) => {
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
    /* A post below a heading is no reply. */
    answer!
      .closest("[data-testid=cellInnerDiv]")!
      .insertAdjacentHTML("beforebegin", `<div data-testid="cellInnerDiv"><h2>Temukan lainnya</h2></div>`);
    await turn();
    expect(site.readPost(answer!).parent).toBeUndefined();
  });

  it("is assessed with another post once the site reuses its node there", async () => {
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
  ])("is assessed with its post on YouTube, liked or written (%s)", (name, marked) => {
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
  ])("is assessed with its post on TikTok, liked or written (%s)", (name, marked) => {
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

describe("the parent on a permalink", () => {
  it.skipIf(!hasShared)(
    "is the video that the address names where TikTok shows a list beside the comments",
    () => {
      const { site, doc } = open(
        "tiktok",
        "tiktok_video_comments_en_2025-11",
        "https://www.tiktok.com/@peleluwoleneyurun/video/7500000000000000011",
      );
      expect(site.posts()).toHaveLength(2);
      const [answer, editor] = doc.querySelectorAll('[data-e2e="comment-input"] [contenteditable="true"]');
      answer!.textContent = BARE;
      expect(draftOf(site.key(ENTER, answer!)).parent).toMatchObject({ kind: "comment" });
      editor!.textContent = BARE;
      const draft = draftOf(site.key(ENTER, editor!));
      expect(draft.parent).toMatchObject({ kind: "post", author: { handle: "peleluwoleneyurun" } });
      Object.defineProperty(doc, "location", {
        value: new URL("https://www.tiktok.com/@orang_lain/video/1"),
        configurable: true,
      });
      expect(site.key(ENTER, editor!)).toMatchObject({ surfaces: [{ kind: "composer" }] });
    },
  );

  it.skipIf(!hasShared).each([
    ["x", "x_post_detail_en_2025-12", "https://x.com/akun/status/1", "2020-01-30"],
    ["instagram", "ig_post2_en_2026-03_loggedin", "https://www.instagram.com/p/abc/", "2025-10-02"],
    [
      "reddit",
      "reddit_post_comments_en_2025-11",
      "https://www.reddit.com/r/diweneyo/comments/7/x/",
      "2025-11-04",
    ],
    [
      "threads",
      "threads_profile_org_en_2026-02_loggedout",
      "https://www.threads.com/@akun_0001",
      "2026-02-15",
    ],
  ] as const)("and a saved page of %s tell the day", (id, file, url, day) => {
    const { site } = open(id, file, url);
    const near = [-1, 0, 1].map((off) =>
      new Date(Date.parse(day) + off * 86_400_000).toISOString().slice(0, 10),
    );
    expect(near).toContain(site.readPost(site.posts()[0]!).postedAt);
  });

  it("is the post above on Threads, for posts below the one in the address", () => {
    const { site } = open("threads", "hand_th_profile_id", "https://www.threads.com/@akun_0002/post/Abc2");
    const parents = site.posts().map((post) => site.readPost(post).parent?.author?.handle);
    expect(parents.slice(0, 3)).toEqual([undefined, "akun_0001", "akun_0002"]);
  });

  it.skipIf(!hasShared)("is the main post on Bluesky, even if nobody liked it yet", async () => {
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

  it("is added to drafts on Instagram, LinkedIn and Reddit, where comments are sent below their post", () => {
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
