/** Screens of Bluesky other than the feed: rows nest links, which only a script can build. */
import { describe, expect, it } from "vitest";
import { bluesky } from "../../../../src/sites/bluesky/adapter.ts";
import { documentOf } from "../page.ts";

type Part = Node | string;

/** A page with a function that builds its elements. */
function page(at: string) {
  const doc = documentOf("<!doctype html><body><main></main></body>", `https://bsky.app${at}`);
  const el = (tag: string, attributes: Record<string, string> = {}, ...parts: Part[]): Element => {
    const made = doc.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...parts);
    return made;
  };
  const add = (...parts: Part[]) => doc.querySelector("main")!.append(...parts);
  return { doc, el, add, site: () => bluesky(doc) };
}
type Builder = ReturnType<typeof page>;

const button = ({ el }: Builder, id: string, words: string) =>
  el("button", { type: "button", role: "button", "data-testid": id, "aria-label": words }, words);
const text = ({ el }: Builder, words: string, id?: string) =>
  el("div", { dir: "auto", "data-word-wrap": "1", ...(id ? { "data-testid": id } : {}) }, words);

/** A post of a list: a link without an address; of a thread: with the author's test id and no id for its words. */
function post(b: Builder, kind: "list" | "thread", handle: string, words: string, quoted?: Element) {
  const { el } = b;
  const name = el("a", { href: `/profile/${handle}` }, `Nama ${handle}`);
  return el(
    "div",
    {
      role: "link",
      tabindex: "0",
      ...(kind === "thread" ? { "data-testid": `postThreadItem-by-${handle}` } : {}),
    },
    el("a", { href: `/profile/${handle}`, "aria-label": "Avatar" }, el("img")),
    name,
    el("a", { href: `/profile/${handle}`, dir: "auto" }, `@${handle}`),
    el("a", { href: `/profile/${handle}/post/3k${handle.length}` }, "1j"),
    ...(words ? [text(b, words, kind === "list" ? "postText" : undefined)] : []),
    ...(quoted ? [quoted] : []),
    el(
      "div",
      {},
      button(b, "replyBtn", "Balas"),
      button(b, "repostBtn", "Posting ulang"),
      button(b, "likeBtn", "Suka (5 suka)"),
    ),
  );
}
const quote = (b: Builder, words: string) =>
  b.el(
    "div",
    { role: "link", tabindex: "0", "aria-label": "Post by kutip.example" },
    b.el("div", { dir: "auto" }, "Akun Kutip"),
    b.el("div", { dir: "auto" }, " @kutip.example"),
    text(b, words),
  );
const like = (of: Element) => of.querySelector('[data-testid="likeBtn"]')!;

describe("Bluesky, post page", () => {
  it("reads the words of the post and its replies, which have no test id", () => {
    const b = page("/profile/satu.example/post/3k12");
    b.add(post(b, "thread", "satu.example", "Kiriman utama"), post(b, "thread", "dua.example", "Balasan"));
    const site = b.site();
    expect(site.posts().map((one) => site.readPost(one).text)).toEqual(["Kiriman utama", "Balasan"]);
    expect(site.press(like(site.posts()[1]!))).toMatchObject({
      action: "like",
      surfaces: [{ text: "Balasan", author: { name: "Nama dua.example" } }],
    });
  });

  it("takes the field below the post for an answer to it, another button for none", () => {
    const b = page("/profile/satu.example/post/3k12");
    const here = b.el("button", { "aria-label": "Tulis balasan" }, "Tulis balasan Anda");
    const newPost = b.el("button", { "aria-label": "Tulis postingan baru" });
    const send = button(b, "composerPublishBtn", "Kirim");
    b.add(
      post(b, "thread", "satu.example", "Kiriman utama"),
      here,
      newPost,
      b.el("div", { role: "dialog" }, b.el("div", { contenteditable: "true" }, "Setuju"), send),
    );
    const site = b.site();
    site.remember(here, "press");
    expect(site.press(send)).toMatchObject({
      action: "reply",
      surfaces: [{ text: "Kiriman utama" }, { text: "Setuju" }],
    });
    site.remember(newPost, "press");
    expect(site.press(send)).toMatchObject({ action: "publish", surfaces: [{ text: "Setuju" }] });
  });
});

