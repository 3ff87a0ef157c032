import { describe, expect, it } from "vitest";
import { reddit } from "../../../../src/sites/reddit/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const FEED = "https://www.reddit.com/r/contoh_satu/";
const POST = `${FEED}comments/contoh1/kiriman/`;

/** A page with the shadow roots that the site's custom elements attach. */
function open(file: string, url: string) {
  const doc = documentOf(pageFile(`reddit/${file}.html`), url);
  const attach = (selector: string, html: string) => {
    for (const host of doc.querySelectorAll(selector)) host.attachShadow({ mode: "open" }).innerHTML = html;
  };
  const votes = ["up", "down"]
    .map((d) => `<button ${d}vote aria-pressed="false"><svg></svg></button>`)
    .join("");
  attach("shreddit-post", `<div data-testid="action-row">${votes}</div>`);
  attach("shreddit-comment-action-row", votes);
  attach("shreddit-join-button", "<button><span>Gabung</span></button>");
  attach("follow-button", "<button><span>Ikuti</span></button>");
  attach("faceplate-textarea-input", "<textarea></textarea>");
  attach("r-post-form-submit-button", "<button><slot></slot></button>");
  return { doc, site: reddit(doc) };
}
/** The old layout has no shadow roots. */
function openOld(file: string, path: string) {
  const doc = documentOf(
    pageFile(`reddit/hand_reddit_old_${file}_id.html`),
    `https://old.reddit.com/${path}`,
  );
  return { doc, site: reddit(doc) };
}
const inside = (host: Element | null, selector = "button") => host!.shadowRoot!.querySelector(selector)!;
const write = (doc: Document, text: string, at = "[contenteditable]") => {
  doc.querySelector(at)!.textContent = text;
};

describe("Reddit, hand-made community", () => {
  it("reads author, title, text, picture and community of every post", () => {
    const { site } = open("hand_reddit_feed_id", FEED);
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author?.handle)).toEqual(["akun_0001", "akun_0002", "akun_0003"]);
    expect(read[0]).toEqual({
      site: "reddit",
      kind: "post",
      author: { handle: "akun_0001", name: "akun_0001" },
      text: "Judul contoh satu 🌱\nIsi contoh satu",
      page: { kind: "group", handle: "r/contoh_satu", name: "Contoh Satu", bio: "Komunitas contoh." },
      imageAlt: ["Gambar contoh"],
    });
  });

  it("reads the heading of a community and of a user, but not on the page of a single post", () => {
    expect(open("hand_reddit_feed_id", FEED).site.page()).toMatchObject({
      kind: "group",
      author: { handle: "r/contoh_satu", name: "Contoh Satu", bio: "Komunitas contoh." },
    });
    const user = open("hand_reddit_user_id", "https://www.reddit.com/user/akun_0005/").site;
    expect(user.page()).toMatchObject({
      kind: "profile",
      author: { handle: "akun_0005", name: "Akun Lima" },
    });
    expect(open("hand_reddit_feed_id", POST).site.page()).toBeNull();
  });

  it("takes a vote in the shadow root for an action on its post, but not its host or an undo", () => {
    const { site } = open("hand_reddit_feed_id", FEED);
    const post = site.posts()[1]!;
    const up = inside(post, "[upvote]");
    expect(site.press(up.querySelector("svg")!)).toMatchObject({
      action: "like",
      control: up,
      anchor: post,
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
    expect(site.press(inside(post, "[downvote]"))).toMatchObject({ action: "dislike", anchor: post });
    expect(site.press(post)).toBeNull();
    up.setAttribute("aria-pressed", "true");
    expect(site.press(up)).toBeNull();
    expect(site.findRedrawn(site.press(inside(post, "[downvote]"))!)).toBe(inside(post, "[downvote]"));
    expect(site.actionBar(post)).toBe(inside(post, "[data-testid=action-row]"));
    expect(site.actionState!(post)).toEqual({ like: true });
    expect(site.actionState!(site.posts()[0]!)).toEqual({ like: false });
  });

  it("joins the button's community, on its own page with the page's heading", () => {
    const { doc, site } = open("hand_reddit_feed_id", FEED);
    const other = doc.querySelector("shreddit-join-button")!;
    expect(site.press(inside(other))).toMatchObject({
      action: "join",
      surfaces: [{ kind: "group", author: { handle: "r/contoh_dua" } }],
    });
    other.setAttribute("name", "contoh_satu");
    expect(site.press(inside(other))?.surfaces[0]?.author?.bio).toBe("Komunitas contoh.");
    inside(other, "span").textContent = "Sudah bergabung";
    expect(site.press(inside(other))).toBeNull();
  });

  it("follows the user of the profile", () => {
    const { doc, site } = open("hand_reddit_user_id", "https://www.reddit.com/user/akun_0005/");
    const button = doc.querySelector("follow-button")!;
    expect(site.press(inside(button))).toMatchObject({ action: "follow", surfaces: [{ kind: "profile" }] });
    inside(button, "span").textContent = "Mengikuti";
    expect(site.press(inside(button))).toBeNull();
  });
});

