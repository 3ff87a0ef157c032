import { describe, expect, it } from "vitest";
import { facebook } from "../../../../src/sites/facebook/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const url = "https://www.facebook.com/";
const open = (file = "facebook/hand_fb_feed_id.html", at = url) => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: facebook(doc) };
};
const byLabel = (root: ParentNode, label: string) =>
  [...root.querySelectorAll("[aria-label]")].find((el) => el.getAttribute("aria-label") === label)!;

describe("Facebook, a poll and the card of an event in a post", () => {
  const group = () => open("facebook/hand_fb_group_id.html", `${url}groups/100200300400/`);
  const about = { surfaces: [{ kind: "post", text: "Kiriman anggota grup." }] };

  it("takes a choice for a vote on the post, but not a made one or one outside of a post", () => {
    const { site, doc } = group();
    const choice = doc.querySelector("[role=radio]")!;
    expect(site.press(choice.firstElementChild!)).toMatchObject({ action: "vote", ...about });
    choice.setAttribute("aria-checked", "true");
    expect(site.press(choice)).toBeNull();
    choice.setAttribute("aria-checked", "false");
    doc.querySelector("[role=main]")!.append(choice);
    expect(site.press(choice)).toBeNull();
  });

  it("takes the card's button for attending, as well as the menu on the event's page", () => {
    const { site, doc } = group();
    expect(site.press(byLabel(doc, "Tertarik"))).toMatchObject({ action: "attend", ...about });
    const event = open("facebook/hand_fb_event_id.html", `${url}events/7/`);
    event.doc.body.insertAdjacentHTML(
      "beforeend",
      `<div role="menu"><div role="menuitemradio"><span>Hadir</span></div></div>`,
    );
    expect(event.site.press(event.doc.querySelector("[role=menuitemradio]")!)).toMatchObject({
      action: "attend",
      surfaces: [{ kind: "event" }],
    });
  });
});

