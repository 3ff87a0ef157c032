/** Pages that a translator rewrote (Chrome, Edge): controls that act are found by their place. */
import { describe, expect, it } from "vitest";
import type { Site } from "../../../src/sites/adapter.ts";
import { instagram } from "../../../src/sites/instagram/adapter.ts";
import { reddit } from "../../../src/sites/reddit/adapter.ts";
import { threads } from "../../../src/sites/threads/adapter.ts";
import { tiktok } from "../../../src/sites/tiktok/adapter.ts";
import { appendHtml, documentOf, pageFile } from "./page.ts";

/** Words of a control as Chrome's translator leaves them. */
const font = (words: string) => `<font style="vertical-align: inherit"><font>${words}</font></font>`;
const button = (inner: string) => `<div role="button" tabindex="0">${inner}</div>`;
const actionAt = (site: Site, control: Element | null | undefined) => control && site.press(control)?.action;

describe("Instagram in translation", () => {
  const open = (at = "") => {
    const doc = documentOf(pageFile("instagram/hand_ig_feed_id.html"), `https://www.instagram.com/${at}`);
    return { doc, site: instagram(doc) };
  };

  it("comments by the only worded button of a comment box with a draft, whatever its word, and not by its icons", () => {
    const { doc, site } = open();
    const emoji = button('<svg aria-label="Emoji" height="20"></svg>');
    const form = appendHtml(doc, `<form><textarea></textarea>${emoji}${button(font("Pos"))}</form>`);
    site.posts()[0]!.append(form);
    const [icon, post] = form.querySelectorAll('[role="button"]');
    expect(actionAt(site, post)).toBeUndefined();
    form.querySelector("textarea")!.value = "Semangat";
    expect(actionAt(site, post)).toBe("comment");
    post!.textContent = "Enviar ahora";
    expect(actionAt(site, post)).toBe("comment");
    expect(actionAt(site, icon)).toBeUndefined();
  });

  it("sends by the last worded button of the share dialog, not by a recipient", () => {
    const { doc, site } = open();
    const post = site.posts()[1]!;
    const recipient = button(`<img alt="">${font("Budi")}`);
    const dialog = appendHtml(
      doc,
      `<div role="dialog">${button(font("Menutup"))}${recipient}${button(font("Kirimkan"))}</div>`,
    );
    const [close, row, send] = dialog.querySelectorAll('[role="button"]');
    expect(actionAt(site, send)).toBeUndefined();
    site.remember(
      [...post.querySelectorAll("svg")].find((one) => one.getAttribute("aria-label") === "Bagikan")!,
      "press",
    );
    expect([close, row, send].map((one) => actionAt(site, one))).toEqual([undefined, undefined, "share"]);
  });

  it("replies to a story by a worded button outside its heading, once there is a draft", () => {
    const { doc, site } = open("stories/tim_a/12/");
    doc.body.innerHTML = `<header>${button(font("Mengikuti"))}</header><div><textarea></textarea>${button(font("Kirimkan"))}</div>`;
    const [head, send] = doc.querySelectorAll('[role="button"]');
    expect(actionAt(site, send)).toBeUndefined();
    doc.querySelector("textarea")!.value = "Siap";
    expect([head, send].map((one) => actionAt(site, one))).toEqual([undefined, "reply"]);
  });

  it("publishes by the first worded button of the dialog for a new post", () => {
    const doc = documentOf(pageFile("instagram/hand_ig_upload_id.html"), "https://www.instagram.com/");
    const share = doc.querySelector("[data-live-publish]")!;
    share.innerHTML = font("Membagikan");
    doc.querySelector("[contenteditable]")!.textContent = "Selamat pagi";
    expect(actionAt(instagram(doc), share)).toBe("publish");
  });
});

describe("Threads in translation", () => {
  const open = () => {
    const doc = documentOf(pageFile("threads/hand_th_profile_id.html"), "https://www.threads.com/@akun_0005");
    return { doc, site: threads(doc) };
  };

  it("follows by the first worded button beside a profile's name, and by no other", () => {
    const { doc, site } = open();
    const [follow, mention] = [...doc.querySelectorAll('h1 ~ div [role="button"]')];
    follow!.innerHTML = font("Mengikuti");
    mention!.innerHTML = font("Menyebutkan");
    expect(site.press(follow!)).toMatchObject({
      action: "follow",
      surfaces: [{ author: { handle: "akun_0005" } }],
    });
    expect(actionAt(site, mention)).toBeUndefined();
  });

  it("sends by the last worded button of a composer with a draft", () => {
    const { doc, site } = open();
    const buttons = button(font("Membatalkan")) + button(font("Kirimkan"));
    const dialog = appendHtml(
      doc,
      `<div role="dialog"><div role="textbox" contenteditable="true">Setuju</div>${buttons}</div>`,
    );
    const [cancel, send] = dialog.querySelectorAll('[role="button"]');
    expect([cancel, send].map((one) => actionAt(site, one))).toEqual([undefined, "publish"]);
  });
});

it("TikTok in translation takes a word that says both for following, and the site's own word for followed", () => {
  const doc = documentOf(pageFile("tiktok/hand_tt_foryou_id.html"), "https://www.tiktok.com/foryou");
  const site = tiktok(doc);
  const follow = site.posts()[0]!.querySelector('[data-e2e="feed-follow"]')!;
  follow.removeAttribute("aria-label");
  follow.innerHTML = "Mengikuti";
  expect(actionAt(site, follow)).toBeUndefined();
  follow.innerHTML = font("Mengikuti");
  expect(actionAt(site, follow)).toBe("follow");
});

it("Reddit in translation takes a word that says both for following, and the site's own word for followed", () => {
  const doc = documentOf(
    pageFile("reddit/hand_reddit_user_id.html"),
    "https://www.reddit.com/user/akun_0005/",
  );
  const site = reddit(doc);
  const follow = doc.querySelector("follow-button")!;
  follow.innerHTML = "<button>Mengikuti</button>";
  expect(actionAt(site, follow.firstElementChild)).toBeUndefined();
  follow.innerHTML = `<button>${font("Mengikuti")}</button>`;
  expect(actionAt(site, follow.firstElementChild)).toBe("follow");
});