describe("Reddit, hand-made post with comments", () => {
  it("takes a vote below a comment for an action on that comment under its post, not on its replies", () => {
    const { doc, site } = open("hand_reddit_post_id", POST);
    const [first, answer] = doc.querySelectorAll("shreddit-comment");
    const row = (comment?: Element) => comment!.querySelector("shreddit-comment-action-row");
    const like = site.press(inside(row(first), "[upvote]"))!;
    expect(like).toMatchObject({
      action: "like",
      anchor: first,
      surfaces: [
        {
          kind: "comment",
          author: { handle: "akun_0004" },
          text: "Komentar contoh satu",
          parent: { author: { handle: "akun_0001" } },
        },
      ],
    });
    expect(site.findRedrawn(like)).toBe(inside(row(first), "[upvote]"));
    expect(site.press(inside(row(answer), "[upvote]"))).toMatchObject({
      surfaces: [{ text: "Jawaban contoh" }],
    });
    first!.querySelector("[slot=comment]")!.remove();
    expect(site.press(inside(row(first), "[upvote]"))).toMatchObject({ surfaces: [{ text: "" }] });
  });

  it("comments by button and by Ctrl+Enter with the draft, and sends nothing without one", () => {
    const { doc, site } = open("hand_reddit_post_id", POST);
    const send = doc.querySelector("[slot=submit-button]")!;
    const enter = { key: "Enter", ctrl: true, shift: false, alt: false, composing: false };
    expect(site.press(send)).toBeNull();
    write(doc, "Setuju");
    const comment = { action: "comment", surfaces: [{ kind: "post" }, { kind: "composer", text: "Setuju" }] };
    expect(site.press(send)).toMatchObject(comment);
    expect(site.key(enter, doc.querySelector("[contenteditable]")!)).toMatchObject(comment);
    expect(site.key({ ...enter, ctrl: false }, doc.querySelector("[contenteditable]")!)).toBeNull();
  });

  it("replies to the comment that contains the editor", () => {
    const { doc, site } = open("hand_reddit_post_id", POST);
    const row = doc.querySelectorAll("shreddit-comment-action-row")[1]!;
    row.append(doc.querySelector("comment-composer-host")!);
    write(doc, "Setuju");
    expect(site.press(doc.querySelector("[slot=submit-button]")!)).toMatchObject({
      action: "reply",
      surfaces: [{ kind: "comment", text: "Jawaban contoh" }, { text: "Setuju" }],
    });
    expect(site.press(row.querySelector("[slot=comment-reply] button")!)).toBeNull();
  });
});

