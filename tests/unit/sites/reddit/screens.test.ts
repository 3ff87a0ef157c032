/** What a post of Reddit passes on, and awards, in documents made after the structure of its pages of 2025. */
import { expect, it } from "vitest";
import { reddit } from "../../../../src/sites/reddit/adapter.ts";
import { documentOf } from "../page.ts";

const open = (type: string) => {
  const doc = documentOf(
    `<!doctype html><body><shreddit-post post-type="${type}" post-title="Menarik" author="satu" subreddit-prefixed-name="r/kebun">
      <div slot="post-media-container"><div><a href="/r/asal/">r/asal</a></div><div><a href="/r/asal/comments/1/judul/">Judul yang diteruskan</a></div></div>
      <award-button><button>Beri penghargaan</button></award-button></shreddit-post>
      <shreddit-comment author="dua"><div slot="comment">Komentar</div><award-button><button>Beri penghargaan</button></award-button></shreddit-comment></body>`,
    "https://www.reddit.com/r/kebun/comments/2/menarik/",
  );
  return { doc, site: reddit(doc) };
};

it("reads the passed-on post of a crosspost with its community beside the own title", () => {
  const { site } = open("crosspost");
  expect(site.readPost(site.posts()[0]!)).toMatchObject({
    text: "Menarik",
    page: { handle: "r/kebun" },
    inner: { text: "Judul yang diteruskan", author: { handle: "r/asal" } },
  });
});

it("takes a link in an ordinary post's media for no passed-on post", () => {
  const { site } = open("link");
  expect(site.readPost(site.posts()[0]!).inner).toBeUndefined();
});

it("takes an award for a reaction to its post or comment", () => {
  const { doc, site } = open("text");
  const awards = [...doc.querySelectorAll("award-button button")].map((one) => site.press(one));
  expect(awards).toMatchObject([
    { action: "react", surfaces: [{ kind: "post", text: "Menarik" }] },
    { action: "react", surfaces: [{ kind: "comment", text: "Komentar" }] },
  ]);
});
