/** Comments and lists of accounts on TikTok, in documents made after the structure of its pages of 2025. */
import { describe, expect, it } from "vitest";
import { tiktok } from "../../../../src/sites/tiktok/adapter.ts";
import { documentOf } from "../page.ts";

const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

const heart = (liked = false) =>
  `<div role="button" tabindex="0" aria-pressed="${liked}" aria-label="Like video\n4 likes"><svg></svg><span>4</span></div>`;
const comment = (handle: string, words: string, level = 1, liked = false) =>
  `<div class="item"><div><a href="/@${handle}"><img></a></div><div><div><div data-e2e="comment-username-${level}"><a href="/@${handle}"><p>Nama ${handle}</p></a><p></p></div></div><div data-e2e="comment-level-${level}"><span>${words}</span></div><div><span role="button" data-e2e="comment-reply-${level}">Balas</span>${heart(liked)}</div></div></div>`;
const box = (draft: string, name: string) =>
  `<div class="${name}"><div><div data-e2e="comment-input"><div contenteditable="true">${draft}</div></div><button data-e2e="comment-post">Post</button></div></div>`;
const VIDEO =
  '<article data-e2e="recommend-list-item-container"><a data-e2e="video-author-avatar" href="/@pemilik"><img></a><div><a href="/@pemilik">Pemilik Video</a></div><div data-e2e="video-desc">Video contoh</div><button aria-pressed="false"><span data-e2e="like-icon"><svg></svg></span></button></article>';

function open(html: string, at = "https://www.tiktok.com/@pemilik/video/1") {
  const doc = documentOf(`<!doctype html><body>${html}</body>`, at);
  return { doc, site: tiktok(doc), one: (selector: string) => doc.querySelector(selector)! };
}
const list = (...comments: string[]) =>
  `<div><div><div class="list">${comments.map((one) => `<div class="object">${one}</div>`).join("")}</div><div></div></div></div>`;

describe("TikTok, comments", () => {
  it("likes a comment by its heart without a test id, by the text and not the name that stands before it", () => {
    const { site, one } = open(
      VIDEO + list(comment("satu", "Komentar satu"), comment("dua", "Komentar dua", 2)),
    );
    expect(site.press(one(".object:last-child svg"))).toMatchObject({
      action: "like",
      surfaces: [
        {
          kind: "comment",
          text: "Komentar dua",
          author: { handle: "dua", name: "Nama dua" },
          parent: { text: "Video contoh" },
        },
      ],
    });
  });

  it("takes back a like without a question", () => {
    const { site, one } = open(VIDEO + list(comment("satu", "Komentar satu", 1, true)));
    expect(site.press(one(".object svg"))).toBeNull();
  });

  it("answers the comment above an open box, by button and by Enter", () => {
    const { site, one } = open(
      VIDEO +
        list(
          comment("satu", "Komentar satu") + box("Setuju sekali", "answer"),
          comment("dua", "Komentar dua"),
        ) +
        box("", "main"),
    );
    for (const intent of [
      site.press(one(".answer button")),
      site.key(ENTER, one(".answer [contenteditable]")),
    ]) {
      expect(intent?.action).toBe("reply");
      expect(intent?.surfaces.map(({ text }) => text)).toEqual(["Komentar satu", "Setuju sekali"]);
    }
  });

  it.each([1, 2])("reads the box beside the button where several are open, below a list of %s", (count) => {
    const comments = [
      comment("satu", "Komentar satu") + box("Jawaban", "answer"),
      comment("dua", "Komentar dua"),
    ].slice(0, count);
    const { site, one } = open(
      `${VIDEO + list(...comments)}<div><div>${box("Kata sendiri", "main")}</div></div>`,
    );
    for (const intent of [site.press(one(".main button")), site.key(ENTER, one(".main [contenteditable]"))]) {
      expect(intent?.action).toBe("comment");
      expect(intent?.surfaces.map(({ text }) => text)).toEqual(["Video contoh", "Kata sendiri"]);
    }
  });
});

describe("TikTok, accounts", () => {
  const row = (handle: string) =>
    `<div class="${handle}"><a href="/@${handle}"><img></a><div><a href="/@${handle}"><p>Nama ${handle}</p></a></div><button data-e2e="follow-button" aria-label="Follow Nama ${handle}">Follow</button></div>`;
  const HEAD =
    '<header><h1 data-e2e="user-title">pemilik</h1><h2 data-e2e="user-subtitle">Pemilik</h2><button data-e2e="follow-button">Follow</button></header>';

  it("judges a row on somebody's profile by the row, the head by the profile", () => {
    const { site, one } = open(HEAD + row("satu") + row("dua"), "https://www.tiktok.com/@pemilik");
    const who = (selector: string) => site.press(one(selector))?.surfaces[0]?.author;
    expect(who(".dua button")).toMatchObject({ handle: "dua", name: "Nama dua" });
    expect(who("header button")).toMatchObject({ handle: "pemilik", name: "Pemilik" });
  });

  it("follows the account of a row in search results", () => {
    const { site, one } = open(row("satu") + row("dua"), "https://www.tiktok.com/search/user?q=a");
    expect(site.press(one(".satu button"))?.surfaces[0]).toMatchObject({
      kind: "profile",
      author: { handle: "satu" },
    });
  });

  it("names the author of a card that has links and a picture only", () => {
    const { site } = open(VIDEO);
    expect(site.readPost(site.posts()[0]!).author).toEqual({ handle: "pemilik", name: "Pemilik Video" });
  });
});
