import { describe, expect, it } from "vitest";
import { instagram } from "../../../../src/sites/instagram/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const open = (file = "instagram/hand_ig_feed_id.html", at = "https://www.instagram.com/") => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: instagram(doc) };
};
const icons = (root: ParentNode, word: string, height = "24") =>
  [...root.querySelectorAll(`svg[height="${height}"]`)].filter((s) => s.getAttribute("aria-label") === word);
const enter = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

describe("Instagram, hand-made feed", () => {
  it("reads author, caption without the name, and the pictures' descriptions", () => {
    const { site } = open();
    expect(site.posts()).toHaveLength(3);
    const post = site.readPost(site.posts()[0]!);
    expect(post.author).toMatchObject({ name: "akun_0001", handle: "akun_0001" });
    expect(post.text).toBe("Keterangan contoh pertama yang netral. #contoh");
    expect(post.imageAlt).toEqual([expect.stringContaining("teks yang menyatakan")]);
    expect(site.readPost(site.posts()[2]!).sponsored).toBe(true);
    expect(post.sponsored).toBeUndefined();
  });

  it("tells the post's heart from a comment's, and takes an undo for no action", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const [heart] = icons(post, "Suka");
    expect(site.press(heart!)).toMatchObject({ action: "like", surfaces: [{ kind: "post" }] });
    expect(site.press(icons(post, "Suka", "16")[0]!)).toMatchObject({
      action: "like",
      surfaces: [
        {
          kind: "comment",
          author: { handle: "akun_0009" },
          text: "Komentar contoh pendek.",
          parent: { author: { handle: "akun_0001" } },
        },
      ],
    });
    heart!.setAttribute("aria-label", "Batal Suka");
    expect(site.press(heart!)).toBeNull();
    for (const word of ["Komentari", "Bagikan", "Simpan"])
      expect(site.press(icons(post, word)[0]!), word).toBeNull();
    expect(site.press(icons(post, "Posting ulang")[0]!)?.action).toBe("repost");
  });

  it("recognises the heart by its shape in an unknown language", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const [heart] = icons(post, "Suka");
    heart!.setAttribute("aria-label", "いいね！");
    expect(site.press(heart!)).toBeNull();
    heart!.querySelector("path")!.setAttribute("d", "M16.792 3.904A4.989 4.989");
    expect(site.press(heart!)?.action).toBe("like");
    heart!.querySelector("path")!.setAttribute("d", "M34.6 3.1c-4.5 0");
    expect(site.press(heart!)).toBeNull();
    expect(site.posts(), "a liked post is a post").toHaveLength(3);
  });

  it("takes a double click on the picture for a like, but not elsewhere or on a liked post", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const picture = post.querySelector("[data-live-media] img")!;
    expect(site.doubleTap!(picture)).toMatchObject({ action: "like", surfaces: [{ kind: "post" }] });
    expect(site.doubleTap!(picture.parentElement!)?.action).toBe("like");
    expect(site.doubleTap!(post.querySelector("header img")!)).toBeNull();
    expect(site.doubleTap!([...post.querySelectorAll("span[dir]")].at(-1)!)).toBeNull();
    icons(post, "Suka")[0]!.setAttribute("aria-label", "Batal Suka");
    expect(site.doubleTap!(picture)).toBeNull();
  });

  it("takes Enter in a filled comment box for a comment, but not Shift+Enter", () => {
    const { site } = open();
    const box = site.posts()[0]!.querySelector("textarea")!;
    expect(site.key(enter, box)).toBeNull();
    box.value = "Setuju";
    expect(site.key(enter, box)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "post" }, { kind: "composer", text: "Setuju" }],
    });
    expect(site.key({ ...enter, shift: true }, box)).toBeNull();
  });

  it("takes sending in the share dialog for sharing the post that opened it", () => {
    const { site, doc } = open();
    const post = site.posts()[1]!;
    const dialog = doc.createElement("div");
    dialog.setAttribute("role", "dialog");
    dialog.innerHTML = '<div role="button">Kirim</div>';
    doc.body.append(dialog);
    expect(site.press(dialog.firstElementChild!)).toBeNull();
    site.remember(icons(post, "Bagikan")[0]!, "press");
    expect(site.press(dialog.firstElementChild!)).toMatchObject({
      action: "share",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
  });

  it("reads a reel, whose caption is a button and whose author's link leads to the reels", () => {
    const { doc, site } = open(undefined, "https://www.instagram.com/reels/Abc/");
    const reel = (n: number) => `<div><div><video></video></div><div><a href="/akun_${n}/reels/">akun_${n}</a>
      <div role="button">Ikuti</div><div role="button"><span dir="auto">Keterangan panjang dari reel nomor ${n}</span></div></div>
      <div><div role="button"><svg height="24" aria-label="Suka"></svg></div><span role="button">12</span></div></div>`;
    doc.body.innerHTML = `<main><div>${reel(1)}${reel(2)}</div></main>`;
    expect(site.posts().map(site.readPost)).toMatchObject([
      { author: { handle: "akun_1" }, text: "Keterangan panjang dari reel nomor 1" },
      { author: { handle: "akun_2" }, text: "Keterangan panjang dari reel nomor 2" },
    ]);
    expect(site.doubleTap!(doc.querySelectorAll("video")[1]!)).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_2" } }],
    });
  });

  it("takes reply and quick reaction for actions on the story's account", () => {
    const { doc, site } = open(
      "instagram/hand_ig_feed_id.html",
      "https://www.instagram.com/stories/tim_a/12/",
    );
    doc.body.innerHTML =
      '<div><div role="button">🔥</div><textarea></textarea><div role="button">Kirim</div></div>';
    const [fire, send] = doc.querySelectorAll('[role="button"]');
    expect(site.press(fire!)).toMatchObject({ action: "react", surfaces: [{ author: { handle: "tim_a" } }] });
    expect(site.press(send!)).toBeNull();
    const box = doc.querySelector("textarea")!;
    box.value = "Siap";
    expect(site.press(send!)).toMatchObject({ action: "reply" });
    expect(site.key(enter, box)).toMatchObject({ action: "reply", surfaces: [{}, { text: "Siap" }] });
  });
});

