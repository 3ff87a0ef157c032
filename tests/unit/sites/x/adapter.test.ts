import { describe, expect, it } from "vitest";
import { x } from "../../../../src/sites/x/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";

const open = (file = "x/hand_x_home_id.html", at = "https://x.com/home") => {
  const doc = documentOf(pageFile(file), at);
  return { doc, site: x(doc) };
};
const key = { key: "Enter", ctrl: true, shift: false, alt: false, composing: false };

describe("X, a status in its thread", () => {
  it("takes a reply for one to the post in the address, not to the first of its thread", () => {
    const { site, doc } = open("x/hand_x_home_id.html", "https://x.com/akun_0003/status/77");
    const [first, , third] = site.posts();
    const time = doc.createElement("a");
    time.setAttribute("href", "/akun_0003/status/77");
    third!.append(time);
    const editor = doc.querySelector("[data-testid=tweetTextarea_0]")!;
    editor.textContent = "Setuju";
    const about = () => site.key(key, editor)?.surfaces[0]?.author?.handle;
    expect(site.key(key, editor)?.action).toBe("reply");
    expect(about()).toBe("akun_0003");
    time.remove();
    expect(about()).toBe(site.readPost(first!).author?.handle);
  });
});

describe("X, hand-made timeline", () => {
  it("reads author, handle and text with emoji and hashtag", () => {
    const { site } = open();
    const post = site.readPost(site.posts()[0]!);
    expect(post.author).toMatchObject({ name: "Akun Satu", handle: "akun_0001" });
    expect(post.text).toBe("Kalimat contoh dengan lambang 🇮🇩✌️ dan #contoh");
  });

  it("reads a quote as the inner post and not as text of the outer one", () => {
    const { site } = open();
    const post = site.readPost(site.posts()[1]!);
    expect(post).toMatchObject({
      author: { handle: "akun_0002" },
      text: "Kalimat contoh kedua.",
      inner: { text: "Kutipan contoh.", author: { handle: "akun_0005" } },
    });
  });

  it("takes a like for an action, but not an undo, a bookmark or the opening of reply and repost", () => {
    const { site } = open();
    const post = site.posts()[0]!;
    const at = (id: string) => post.querySelector(`[data-testid=${id}]`)!;
    expect(site.press(at("like"))?.action).toBe("like");
    for (const id of ["bookmark", "retweet", "reply", "caret"]) expect(site.press(at(id))).toBeNull();
    post.querySelector("[data-testid=like]")!.setAttribute("data-testid", "unlike");
    expect(site.press(at("unlike"))).toBeNull();
  });

  it("takes the sheet of an intent page for an action on its post or account, but no other sheet", () => {
    const sheetAt = (at: string) => {
      const { site, doc } = open("x/hand_x_home_id.html", at);
      const sheet = doc.createElement("button");
      sheet.setAttribute("data-testid", "confirmationSheetConfirm");
      doc.body.append(sheet);
      return site.press(sheet);
    };
    const post = { author: { handle: "akun_0001" } };
    expect(sheetAt("https://x.com/intent/like?tweet_id=1")).toMatchObject({
      action: "like",
      surfaces: [post],
    });
    expect(sheetAt("https://x.com/intent/retweet?tweet_id=1")).toMatchObject({
      action: "repost",
      surfaces: [post],
    });
    expect(sheetAt("https://x.com/intent/follow?screen_name=tim_dua")).toMatchObject({
      action: "follow",
      surfaces: [{ kind: "profile", author: { handle: "tim_dua" } }],
    });
    expect(sheetAt("https://x.com/home")).toBeNull();
    expect(sheetAt("https://x.com/intent/tweet?text=a")).toBeNull();
  });

  it("takes a choice in a poll for a vote on its post, but not the card with the results", () => {
    const { site } = open();
    const post = site.posts()[2]!;
    const choice = post.querySelector("[role=radio]")!;
    expect(site.press(choice.querySelector("span")!)).toMatchObject({
      action: "vote",
      control: choice,
      surfaces: [{ author: { handle: "akun_0003" }, text: "Kalimat contoh ketiga." }],
    });
    choice.removeAttribute("role");
    expect(site.press(choice)).toBeNull();
  });

  it("remembers the post of a repost, whose menu is elsewhere", () => {
    const { site, doc } = open();
    const post = site.posts()[1]!;
    site.remember(post.querySelector("[data-testid=retweet]")!, "press");
    const item = doc.createElement("div");
    item.setAttribute("role", "menuitem");
    item.setAttribute("data-testid", "retweetConfirm");
    doc.querySelector("#layers")!.append(item);
    const intent = site.press(item);
    expect(intent).toMatchObject({ action: "repost", surfaces: [{ text: "Kalimat contoh kedua." }] });
  });

  it("publishes the draft by Ctrl+Enter only", () => {
    const { site, doc } = open();
    const editor = doc.querySelector("[data-testid=tweetTextarea_0]")!;
    expect(site.key(key, editor)).toBeNull();
    editor.textContent = "Selamat pagi";
    expect(site.key(key, editor)).toMatchObject({
      action: "publish",
      surfaces: [{ kind: "composer", text: "Selamat pagi" }],
    });
    expect(site.key({ ...key, ctrl: false }, editor)).toBeNull();
  });

  it("takes the dialog after Reply for a reply to that post, but not a later new post", () => {
    const { site, doc } = open();
    const post = site.posts()[0]!;
    site.remember(post.querySelector("[data-testid=reply]")!, "press");
    const dialog = doc.createElement("div");
    dialog.setAttribute("role", "dialog");
    dialog.innerHTML =
      '<div data-testid="tweetTextarea_0" contenteditable="true">Setuju</div><button data-testid="tweetButton">Balas</button>';
    doc.querySelector("#layers")!.append(dialog);
    const button = dialog.querySelector("button")!;
    expect(site.press(button)).toMatchObject({
      action: "reply",
      surfaces: [{ kind: "post" }, { text: "Setuju" }],
    });
    site.remember(doc.querySelector("[data-testid=SideNav_NewTweet_Button]")!, "press");
    expect(site.press(button)).toMatchObject({ action: "publish", surfaces: [{ text: "Setuju" }] });
  });
});

