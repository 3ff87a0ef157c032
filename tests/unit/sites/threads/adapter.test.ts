import { describe, expect, it } from "vitest";
import { threads } from "../../../../src/sites/threads/adapter.ts";
import { appendHtml, documentOf, hasShared, pageFile } from "../page.ts";

const open = (file = "threads/hand_th_profile_id.html", at = "https://www.threads.com/@akun_0005") => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: threads(doc) };
};
const icon = (root: ParentNode, word: string) => root.querySelector(`svg[aria-label="${word}"]`)!;
const COMPOSER =
  '<div role="dialog"><div role="textbox" contenteditable="true"><p>Setuju</p></div><div role="button"><svg aria-label="Balas"></svg></div></div>';

it("Threads: a composer with several parts is read whole, by the button and by the key", () => {
  const { doc, site } = open();
  const dialog = appendHtml(
    doc,
    COMPOSER.replace("</p></div>", '</p></div><div role="textbox" contenteditable="true">Bagian kedua</div>'),
  );
  const key = { key: "Enter", ctrl: true, shift: false, alt: false, composing: false };
  for (const intent of [site.press(icon(dialog, "Balas")), site.key(key, dialog.querySelector("p")!)])
    expect(intent?.surfaces.at(-1)?.text).toBe("Setuju\nBagian kedua");
});

describe("Threads, hand-made profile", () => {
  it("reads author, all lines, pictures and the quoted post of every post", () => {
    const { site } = open();
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author?.handle)).toEqual(["akun_0001", "akun_0002", "akun_0003"]);
    expect(read[0]).toMatchObject({
      author: { name: "akun_0001" },
      text: "Kiriman contoh satu 🌱\nBaris kedua",
      imageAlt: ["Gambar contoh"],
    });
    expect(read[1]).toMatchObject({
      text: "Kiriman contoh dua",
      inner: { author: { handle: "akun_0009" }, text: "Kiriman yang dikutip" },
    });
    expect(read[2]!.text).toBe("Kiriman contoh tiga");
  });

  it("reads the profile with its bio, but not on the page of a post", () => {
    expect(open().site.page()).toMatchObject({
      kind: "profile",
      author: { handle: "akun_0005", name: "Akun Lima", bio: "Bio akun contoh." },
    });
    expect(open(undefined, "https://www.threads.net/@akun_0005/post/Abc").site.page()).toBeNull();
  });

  it("takes a like for an action, but not an undo or the opening of reply, repost and share", () => {
    const { site } = open();
    const post = site.posts()[1]!;
    expect(site.press(icon(post, "Suka"))).toMatchObject({
      action: "like",
      surfaces: [{ author: { handle: "akun_0002" } }],
    });
    for (const word of ["Balas", "Posting ulang", "Bagikan"]) expect(site.press(icon(post, word))).toBeNull();
    icon(post, "Suka").setAttribute("aria-label", "Batal suka");
    expect(site.press(icon(post, "Batal suka"))).toBeNull();
  });

  it("takes the heart's outline for a like if no label is known, but not a filled heart", () => {
    const { site, doc } = open();
    const heart = icon(site.posts()[0]!, "Suka");
    heart.setAttribute("aria-label", "Me gusta");
    expect(site.press(heart)).toBeNull();
    const outline = doc.createElement("path");
    outline.setAttribute("d", "M1.34375 7.53125L1.34375 7.54043C1.34374");
    heart.append(outline);
    expect(site.press(heart)?.action).toBe("like");
    heart.setAttribute("aria-label", "Batal suka");
    expect(site.press(heart)).toBeNull();
    heart.setAttribute("aria-label", "Ya no me gusta");
    outline.setAttribute("d", "M9 16L2 9");
    expect(site.press(heart)).toBeNull();
  });

  it("assesses a reply with the post that opened the composer, a new post by its draft only", () => {
    const { doc, site } = open();
    site.remember(icon(site.posts()[2]!, "Balas"), "press");
    const dialog = appendHtml(doc, COMPOSER);
    expect(site.press(icon(dialog, "Balas"))).toMatchObject({
      action: "reply",
      surfaces: [{ author: { handle: "akun_0003" } }, { kind: "composer", text: "Setuju" }],
    });
    site.remember(doc.querySelector("[data-live-compose]")!, "press");
    expect(site.press(icon(dialog, "Balas"))).toMatchObject({
      action: "publish",
      surfaces: [{ kind: "composer", text: "Setuju" }],
    });
    dialog.querySelector("p")!.textContent = "";
    expect(site.press(icon(dialog, "Balas"))).toBeNull();
  });

  it("tells repost from quote by the menu item", () => {
    const { doc, site } = open();
    site.remember(icon(site.posts()[0]!, "Posting ulang"), "press");
    const menu = appendHtml(
      doc,
      '<div role="menu"><div role="button">Posting ulang</div><div role="button">Kutip</div></div>',
    );
    const [repost, quote] = menu.children;
    expect(site.press(repost!)).toMatchObject({
      action: "repost",
      surfaces: [{ author: { handle: "akun_0001" } }],
    });
    expect(site.press(quote!)).toBeNull();
    site.remember(quote!, "press");
    expect(site.press(icon(appendHtml(doc, COMPOSER), "Balas"))).toMatchObject({ action: "quote" });
  });

  it("follows the author of a post, and the owner in the heading of a profile", () => {
    const { doc, site } = open();
    const buttons = [...doc.querySelectorAll('[role="button"]')].filter((el) => el.textContent === "Ikuti");
    const followed = buttons.map((el) => site.press(el)?.surfaces[0]?.author?.handle);
    expect(followed).toEqual(["akun_0005", "akun_0001", "akun_0002", "akun_0003"]);
    buttons[0]!.firstElementChild!.textContent = "Mengikuti";
    expect(site.press(buttons[0]!)).toBeNull();
  });
});

describe.skipIf(!hasShared)("Threads, saved pages", () => {
  const saved = () =>
    open("threads/threads_profile_org_en_2026-02_loggedout.html", "https://www.threads.com/@akun_0001");
  it("reads author and text of every post, without counts and times", () => {
    const { site } = saved();
    const read = site.posts().map(site.readPost);
    expect(read.map((post) => post.author?.handle)).toEqual(["akun_0001", "akun_0001"]);
    expect(read[0]!.text).toMatch(/^Posuere ut Molestie🦞.*feugiat ornare 2\/79\.$/);
    expect(read[1]!.text).toBe("Est id lacinia qui consequat ante Massa 💕\n💡: habitasse");
  });
  it("reads the profile with its bio", () => {
    expect(saved().site.page()).toMatchObject({ author: { handle: "akun_0001", name: "Akun Dua" } });
    expect(saved().site.page()?.author?.bio).toMatch(/posuere in ex dictum.*sagittis\.$/);
  });
});
