/** Answers in a thread and videos of several channels on YouTube, in documents made after the structure of 2025. */
import { expect, it } from "vitest";
import { youtube } from "../../../../src/sites/youtube/adapter.ts";
import { documentOf } from "../page.ts";

const comment = (name: string, words: string, draft: string) =>
  `<ytd-comment-view-model class="${name}"><span id="author-text">${name}</span><div id="content-text">${words}</div><div id="reply-dialog"><ytd-commentbox><div id="contenteditable-root" contenteditable="true">${draft}</div><div id="submit-button"><button>Balas</button></div></ytd-commentbox></div></ytd-comment-view-model>`;
const open = (more: string) => {
  const doc = documentOf(
    `<!doctype html><body><ytd-watch-flexy video-id="a"><ytd-watch-metadata><h1><yt-formatted-string>Judul</yt-formatted-string></h1>${more}</ytd-watch-metadata>
    <ytd-comment-thread-renderer>${comment("kepala", "Komentar kepala", "")}<div>${comment("balasan", "Isi balasan", "Setuju")}</div></ytd-comment-thread-renderer></ytd-watch-flexy></body>`,
    "https://www.youtube.com/watch?v=a",
  );
  return { doc, site: youtube(doc) };
};

it("judges an answer to an answer by that answer, not by the head of the thread", () => {
  const { doc, site } = open("");
  const intent = site.press(doc.querySelector(".balasan #submit-button button")!);
  expect([intent?.action, intent?.surfaces.map(({ text }) => text)]).toEqual([
    "reply",
    ["Isi balasan", "Setuju"],
  ]);
});

it("reads the names of a video of several channels, which are no link", () => {
  const { site } = open(
    '<div id="owner"><yt-attributed-string id="attributed-channel-name">Kanal Satu dan 2 lainnya</yt-attributed-string><ytd-channel-name id="channel-name" hidden><a href="/@kanal">Kanal Satu</a></ytd-channel-name></div>',
  );
  expect(site.posts().map((post) => site.readPost(post).author?.name)).toContain("Kanal Satu dan 2 lainnya");
});