describe("Bluesky, lists of posts", () => {
  it.each(["/search?q=cabai", "/hashtag/cabai", "/saved", "/profile/satu.example/post/3k12/quotes"])(
    "finds the posts of %s and their authors without a test id",
    (at) => {
      const b = page(at);
      b.add(post(b, "list", "satu.example", "Kiriman satu"), post(b, "list", "dua.example", "Kiriman dua"));
      const site = b.site();
      const read = site.posts().map(site.readPost);
      expect(read.map(({ author, text: words, parent }) => [author, words, parent])).toEqual([
        [{ handle: "satu.example", name: "Nama satu.example" }, "Kiriman satu", undefined],
        [{ handle: "dua.example", name: "Nama dua.example" }, "Kiriman dua", undefined],
      ]);
      expect(site.press(like(site.posts()[0]!))?.surfaces[0]?.text).toBe("Kiriman satu");
    },
  );

  it.each(["list", "thread"] as const)(
    "reads the quoted post inside a post of a %s apart from its own words",
    (kind) => {
      const b = page("/search?q=cabai");
      b.add(post(b, kind, "satu.example", "Menarik", quote(b, "Kata yang dikutip")));
      b.add(post(b, kind, "dua.example", "", quote(b, "Hanya kutipan")));
      const site = b.site();
      const [own, bare] = site.posts().map(site.readPost);
      expect(own).toMatchObject({
        text: "Menarik",
        author: { handle: "satu.example" },
        inner: { text: "Kata yang dikutip", author: { handle: "kutip.example", name: "Akun Kutip" } },
      });
      expect(bare).toMatchObject({ text: "", inner: { text: "Hanya kutipan" } });
      expect(site.posts()).toHaveLength(2);
    },
  );

  it("takes no card of a feed for a quoted post", () => {
    const b = page("/search?q=cabai");
    const card = b.el(
      "div",
      { role: "link", tabindex: "0", "aria-label": "Feed Kebun" },
      b.el("div", { dir: "auto" }, "Feed Kebun"),
    );
    b.add(post(b, "list", "satu.example", "Menarik", card));
    const site = b.site();
    expect(site.readPost(site.posts()[0]!).inner).toBeUndefined();
  });
});

describe("Bluesky, accounts in rows and on cards", () => {
  const follow = ({ el }: Builder, words: string, label = words) =>
    el("button", { type: "button", role: "button", "aria-label": label }, el("div", { dir: "auto" }, words));
  const names = ({ el }: Builder, handle: string) =>
    el("div", {}, el("div", { dir: "auto" }, `Nama ${handle}`), el("div", { dir: "auto" }, `@${handle}`));
  /** A row is a link that contains another link. */
  const row = (b: Builder, handle: string, control: Element) =>
    b.el(
      "a",
      { href: `/profile/${handle}`, role: "link", "aria-label": `View ${handle}` },
      b.el("div", {}, b.el("a", { href: `/profile/${handle}` }, b.el("img")), names(b, handle), control),
      text(b, `Bio ${handle} bersama @lain.example`),
    );

  it.each(["/profile/satu.example/followers", "/profile/satu.example/post/3k/liked-by", "/search"])(
    "follows the account of the row in %s",
    (at) => {
      const b = page(at);
      const [first, second] = [follow(b, "Ikuti"), follow(b, "Ikuti Balik")];
      b.add(
        b.el("div", { dir: "auto" }, "Judul halaman"),
        row(b, "satu.example", first),
        row(b, "dua.example", second),
      );
      expect([first, second].map((one) => b.site().press(one))).toMatchObject([
        {
          action: "follow",
          surfaces: [
            {
              kind: "profile",
              author: {
                handle: "satu.example",
                name: "Nama satu.example",
                bio: "Bio satu.example bersama @lain.example",
              },
            },
          ],
        },
        { action: "follow", surfaces: [{ author: { handle: "dua.example" } }] },
      ]);
    },
  );

  it("judges a row on somebody's profile by the row, the head by the profile", () => {
    const b = page("/profile/pemilik.example");
    const inRow = follow(b, "Ikuti");
    const inHead = button(b, "followBtn", "Ikuti pemilik.example");
    b.add(
      b.el("div", {}, inHead, b.el("div", { "data-testid": "profileHeaderDisplayName" }, "Pemilik")),
      row(b, "satu.example", inRow),
    );
    expect(b.site().press(inRow)?.surfaces[0]?.author?.handle).toBe("satu.example");
    expect(b.site().press(inHead)?.surfaces[0]?.author?.name).toBe("Pemilik");
  });

  it("follows the account of a card, whose button stands beside the avatar only", () => {
    const b = page("/");
    const control = follow(b, "Follow");
    b.doc.body.append(
      b.el(
        "div",
        {},
        b.el("div", {}, b.el("a", { href: "/profile/satu.example" }, b.el("img")), control),
        b.el("a", { href: "/profile/satu.example" }, names(b, "satu.example")),
      ),
    );
    expect(b.site().press(control)?.surfaces[0]?.author).toMatchObject({
      handle: "satu.example",
      name: "Nama satu.example",
    });
  });

  it("takes unfollowing for no action, by its words or where a thread keeps label and test id", () => {
    const b = page("/profile/satu.example/followers");
    const undo = follow(b, "Mengikuti");
    const kept = b.el(
      "button",
      { "data-testid": "followBtn", "aria-label": "Ikuti dua.example" },
      "Mengikuti",
    );
    b.add(row(b, "satu.example", undo), row(b, "dua.example", kept));
    expect([undo, kept].map((one) => b.site().press(one))).toEqual([null, null]);
  });
});

it("a composer with several posts is read whole, by the button and by the key in any of them", () => {
  const b = page("/");
  const send = button(b, "composerPublishBtn", "Kirim semua");
  const editors = ["Selamat pagi", "Kiriman kedua"].map((words) =>
    b.el("div", { contenteditable: "true" }, words),
  );
  b.add(b.el("div", { role: "dialog" }, ...editors, send));
  const site = b.site();
  const key = { key: "Enter", ctrl: true, shift: false, alt: false, composing: false };
  const all = { action: "publish", surfaces: [{ text: "Selamat pagi\nKiriman kedua" }] };
  for (const held of [site.press(send), ...editors.map((one) => site.key(key, one))])
    expect(held).toMatchObject(all);
});