describe("X, hand-made community, viewer and menu", () => {
  const COMMUNITY = "https://x.com/i/communities/1900000000000000007";

  it("joins the community of the page or of a card, and takes leaving for no action", () => {
    const { site, doc } = open("x/hand_x_community_id.html", COMMUNITY);
    const group = { kind: "group", author: { id: "1900000000000000007", name: "Komunitas Contoh" } };
    expect(site.page()).toMatchObject(group);
    expect(site.heading()?.textContent).toBe("Komunitas Contoh");
    const join = doc.querySelector("[data-testid=join]")!;
    expect(site.press(join.querySelector("span")!)).toMatchObject({ action: "join", surfaces: [group] });
    const card = doc.createElement("div");
    card.innerHTML = `<a href="/i/communities/42"><div dir="ltr">Relawan Contoh</div><button data-testid="join">Gabung</button></a>`;
    doc.querySelector("main")!.append(card);
    expect(site.press(card.querySelector("button")!)).toMatchObject({
      surfaces: [{ kind: "group", author: { id: "42", name: "Relawan Contoh" } }],
    });
    join.textContent = "Tergabung";
    expect(site.press(join)).toBeNull();
  });

  it("assesses a post in a community with the community, and one elsewhere alone", () => {
    const { site, doc } = open("x/hand_x_community_id.html", COMMUNITY);
    const main = doc.querySelector("main")!;
    main.innerHTML += `<div data-testid="tweetTextarea_0" contenteditable="true">Selamat</div><button data-testid="tweetButtonInline"></button>`;
    const send = doc.querySelector("[data-testid=tweetButtonInline]")!;
    expect(site.press(send)?.surfaces).toMatchObject([{ kind: "group" }, { text: "Selamat" }]);
    expect(open("x/hand_x_community_id.html").site.page()).toBeNull();
  });

  it("takes the bar beside a picture in the viewer for actions on the post in the address", () => {
    const at = "https://x.com/akun_0001/status/190000000000000001/photo/1";
    const { site, doc } = open("x/hand_x_photo_id.html", at);
    const bar = doc.querySelector("[role=dialog] > div [role=group]")!;
    const post = { anchor: site.posts()[0], surfaces: [{ text: "Kalimat contoh di profil." }] };
    expect(site.press(bar.querySelector("[data-testid=like]")!)).toMatchObject({ action: "like", ...post });
    site.remember(bar.querySelector("[data-testid=retweet]")!, "press");
    const item = doc.createElement("div");
    item.setAttribute("data-testid", "retweetConfirm");
    doc.querySelector("#layers")!.append(item);
    expect(site.press(item)).toMatchObject({ action: "repost", ...post });
    const other = open("x/hand_x_photo_id.html", "https://x.com/a/status/7/photo/1");
    expect(other.site.press(other.doc.querySelector("[data-testid=like]")!)).toBeNull();
  });

  it("follows the author by the post's menu, and takes muting and unfollowing there for no action", () => {
    const { site, doc } = open("x/hand_x_profile_id.html", "https://x.com/akun_0001");
    site.remember(doc.querySelector("[data-testid=caret]")!, "press");
    const says = (text: string) => {
      const item = doc.createElement("div");
      item.setAttribute("role", "menuitem");
      item.textContent = text;
      doc.querySelector("#layers")!.append(item);
      return site.press(item);
    };
    expect(says("Ikuti @akun_0001")).toMatchObject({ action: "follow", surfaces: [{ kind: "post" }] });
    expect(says("Follow @lain")).toMatchObject({
      surfaces: [{ kind: "profile", author: { handle: "lain" } }],
    });
    for (const text of ["Bisukan @akun_0001", "Berhenti mengikuti @akun_0001", "Ikuti"])
      expect(says(text)).toBeNull();
  });
});

describe.skipIf(!hasShared)("X, saved pages", () => {
  it.each([
    ["x/x_home_en_2025-02_loggedin.html", "https://x.com/home", 6, 3],
    ["x/x_profile_en_2025-11_loggedout.html", "https://x.com/akun_0001", 4, 2],
  ])(
    "reads author and handle of every post and the handles of follow buttons in %s",
    (file, at, posts, follows) => {
      const { site, doc } = open(file, at);
      expect(site.posts()).toHaveLength(posts);
      for (const post of site.posts()) {
        expect(site.readPost(post).author?.handle).toMatch(/^\w+$/);
        expect(site.readPost(post).author?.name).toBeTruthy();
      }
      const buttons = [...doc.querySelectorAll('[data-testid$="-follow"]')];
      expect(buttons).toHaveLength(follows);
      for (const button of buttons) {
        const intent = site.press(button);
        expect(intent?.action).toBe("follow");
        expect(intent?.surfaces[0]?.author?.handle).toMatch(/^\w+$/);
      }
    },
  );
  it("reads the profile's name, handle, bio and category", () => {
    const { site } = open("x/x_profile_en_2025-11_loggedout.html", "https://x.com/akun_0001");
    const page = site.page();
    expect(page).toMatchObject({ kind: "profile", author: { handle: "akun_0001" } });
    expect(page?.author?.name).toBeTruthy();
    expect(page?.author?.bio).toBeTruthy();
    expect(page?.author?.category).toBeTruthy();
  });
});
