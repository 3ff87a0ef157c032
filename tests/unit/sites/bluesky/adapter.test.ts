import { describe, expect, it } from "vitest";
import { bluesky } from "../../../../src/sites/bluesky/adapter.ts";
import { appendHtml, documentOf, pageFile } from "../page.ts";

const open = (at = "https://bsky.app/profile/akun-5.contoh.example") => {
  const doc = documentOf(pageFile("bluesky/hand_bs_profile_id.html"), at);
  return { doc, site: bluesky(doc) };
};
const by = (root: ParentNode, id: string) => root.querySelector(`[data-testid="${id}"]`)!;
const COMPOSER =
  '<div role="dialog"><div contenteditable="true"><p>Setuju</p></div><button data-testid="composerPublishBtn">Balas</button></div>';

describe("Bluesky, hand-made profile", () => {
  it("reads author, text and picture of every post", () => {
    const { site } = open();
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author)).toEqual([
      { handle: "akun-1.contoh.example", name: "Akun Satu" },
      { handle: "akun-2.contoh.example", name: "Akun Dua" },
      { handle: "akun-3.contoh.example", name: "Akun Tiga" },
    ]);
    expect(read[0]).toMatchObject({
      text: "Kiriman contoh satu 🌱\nBaris kedua",
      imageAlt: ["Gambar contoh"],
    });
  });

  it("reads the profile, but not on the page of a single post", () => {
    expect(open().site.page()).toMatchObject({
      author: { handle: "akun-5.contoh.example", name: "Akun Lima", bio: "Bio akun contoh." },
    });
    expect(open("https://bsky.app/profile/akun-5.contoh.example/post/3k").site.page()).toBeNull();
  });

  it("takes a like for an action, but not an undo or the opening of reply and repost", () => {
    const { site } = open();
    const post = site.posts()[1]!;
    expect(site.press(by(post, "likeBtn"))).toMatchObject({
      action: "like",
      surfaces: [{ author: { name: "Akun Dua" } }],
    });
    for (const id of ["replyBtn", "repostBtn"]) expect(site.press(by(post, id))).toBeNull();
    by(post, "likeBtn").setAttribute("aria-label", "Batal suka (4 suka)");
    expect(site.press(by(post, "likeBtn"))).toBeNull();
  });

  it("assesses repost, quote and reply with the post that opened them, a new post by its draft only", () => {
    const { doc, site } = open();
    site.remember(by(site.posts()[2]!, "repostBtn"), "press");
    const menu = appendHtml(
      doc,
      '<div role="menu"><div role="menuitem" data-testid="repostDropdownRepostBtn">Posting ulang</div><div role="menuitem" data-testid="repostDropdownQuoteBtn">Kutip</div></div>',
    );
    expect(site.press(by(menu, "repostDropdownRepostBtn"))).toMatchObject({
      action: "repost",
      surfaces: [{ author: { name: "Akun Tiga" } }],
    });
    site.remember(by(menu, "repostDropdownQuoteBtn"), "press");
    const send = by(appendHtml(doc, COMPOSER), "composerPublishBtn");
    expect(site.press(send)).toMatchObject({ action: "quote", surfaces: [{}, { text: "Setuju" }] });
    site.remember(by(site.posts()[0]!, "replyBtn"), "press");
    expect(site.press(send)).toMatchObject({ action: "reply" });
    site.remember(by(doc, "composeFAB"), "press");
    expect(site.press(send)).toMatchObject({ action: "publish", surfaces: [{ text: "Setuju" }] });
    by(menu, "repostDropdownRepostBtn").textContent = "Batalkan posting ulang";
    expect(site.press(by(menu, "repostDropdownRepostBtn"))).toBeNull();
  });

  it("follows the owner of the profile", () => {
    const { doc, site } = open();
    expect(site.press(by(doc, "followBtn"))).toMatchObject({
      action: "follow",
      surfaces: [{ author: { name: "Akun Lima" } }],
    });
  });
});