describe("Instagram, own posts, stories and broadcasts", () => {
  const at = (file: string, url: string) => {
    const doc = documentOf(pageFile(`instagram/${file}.html`), `https://www.instagram.com/${url}`);
    return { doc, site: instagram(doc) };
  };
  const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

  it("publishes the user's own post with its caption, and nothing without one", () => {
    const { doc, site } = at("hand_ig_upload_id", "");
    const share = doc.querySelector("[data-live-publish]")!;
    expect(site.press(share)).toBeNull();
    doc.querySelector("[contenteditable]")!.textContent = "Selamat pagi";
    expect(site.press(share)).toMatchObject({ action: "publish", surfaces: [{ text: "Selamat pagi" }] });
  });

  it("takes replies and reactions to a story, and comments on a broadcast, for actions on their account", () => {
    const { doc, site } = at("hand_ig_story_id", "stories/tim_dua/3/");
    const box = doc.querySelector("textarea")!;
    box.value = "Semangat";
    const story = { kind: "post", author: { handle: "tim_dua" } };
    expect(site.key(ENTER, box)).toMatchObject({ action: "reply", surfaces: [story, { text: "Semangat" }] });
    const quick = doc.createElement("button");
    quick.textContent = "🔥";
    doc.body.append(quick);
    expect(site.press(quick)).toMatchObject({ action: "react", surfaces: [story] });
    const live = at("hand_ig_story_id", "tim_dua/live/");
    const chat = live.doc.querySelector("textarea")!;
    chat.value = "Semangat";
    expect(live.site.key(ENTER, chat)).toMatchObject({
      action: "comment",
      surfaces: [{ kind: "live", author: { handle: "tim_dua" } }, { text: "Semangat" }],
    });
  });
});

