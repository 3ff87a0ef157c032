import { describe, expect, it } from "vitest";
import { youtube } from "../../../../src/sites/youtube/adapter.ts";
import { documentOf, pageFile } from "../page.ts";

const watch = "https://www.youtube.com/watch?v=AbCdEfGhIjK";
const open = (file = "youtube/hand_yt_watch_id.html", at = watch) => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: youtube(doc) };
};
const key = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

describe("YouTube, hand-made watch page", () => {
  it("reads channel, title and description of the video shown, not of the hidden one", () => {
    const { site } = open();
    expect(site.posts()).toHaveLength(1);
    expect(site.readPost(site.posts()[0]!)).toMatchObject({
      author: { name: "Kanal Contoh", handle: "kanal_contoh" },
      text: "Judul Video Contoh\nKeterangan video contoh. #contoh",
    });
    expect(site.page()).toBeNull();
  });

  it("takes like and dislike for actions, but not an undo", () => {
    const { site, doc } = open();
    for (const [name, action] of [
      ["like-button-view-model", "like"],
      ["dislike-button-view-model", "dislike"],
    ] as const) {
      const button = doc.querySelector(`${name} button`)!;
      expect(site.press(button.firstElementChild!)).toMatchObject({
        action,
        surfaces: [{ author: { handle: "kanal_contoh" } }],
      });
      button.setAttribute("aria-pressed", "true");
      expect(site.press(button)).toBeNull();
    }
  });

  it("subscribes to the video's channel, and never holds unsubscribing", () => {
    const { site, doc } = open();
    const button = doc.querySelector("yt-subscribe-button-view-model button")!;
    expect(site.press(button)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { handle: "kanal_contoh" } }],
    });
    button.firstElementChild!.textContent = "Disubscribe";
    expect(site.press(button)).toBeNull();
  });

  it("takes the like of a comment for an action on that comment under its video", () => {
    const { site, doc } = open();
    const [like, dislike] = doc.querySelectorAll("ytd-comment-view-model button");
    expect(site.press(like!)).toMatchObject({
      action: "like",
      surfaces: [
        {
          kind: "comment",
          author: { handle: "akun_0001" },
          text: "Komentar contoh.",
          parent: { author: { name: "Kanal Contoh" } },
        },
      ],
    });
    expect(site.press(dislike!)?.action).toBe("dislike");
  });

  it("takes button and Ctrl+Enter with a draft for a comment, and in a thread for a reply", () => {
    const { site, doc } = open();
    const box = doc.querySelector("#contenteditable-root")!;
    const send = doc.querySelector("#submit-button button")!;
    send.removeAttribute("disabled");
    send.removeAttribute("aria-disabled");
    expect(site.press(send)).toBeNull();
    box.textContent = "Setuju";
    expect(site.press(send)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "post" }, { text: "Setuju" }],
    });
    expect(site.key(key, box)).toBeNull();
    expect(site.key({ ...key, ctrl: true }, box)?.action).toBe("comment");
    doc.querySelector("ytd-comment-thread-renderer")!.append(doc.querySelector("ytd-commentbox")!);
    expect(site.press(send)).toMatchObject({
      action: "reply",
      surfaces: [{ kind: "comment", text: "Komentar contoh." }, { text: "Setuju" }],
    });
  });

  it("shares the video that opened the panel, and takes copying the link for no action", () => {
    const { site, doc } = open();
    const panel = doc.createElement("div");
    panel.setAttribute("role", "dialog");
    panel.innerHTML = '<div role="button">WhatsApp</div><div role="button">Salin link</div>';
    doc.body.append(panel);
    expect(site.press(panel.firstElementChild!)).toBeNull();
    site.remember(doc.querySelector("[data-live-share-open]")!, "press");
    expect(site.press(panel.firstElementChild!)).toMatchObject({
      action: "share",
      surfaces: [{ kind: "post" }],
    });
    expect(site.press(panel.lastElementChild!)).toBeNull();
  });

  it("reads a channel page and a community post", () => {
    const { site, doc } = open(undefined, "https://www.youtube.com/@tim_a");
    doc.body.innerHTML = `<yt-page-header-renderer><h1>Tim A</h1><yt-description-preview-view-model>Relawan</yt-description-preview-view-model>
      <yt-subscribe-button-view-model><button>Subscribe</button></yt-subscribe-button-view-model></yt-page-header-renderer>
      <ytd-backstage-post-thread-renderer><a id="author-text" href="/@tim_b">Tim B</a><div id="home-content-text">Ayo hadir</div>
      <div id="like-button"><button aria-pressed="false"></button></div></ytd-backstage-post-thread-renderer>`;
    expect(site.page()).toMatchObject({ author: { name: "Tim A", handle: "tim_a", bio: "Relawan" } });
    const [subscribe, like] = doc.querySelectorAll("button");
    expect(site.press(subscribe!)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { handle: "tim_a" } }],
    });
    expect(site.press(like!)).toMatchObject({
      action: "like",
      surfaces: [{ text: "Ayo hadir", author: { handle: "tim_b" } }],
    });
  });
});

it("YouTube's end screen subscribes to the video's channel, and its undo is no action", () => {
  const { site, doc } = open();
  const button = doc.createElement("div");
  button.className = "ytp-sb-subscribe";
  doc.querySelector("ytd-watch-flexy:not([hidden])")!.append(button);
  expect(site.press(button)).toMatchObject({
    action: "follow",
    surfaces: [{ author: { name: "Kanal Contoh" } }],
  });
  button.className = "ytp-sb-unsubscribe";
  expect(site.press(button)).toBeNull();
});

describe("YouTube, posts of a channel", () => {
  const posts = () => open("youtube/hand_yt_posts_id.html", "https://www.youtube.com/@kanal_contoh/posts");

  it("takes an answer in a poll for a vote on its post", () => {
    const { site, doc } = posts();
    const choice = doc.querySelectorAll("tp-yt-paper-item")[1]!;
    const vote = { action: "vote", surfaces: [{ kind: "post", text: "Tanya contoh?" }] };
    expect(site.press(choice.querySelector(".choice-text")!)).toMatchObject(vote);
    expect(site.press(choice)).toMatchObject(vote);
  });

  it("publishes the channel's own new post with its draft only", () => {
    const { site, doc } = posts();
    const send = doc.querySelector("#submit-button button")!;
    expect(site.press(send)).toBeNull();
    doc.querySelector("#contenteditable-root")!.textContent = "Selamat pagi";
    expect(site.press(send)).toMatchObject({
      action: "publish",
      surfaces: [{ kind: "composer", text: "Selamat pagi" }],
    });
  });
});

describe("YouTube, live chat", () => {
  it("takes Enter and the button with a draft for a comment", () => {
    const { site, doc } = open("youtube/hand_yt_live_chat_id.html", "https://www.youtube.com/live_chat?v=A");
    const box = doc.querySelector("#input")!;
    expect(site.key(key, box)).toBeNull();
    box.textContent = "Coblos nomor 2";
    expect(site.key(key, box)).toMatchObject({ action: "comment", surfaces: [{ kind: "composer" }] });
    expect(site.key({ ...key, shift: true }, box)).toBeNull();
    expect(site.press(doc.querySelector("#send-button button")!)?.action).toBe("comment");
  });
});