it("Reddit's form publishes title and text, and saving a draft is no action", () => {
  const { doc, site } = open("hand_reddit_submit_id", `${FEED}submit/`);
  const [draft, send] = doc.querySelectorAll("r-post-form-submit-button");
  expect(site.press(inside(send!))).toBeNull();
  inside(doc.querySelector("faceplate-textarea-input"), "textarea").textContent = "Judul baru";
  write(doc, "Isi baru");
  expect(site.press(inside(send!))).toMatchObject({
    action: "publish",
    surfaces: [{ kind: "composer", text: "Judul baru\nIsi baru" }],
  });
  expect(site.press(inside(draft!))).toBeNull();
});

it.skipIf(!hasShared)("Reddit's saved search result names the community of each join button", () => {
  const url = "https://www.reddit.com/search/?q=ddzq";
  const { doc, site } = open("reddit_search_es_2025-07_loggedout", url);
  const buttons = [...doc.querySelectorAll("shreddit-join-button")];
  expect(buttons.length).toBe(55);
  for (const button of buttons)
    expect(site.press(inside(button))).toMatchObject({
      action: "join",
      surfaces: [{ author: { handle: `r/${button.getAttribute("name")}` } }],
    });
});

describe("Reddit, hand-made pages of the old layout", () => {
  it("reads posts and heading of the community, and finds the action bar", () => {
    const { doc, site } = openOld("feed", "r/contoh_satu/");
    expect(site.posts().map(site.readPost)).toMatchObject([
      { author: { handle: "akun_0001" }, text: "Judul contoh 1", page: { handle: "r/contoh_satu" } },
      { author: { handle: "akun_0002" }, text: "Judul contoh 2" },
    ]);
    expect(site.page()).toMatchObject({
      kind: "group",
      author: { handle: "r/contoh_satu", bio: "Komunitas contoh." },
    });
    expect(site.actionBar(site.posts()[0]!)?.localName).toBe("ul");
    expect(site.banner!()).toBe(doc.querySelector("#header"));
  });

  it("takes an arrow for a vote on its post or comment, but not a given vote or leaving", () => {
    const { doc, site } = openOld("post", "r/contoh_satu/comments/c1/a/");
    const [post, comment] = doc.querySelectorAll(".thing");
    const up = post!.querySelector(".arrow.up")!;
    expect(site.press(up)).toMatchObject({
      action: "like",
      anchor: post,
      surfaces: [{ text: "Judul contoh 1\nIsi contoh." }],
    });
    expect(site.press(comment!.querySelector(".arrow.down")!)).toMatchObject({
      action: "dislike",
      anchor: comment,
      surfaces: [{ kind: "comment", author: { handle: "akun_0003" }, text: "Komentar contoh." }],
    });
    up.className = "arrow upmod";
    expect(site.press(up)).toBeNull();
    expect(site.press(doc.querySelector(".subscribe-button .add")!)).toMatchObject({ action: "join" });
    expect(site.press(doc.querySelector(".subscribe-button .remove")!)).toBeNull();
  });

  it("sends a comment on the post, a reply within a comment, and a new post with its title", () => {
    const { doc, site } = openOld("post", "r/contoh_satu/comments/c1/a/");
    const [below, within] = [...doc.querySelectorAll("textarea")];
    expect(site.press(doc.querySelector(".commentarea > form .save")!)).toBeNull();
    below!.value = "Setuju";
    expect(site.press(doc.querySelector(".commentarea > form .save")!)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "post" }, { text: "Setuju" }],
    });
    within!.value = "Juga";
    expect(site.press(doc.querySelector(".child .save")!)).toMatchObject({
      action: "reply",
      surfaces: [{ kind: "comment" }, { text: "Juga" }],
    });
    const fresh = openOld("submit", "r/contoh_satu/submit");
    const [title, text] = [...fresh.doc.querySelectorAll("textarea")];
    title!.value = "Judul";
    text!.value = "Isi";
    expect(fresh.site.press(fresh.doc.querySelector("#newlink button")!)).toMatchObject({
      action: "publish",
      surfaces: [{ kind: "composer", text: "Judul\nIsi" }],
    });
  });
});