describe("Facebook, hand-made feed", () => {
  it("reads author, handle, text and picture, without decoys", () => {
    const { site } = open();
    const [first] = site.posts();
    const post = site.readPost(first!);
    expect(post.author).toMatchObject({ name: "Akun Satu", handle: "akun_0001" });
    expect(post.text).toBe("Kalimat contoh pertama, bukan kampanye.");
    expect(post.imageAlt?.[0]).toContain("teks yang menyatakan");
    expect(site.posts()).toHaveLength(3);
  });

  it("reads a shared post as the inner one", () => {
    const { site } = open();
    const post = site.readPost(site.posts()[1]!);
    expect(post.text).toBe("Kalimat contoh kedua.");
    expect(post.inner).toMatchObject({
      author: { handle: "akun_0005" },
      text: "Isi kiriman yang dibagikan.",
    });
  });

  it("recognises a sponsored post", () => {
    const { site } = open();
    expect(site.readPost(site.posts()[2]!).sponsored).toBe(true);
    expect(site.readPost(site.posts()[0]!).sponsored).toBeUndefined();
  });

  it("takes a press on Suka for a like, but not one on its count or an undo", () => {
    const { site, doc } = open();
    const post = site.posts()[0]!;
    const like = byLabel(post, "Suka");
    expect(site.press(like.querySelector("span")!)?.action).toBe("like");
    expect(site.press(byLabel(post, "Suka: 30 orang"))).toBeNull();
    like.setAttribute("aria-label", "Hapus Suka");
    expect(site.press(like)).toBeNull();
    expect(site.press(doc.body)).toBeNull();
  });

  it("tells a like from an undo by the visible text if no label is known", () => {
    const { site } = open();
    const like = byLabel(site.posts()[0]!, "Suka");
    const word = like.querySelector("[data-ad-rendering-role]")!;
    like.setAttribute("aria-label", "Sviđa mi se");
    word.textContent = "Sviđa mi se";
    expect(site.press(like)?.action).toBe("like");
    like.setAttribute("aria-label", "Ukloni reakciju Sviđa mi se");
    expect(site.press(like)).toBeNull();
  });

  it("recognises the like of layouts before 2025 by the picker beside it, in any language", () => {
    const { site, doc } = open();
    const [post] = site.posts();
    const icon = '<i data-visualcompletion="css-img"></i>';
    const bar = doc.createElement("div");
    bar.innerHTML = `<div><div role="button" aria-label="Me gusta">${icon}<span dir="auto">Me gusta</span></div>
      <div role="button" aria-label="Reaccionar">${icon}</div></div>
      <div role="button" aria-label="Dejar un comentario">${icon}<span dir="auto">Comentar</span></div>`;
    post!.append(bar);
    const like = byLabel(bar, "Me gusta");
    expect(site.press(like)?.action).toBe("like");
    expect(site.press(byLabel(bar, "Reaccionar"))).toBeNull();
    /* Under a comment the like has a box of its own and no icon. */
    const box = doc.createElement("div");
    box.append(like.cloneNode(true));
    box.querySelector("i")!.remove();
    const below = doc.createElement("span");
    below.append(box, like.nextElementSibling!.cloneNode(true));
    expect(site.press(box.firstElementChild!)).toBeNull();
    post!.append(below);
    expect(site.press(box.firstElementChild!)?.action).toBe("like");
    expect(site.press(byLabel(bar, "Dejar un comentario"))).toBeNull();
    like.setAttribute("aria-label", "Quitar Me gusta");
    expect(site.press(like)).toBeNull();
    like.setAttribute("aria-label", "Me gusta");
    like.nextElementSibling!.append("Publicar");
    expect(site.press(like)).toBeNull();
  });

  it("takes a comment's like for a like of the comment under its post", () => {
    const { site } = open();
    const comment = site.posts()[0]!.querySelector('[role="article"]')!;
    const intent = site.press(byLabel(comment, "Suka"));
    expect(intent?.surfaces[0]).toMatchObject({
      kind: "comment",
      author: { name: "Akun Sebelas" },
      text: "Komentar contoh.",
      parent: { text: "Kalimat contoh pertama, bukan kampanye." },
    });
  });

  it("takes the opening of editor, picker and share dialog for no action", () => {
    const { site } = open();
    for (const label of ["Beri komentar", "Tanggapi", "Kirim ini ke teman atau posting di profil Anda."])
      expect(site.press(byLabel(site.posts()[0]!, label))).toBeNull();
  });

  it("takes Enter in a filled comment box for a comment, but not Shift+Enter or composing", () => {
    const { site } = open();
    const editor = site.posts()[0]!.querySelector("[role=textbox]")!;
    const key = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };
    expect(site.key(key, editor)).toBeNull();
    editor.querySelector("p")!.textContent = "Semangat";
    const intent = site.key(key, editor);
    expect(intent?.action).toBe("comment");
    expect(intent?.surfaces.map((s) => s.kind)).toEqual(["post", "composer"]);
    expect(intent?.surfaces[1]?.text).toBe("Semangat");
    expect(site.key({ ...key, shift: true }, editor)).toBeNull();
    expect(site.key({ ...key, composing: true }, editor)).toBeNull();
  });

  it("takes Ikuti inside a post for following its author", () => {
    const { site } = open();
    const follow = [...site.posts()[2]!.querySelectorAll("[role=button]")].find(
      (b) => b.textContent === "Ikuti",
    )!;
    const intent = site.press(follow);
    expect(intent?.action).toBe("follow");
    expect(intent?.surfaces[0]?.author?.handle).toBe("akun_0003");
  });
});

describe("Facebook, group page", () => {
  it("reads the group's name and id, and takes joining for an action on it", () => {
    const { site, doc } = open(
      "facebook/hand_fb_group_id.html",
      "https://www.facebook.com/groups/100200300400/",
    );
    const page = site.page();
    expect(page).toMatchObject({ kind: "group", author: { id: "100200300400" } });
    const join = [...doc.querySelectorAll("[role=button]")].find((b) => /gabung/i.test(b.textContent ?? ""))!;
    const intent = site.press(join);
    expect(intent?.action).toBe("join");
    expect(intent?.surfaces[0]).toEqual(page);
  });
});

