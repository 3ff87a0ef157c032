import { describe, expect, it } from "vitest";
import { linkedin } from "../../../../src/sites/linkedin/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const open = (html = pageFile("linkedin/hand_li_feed_en.html"), at = "https://www.linkedin.com/feed/") => {
  const doc = documentOf(html, at);
  return { doc, site: linkedin(doc) };
};
const OLD = `<html><body><main><div data-id="urn:li:activity:7000000000000000001"><div role="article">
  <a href="/company/akun-tim/"><span dir="ltr"><span aria-hidden="true">Tim Contoh</span><span>Tim Contoh</span></span></a>
  <div class="update-components-text">Kiriman tata letak lama</div>
  <button class="react-button__trigger" aria-pressed="false" aria-label="React Like">Suka</button>
  <button class="social-reshare-button">Posting ulang</button></div></div></main></body></html>`;

describe("LinkedIn, polls, groups and events", () => {
  it("takes a choice in a poll for a vote on its post", () => {
    const { site, doc } = open();
    expect(site.press(doc.querySelector("[data-view-name] span")!)).toMatchObject({
      action: "vote",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
  });

  it.each([
    ["group", "join", "https://www.linkedin.com/groups/7000001/"],
    ["event", "attend", "https://www.linkedin.com/events/7000002/"],
  ])(
    "on the page of a %s takes a press for the action %s, but not leaving or the label elsewhere",
    (kind, action, at) => {
      const { site, doc } = open(pageFile(`linkedin/hand_li_${kind}_id.html`), at);
      const button = doc.querySelector("button")!;
      expect(site.press(button)).toMatchObject({
        action,
        surfaces: [{ kind, author: { id: at.split("/")[4], name: doc.querySelector("h1")!.textContent } }],
      });
      expect(open(pageFile(`linkedin/hand_li_${kind}_id.html`)).site.press(button)).toBeNull();
      button.textContent = "Keluar";
      expect(site.press(button)).toBeNull();
    },
  );
});

describe("LinkedIn, hand-made feed", () => {
  it("reads author, text and picture of every post without commenters and the label for more", () => {
    const { site } = open();
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author)).toEqual([
      { handle: "akun_0001", name: "Akun Satu" },
      { handle: "akun_0002", name: "Akun Dua" },
      { handle: "akun_0003", name: "Akun Tiga" },
    ]);
    expect(read[0]).toMatchObject({
      text: "Kiriman contoh satu 🌱\nBaris kedua",
      imageAlt: ["Gambar contoh"],
    });
    expect(read.map((post) => post.sponsored)).toEqual([undefined, undefined, true]);
  });

  it("takes a reaction for an action, but not an undo or the opening of the picker", () => {
    const { site } = open();
    const post = site.posts()[1]!;
    const like = post.querySelector('[aria-label^="Reaction button state"]')!;
    expect(site.press(like)).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
    like.setAttribute("aria-label", "Reaction button state: Love");
    expect(site.press(like)).toBeNull();
    const rest = ["[data-token-id='202']", "[data-token-id='255']", "[data-token-id='232']"];
    for (const opens of rest) expect(site.press(post.querySelector(opens)!), opens).toBeNull();
  });

  it("takes the thumb's outline for a like if no label is known", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const like = post.querySelector('[aria-label^="Reaction button state"]')!;
    like.setAttribute("aria-label", "Estado del botón de reacción: ninguna");
    like.innerHTML = '<svg data-token-id="289"></svg><span>Recomendar</span>';
    expect(site.press(like)?.action).toBe("like");
    like.innerHTML = '<svg data-token-id="290"></svg><span>Recomendar</span>';
    expect(site.press(like)).toBeNull();
  });

  it("takes a filled comment for an action, but not the button that opens the editor", () => {
    const { doc, site } = open();
    const post = site.posts()[0]!;
    const form = doc.createElement("div");
    form.innerHTML =
      '<div role="textbox" contenteditable="true"><p>Setuju</p></div><button type="button">Comment</button>';
    post.append(form);
    expect(site.press(form.querySelector("button")!)).toMatchObject({
      action: "comment",
      surfaces: [{ author: { handle: "akun_0001" } }, { text: "Setuju" }],
    });
    expect(site.press(post.querySelector("[data-token-id='202']")!)).toBeNull();
    form.querySelector("p")!.textContent = "";
    expect(site.press(form.querySelector("button")!)).toBeNull();
  });

  it("follows the author of the post", () => {
    const { site } = open();
    const button = site.posts()[2]!.querySelector('[aria-label^="Follow "]')!;
    expect(site.press(button)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { name: "Akun Tiga" } }],
    });
    button.setAttribute("aria-label", "Suivre Akun Tiga");
    expect(site.press(button), "in a language nobody knows").toMatchObject({ action: "follow" });
    button.setAttribute("aria-label", "Following Akun Tiga");
    button.querySelector("span span")!.textContent = "Following";
    expect(site.press(button)).toBeNull();
  });

  it("reads the layout before 2026", () => {
    const { doc, site } = open(OLD);
    expect(site.posts().map(site.readPost)).toMatchObject([
      { author: { handle: "akun-tim", name: "Tim Contoh" }, text: "Kiriman tata letak lama" },
    ]);
    const like = doc.querySelector("button")!;
    expect(site.press(like)?.action).toBe("like");
    like.setAttribute("aria-pressed", "true");
    expect(site.press(like)).toBeNull();
  });
});

describe.skipIf(!hasShared)("LinkedIn, saved pages", () => {
  it("reads author and text of every post in the feed", () => {
    const { site } = open(pageFile("linkedin/li_feed_en_2026-03_loggedin.html"));
    const read = site
      .posts()
      .map((post) => [
        site.readPost(post),
        post
          .querySelector('[aria-label^="Open control menu for post by "]')!
          .getAttribute("aria-label")!
          .slice("Open control menu for post by ".length),
      ]);
    expect(read).toHaveLength(8);
    for (const [post, name] of read as [ReturnType<typeof site.readPost>, string][]) {
      expect(post.author?.name).toBe(name);
      expect(post.text.length).toBeGreaterThan(10);
      expect(post.text).not.toMatch(/… more$/);
    }
  });
});