describe.skipIf(!hasShared)("Instagram, saved pages", () => {
  const post = "instagram/ig_post2_en_2026-03_loggedin.html";
  const dialog = "instagram/ig_profile_with_post_dialog_es_2025-08_loggedin.html";
  const mobile = "instagram/ig_reel_mobile_paidpartnership_en_2026-02_loggedin.html";
  it.each([
    [post, "https://www.instagram.com/p/LTFO2ZVLGKS/", "akun_0003", /^Mollis et nisl Ante/, 2],
    [dialog, "https://www.instagram.com/p/RLMIXfZqOHy/", "akun_0001", /^🚴.*Ut dolor non/, 3],
    [mobile, "https://www.instagram.com/reel/FF7D3Xqk2BS/", "akun_0002", /^Elit ex odio qui/, 0],
  ])(
    "reads author and caption of the only post in %s, and no comment",
    (file, at, handle, text, pictures) => {
      const { site } = open(file, at);
      expect(site.posts()).toHaveLength(1);
      const read = site.readPost(site.posts()[0]!);
      expect(read.author).toMatchObject({ handle });
      expect(read.text).toMatch(text);
      expect(read.imageAlt).toHaveLength(pictures);
      expect(site.page()).toBeNull();
    },
  );
  it("reads a permalink without article as one post and five comments, each with its own like and text", () => {
    const { site, doc } = open(post, "https://www.instagram.com/p/LTFO2ZVLGKS/");
    expect(site.press(icons(doc, "Like")[0]!)).toMatchObject({
      action: "like",
      surfaces: [{ kind: "post" }],
    });
    const comments = icons(doc, "Like", "16").map((heart) => site.press(heart)!.surfaces[0]!);
    expect(comments.map((c) => c.author?.handle)).toEqual([4, 5, 6, 7, 8].map((n) => `akun_000${n}`));
    for (const comment of comments) expect(comment.text.length).toBeGreaterThan(3);
    expect(comments[0]!.text).toBe("a id massa vestibulum");
  });
  it("takes the undo of a like in a dialog for no action", () => {
    const { site, doc } = open(dialog, "https://www.instagram.com/p/RLMIXfZqOHy/");
    expect(site.press(icons(doc, "Ya no me gusta")[0]!)).toBeNull();
  });
  it("recognises a paid partnership", () => {
    const { site } = open(mobile, "https://www.instagram.com/reel/FF7D3Xqk2BS/");
    expect(site.readPost(site.posts()[0]!).sponsored).toBe(true);
  });
  it("reads a profile and follows it", () => {
    const { site, doc } = open(
      "instagram/ig_profile_verified_en_2026-02_loggedin.html",
      "https://www.instagram.com/instagram/",
    );
    expect(site.page()).toMatchObject({
      kind: "profile",
      author: { handle: "instagram", name: "Instagram", verified: true },
    });
    expect(site.page()?.author?.bio).toMatch(/Maecenas lectus/);
    const follow = [...doc.querySelectorAll("header button")].find((b) => b.textContent === "Follow")!;
    expect(site.press(follow)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { handle: "instagram" } }],
    });
  });
});

describe("following in an unknown language", () => {
  const head = (inside: string) =>
    documentOf(
      `<main><header><h2>relawan_uji</h2><span dir="auto">Relawan Uji</span>
        <div role="button">設定</div><button type="button" aria-label="Next"></button>${inside}<div role="button">メッセージ</div></header></main>`,
      "https://www.instagram.com/relawan_uji/",
    );
  const button = (doc: Document) => doc.querySelector("button:not([aria-label])")!;
  const FOLLOW = '<button type="button"><div>フォローする</div></button>';

  it("is recognised by the first button of the header", () => {
    const doc = head(`${FOLLOW}<button type="button">メール</button>`);
    const site = instagram(doc);
    expect(site.press(button(doc).firstElementChild!)).toMatchObject({
      action: "follow",
      surfaces: [{ kind: "profile", author: { handle: "relawan_uji" } }],
    });
    expect(site.press(doc.querySelectorAll("button:not([aria-label])")[1]!)).toBeNull();
    for (const other of doc.querySelectorAll('[role="button"],[aria-label="Next"]'))
      expect(site.press(other)).toBeNull();
  });
  it("is not recognised by a button that opens the following menu or cancels a request", () => {
    for (const inside of [
      '<button type="button"><div>フォロー中</div><svg aria-label="下向き"></svg></button>',
      '<button type="button"><div>Diminta</div></button>',
    ]) {
      const doc = head(inside);
      expect(instagram(doc).press(button(doc))).toBeNull();
    }
  });
});