describe("Facebook, posts without a marker", () => {
  const bar =
    '<div><div role="button" aria-label="Suka"><i></i></div><div role="button" aria-label="React"></div></div>';
  const page = (html: string, at: string) => {
    const doc = documentOf(`<!doctype html><html><body>${html}</body></html>`, at);
    return { doc, site: facebook(doc) };
  };

  it("reads a reel as the part with its like button and author, and two reels as two posts", () => {
    const reel = (
      n: number,
    ) => `<div class="reel"><h2><a role="link" href="/akun_reel_${n}">Akun Reel ${n}</a></h2>
      <div><span dir="auto">Keterangan reel ${n}.</span><a href="/x"><span dir="auto">tautan yang jauh lebih panjang</span></a></div>
      ${bar}</div>`;
    const { doc, site } = page(`<div role="main"><div>${reel(1)}${reel(2)}</div></div>`, `${url}reel/77`);
    expect(site.posts().map((post) => site.readPost(post))).toMatchObject([
      { author: { handle: "akun_reel_1" }, text: "Keterangan reel 1." },
      { author: { handle: "akun_reel_2" }, text: "Keterangan reel 2." },
    ]);
    const like = doc.querySelectorAll("[aria-label=Suka]")[1]!;
    expect(site.press(like)).toMatchObject({
      action: "like",
      surfaces: [{ kind: "post", author: { handle: "akun_reel_2" } }],
    });
    like.setAttribute("aria-label", "Suka, 1,2 rb");
    expect(site.press(like)?.action).toBe("like");
    like.setAttribute("aria-label", "Suka, dan lainnya");
    expect(site.press(like)).toBeNull();
  });

  it("counts a feed without markers as unrecognised, and still takes its actions", () => {
    const { site, doc } = open();
    for (const post of doc.querySelectorAll("[aria-posinset]")) post.removeAttribute("aria-posinset");
    expect(site.posts()).toEqual([]);
    expect(site.press(byLabel(doc.body, "Suka"))).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0001" }, text: "Kalimat contoh pertama, bukan kampanye." }],
    });
  });

  it("reads the picture viewer without markers and without its comments", () => {
    const { doc, site } = page(
      `<div role="main"><h1>Akun Lain</h1></div><div role="dialog"><div role="complementary">
        <h2><a role="link" href="/akun_foto">Akun Foto</a></h2><span dir="auto">Kata di bawah foto.</span>${bar}
        <div role="article" aria-label="Komentar oleh Akun Lain"><a href="/lain">Akun Lain</a>
          <div dir="auto">Komentar yang lebih panjang daripada kata di bawah foto itu.</div></div></div></div>`,
      `${url}photo/?fbid=1`,
    );
    const [surface] = site.press(doc.querySelector("[aria-label=Suka]")!)!.surfaces;
    expect(surface).toMatchObject({ author: { handle: "akun_foto" }, text: "Kata di bawah foto." });
  });

  it("takes a button in a page's heading or without an author for no post's", () => {
    const { doc, site } = page(
      `<div role="main"><h1>Halaman</h1><div data-pagelet="ProfileActions"><div role="button" aria-label="Suka">Suka</div></div>
        <h2><a role="link" href="/foto">Foto</a></h2></div><div><div role="button" aria-label="Like"></div></div>`,
      `${url}akun_halaman`,
    );
    expect(site.posts()).toEqual([]);
    expect(site.press(doc.querySelector("[aria-label=Suka]")!)?.surfaces).toMatchObject([
      { kind: "profile" },
    ]);
  });

  it("takes accounts tagged beside the author for no authors of a shared post", () => {
    const { doc, site } = open();
    const name = doc.querySelector("[aria-posinset] [data-ad-rendering-role=profile_name]")!;
    name.insertAdjacentHTML("beforeend", ' bersama <a role="link" href="/akun_lain">Akun Lain</a>');
    const post = site.readPost(site.posts()[0]!);
    expect(post).toMatchObject({
      author: { handle: "akun_0001" },
      text: "Kalimat contoh pertama, bukan kampanye.",
    });
    expect(post.inner).toBeUndefined();
  });

  it("takes a picker for that of the post hovered over last, a share dialog for that of the post pressed last", () => {
    const { site, doc } = open();
    const [first, second] = site.posts();
    site.remember(byLabel(first!, "Suka"), "press");
    site.remember(byLabel(second!, "Suka"), "hover");
    const items = ["Suka", "Super", "Peduli", "Haha", "Wow", "Sedih", "Marah"]
      .map((name) => `<div role="button" aria-label="${name}"></div>`)
      .join("");
    doc.body.insertAdjacentHTML(
      "beforeend",
      `<div role="dialog" aria-label="Reaksi">${items}</div>
       <div role="dialog" aria-label="Bagikan"><div role="button" aria-label="Bagikan sekarang"></div></div>`,
    );
    const text = (label: string) => site.press(byLabel(doc, label))?.surfaces[0]?.text;
    expect(text("Super")).toBe(site.readPost(second!).text);
    expect(text("Bagikan sekarang")).toBe(site.readPost(first!).text);
  });

  it("takes every item of a reaction picker for a reaction, but beside other controls only a known label", () => {
    const { doc, site } = open();
    const item = (label: string) => `<div role="button" aria-label="${label}"></div>`;
    const names = ["Seneng", "Tresna", "Peduli", "Haha", "Wow", "Susah", "Nesu"];
    site
      .posts()[0]!
      .insertAdjacentHTML(
        "beforeend",
        `<div id="p" role="dialog" aria-label="Tanggapan">${names.map(item).join("")}</div>`,
      );
    const picker = doc.querySelector("#p")!;
    for (const name of names)
      expect(site.press(byLabel(picker, name))).toMatchObject({
        action: "react",
        surfaces: [{ author: { handle: "akun_0001" } }],
      });
    picker.insertAdjacentHTML("beforeend", item("Tutup") + item("Lainnya"));
    expect(site.press(byLabel(picker, "Tutup"))).toBeNull();
    expect(site.press(byLabel(picker, "Haha"))?.action).toBe("react");
  });
});

describe.skipIf(!hasShared)("Facebook, saved pages", () => {
  const files: [string, string, number][] = [
    ["facebook/fb_home_feed_en_2025-07_loggedin.html", url, 1],
    ["facebook/fb_home_feed_en_2022-04_loggedin.html", "https://web.facebook.com/", 1],
    ["facebook/fb_page_political_hr_2023-03_loggedin.html", "https://www.facebook.com/akun_0001", 4],
    ["facebook/fb_profile_ar_2025-07_loggedout.html", "https://www.facebook.com/akun_0001", 0],
  ];
  it.each(files)("reads author and text of every post in %s, and no decoy", (file, at, count) => {
    const { site } = open(file, at);
    const posts = site.posts();
    expect(posts).toHaveLength(count);
    for (const post of posts) {
      const read = site.readPost(post);
      expect(read.author?.name, "author").toBeTruthy();
      expect(read.text).not.toBe("");
      expect(read.text).not.toMatch(/Facebook.*Facebook/s);
    }
  });
  it("reads name, handle and category of the political page", () => {
    const { site } = open(
      "facebook/fb_page_political_hr_2023-03_loggedin.html",
      "https://www.facebook.com/akun_0001",
    );
    expect(site.page()).toMatchObject({ kind: "profile", author: { handle: "akun_0001" } });
    expect(site.page()?.author?.category).toMatch(/Politika/);
  });
});
