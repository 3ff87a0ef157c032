/** Telegram Web K since May 2026 and Web A with hashed classes, in documents made after their structure. */
import { describe, expect, it } from "vitest";
import type { Site } from "../../../../src/sites/adapter.ts";
import { telegram } from "../../../../src/sites/telegram/adapter.ts";
import { appendHtml, documentOf } from "../page.ts";

const GLYPH = "\ue99e";
const ENTER = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };

const bubble = (id: number, words: string, more = "") =>
  `<div class="bubble" data-mid="${id}" data-peer-id="-1"><div class="bubble-content"><div class="name"><span class="peer-title">Warga ${id}</span></div><div class="message">${words}</div>${more}</div></div>`;
const composer = (bar = "", state = "send") =>
  `<div class="chat-input"><div class="reply-wrapper"><div class="reply"><div class="reply-subtitle">${bar}</div></div></div><div class="input-message-input" contenteditable="true"></div><div class="btn-send-container"><button class="btn-send ${state}"></button><div class="btn-menu menu-send"><div class="btn-menu-item"><span class="tgico">${GLYPH}</span><span>Send Without Sound</span></div><div class="btn-menu-item danger"><span>Remove Effect</span></div></div></div></div>`;
const chat = (name: string, inner: string, more = 'class="chat tabs-tab active" data-type="chat"') =>
  `<div ${more}><div class="topbar"><div class="chat-info"><span class="peer-title">${name}</span></div></div>${inner}</div>`;

function open(html: string, address = "https://web.telegram.org/k/#-1") {
  const doc = documentOf(`<!doctype html><body>${html}</body>`, address);
  const site = telegram(doc);
  const one = (selector: string) => doc.querySelector(selector)!;
  const write = (words: string, selector = ".active .input-message-input") => {
    one(selector).textContent = words;
  };
  return { doc, site, one, write, add: (more: string) => appendHtml(doc, more) };
}
function pressed(site: Site, target: Element) {
  const intent = site.press(target);
  site.remember(target, "press");
  return intent;
}
const texts = (intent: ReturnType<Site["press"]>) => intent?.surfaces.map(({ text }) => text);

describe("Telegram Web K, forwarding", () => {
  const MENU = `<div class="btn-menu contextmenu"><div class="btn-menu-item"><span class="tgico">${GLYPH}</span><span class="i18n">Forward</span></div></div>`;
  const POPUP = `<div class="popup popup-forward"><a class="chatlist-chat" role="button">Budi</a><div class="popup-forward-footer"><div class="input-message-input" contenteditable="true"></div><button class="simple-message-input-confirm btn-primary"><span class="tgico">${GLYPH}</span></button></div></div>`;

  it("recognises the item by its words although an icon's letter stands before them", () => {
    const { site, one, add } = open(chat("Grup", bubble(1, "Diteruskan") + composer()));
    site.pointerDown!(one(".message"));
    pressed(site, add(MENU).querySelector(".i18n")!);
    pressed(site, add(POPUP).querySelector(".chatlist-chat")!);
    const intent = site.press(one(".popup-forward .simple-message-input-confirm"));
    expect([intent?.action, texts(intent)]).toEqual(["share", ["Diteruskan"]]);
  });

  it("reads the pop-up's own field with the message, by button and by Enter", () => {
    const { site, one, add, write } = open(chat("Grup", bubble(1, "Diteruskan") + composer()));
    site.pointerDown!(one(".message"));
    pressed(site, add(MENU).querySelector(".i18n")!);
    add(POPUP);
    write("Baca ini", ".popup-forward .input-message-input");
    for (const intent of [
      site.press(one(".popup-forward .tgico")),
      site.key(ENTER, one(".popup-forward .input-message-input")),
    ])
      expect([intent?.action, texts(intent)]).toEqual(["share", ["Diteruskan", "Baca ini"]]);
  });

  it("forwards the post beside whose text the plain box was pressed", () => {
    const beside = `<div class="bubble-beside-button with-hover forward"><span class="tgico">${GLYPH}</span></div>`;
    const { site, one, add } = open(chat("Kanal", bubble(1, "Satu") + bubble(2, "Dua", beside) + composer()));
    expect(pressed(site, one(".bubble-beside-button .tgico"))).toBeNull();
    add(POPUP);
    expect(texts(site.press(one(".popup-forward button")))).toEqual(["Dua"]);
  });
});

describe("Telegram Web K, the bar above the field", () => {
  const shown = 'class="chat tabs-tab active is-helper-active" data-type="chat"';
  it("is answered while it is shown, not once it is closed or the own message is edited", () => {
    const answer = (chatAttributes?: string, state?: string) => {
      const { site, one, write } = open(
        chat("Grup", bubble(1, "Satu") + composer("Yang dijawab", state), chatAttributes),
      );
      write("Selamat pagi");
      return site.key(ENTER, one(".active .input-message-input"));
    };
    expect([answer(shown)?.action, texts(answer(shown))]).toEqual([
      "reply",
      ["Yang dijawab", "Selamat pagi"],
    ]);
    expect(answer()).toMatchObject({ action: "send", surfaces: [{ text: "Selamat pagi" }] });
    expect(answer(shown, "edit")).toMatchObject({ action: "send" });
  });

  it("and the title of a hidden chat are passed over", () => {
    const hidden = chat(
      "Grup lama",
      bubble(1, "Satu") + composer("Bar lama"),
      'class="chat tabs-tab is-helper-active"',
    );
    const join =
      '<div class="chat-input-control"><button class="btn-primary btn-color-primary chat-input-control-button">APPLY</button></div>';
    const { site, one, write } = open(
      hidden + chat("Kanal dalam", bubble(2, "Dua") + composer("Bar dalam") + join, shown),
    );
    write("Setuju");
    expect(texts(site.press(one(".active .btn-send")))).toEqual(["Bar dalam", "Setuju"]);
    expect(site.press(one(".btn-color-primary"))).toMatchObject({
      action: "join",
      surfaces: [{ author: { name: "Kanal dalam" } }],
    });
  });

  it("is answered by voice or picture without words, but an empty Enter sends nothing", () => {
    const { site, one } = open(chat("Grup", bubble(1, "Satu") + composer("Yang dijawab", "record"), shown));
    expect(texts(site.press(one(".btn-send")))).toEqual(["Yang dijawab"]);
    expect(site.key(ENTER, one(".active .input-message-input"))).toBeNull();
  });

  it("a comment below a channel's post answers that post, an answered comment stands below it", () => {
    const post =
      '<div class="bubble channel-post" data-mid="9" data-peer-id="-2"><div class="message">Kiriman kanal</div></div>';
    const thread = (more: string) => `class="chat tabs-tab active ${more}" data-type="discussion"`;
    const say = (more: string) => {
      const { site, one, write } = open(
        chat("1 Comment", post + bubble(10, "Komentar") + composer("Komentar"), thread(more)),
      );
      write("Selamat pagi");
      return site.key(ENTER, one(".active .input-message-input"));
    };
    expect(texts(say(""))).toEqual(["Kiriman kanal", "Selamat pagi"]);
    expect(say("is-helper-active")?.surfaces[0]).toMatchObject({
      text: "Komentar",
      parent: { text: "Kiriman kanal" },
    });
  });
});

describe("Telegram Web K, other ways to act", () => {
  it("sends by the menu over the button, not by its item that takes back an effect", () => {
    const { site, one, write } = open(chat("Grup", bubble(1, "Satu") + composer()));
    write("Ayo dukung");
    expect(site.press(one(".menu-send .tgico"))).toMatchObject({
      action: "send",
      surfaces: [{ text: "Ayo dukung" }],
    });
    expect(site.press(one(".menu-send .danger"))).toBeNull();
  });

  it("sends a picture with its caption by the pop-up's button", () => {
    const { site, add } = open(chat("Grup", bubble(1, "Satu") + composer()));
    const popup = add(
      '<div class="popup popup-new-media"><div class="input-message-input" contenteditable="true">Keterangan</div><button class="simple-message-input-confirm"></button></div>',
    );
    expect(texts(site.press(popup.querySelector("button")!))).toEqual(["Keterangan"]);
  });

  it("reacts by the button that comes on hovering", () => {
    const hover = '<div class="bubble-hover-reaction is-visible" data-loaded="1"><canvas></canvas></div>';
    const { site, one } = open(chat("Grup", bubble(1, "Satu", hover)));
    expect(site.press(one("canvas"))).toMatchObject({ action: "react", surfaces: [{ text: "Satu" }] });
  });

  it("takes a double click for no reaction", () => {
    const { site, one } = open(chat("Grup", bubble(1, "Satu", '<div class="reaction"></div>')));
    expect(site.doubleTap!(one(".message"))).toBeNull();
  });

  const poll = (one: boolean, voted = false, button = "Select an option") =>
    `<div class="poll-message-content _container_1a_1"><div>Tanya?</div><div class="_pollOption_1a_2" data-poll-option-idx="0"><div class="_clickableArea_1a_3 ${voted ? "_pointerDisabled_1a_4" : ""}"></div><div class="_Checkbox_2b_1 ${one ? "_round_2b_2" : ""}"></div><div class="words">Jawaban</div></div><div class="_footer_1a_5"><div class="_footerButton_1a_6 ${button === "Select an option" ? "" : "_clickable_1a_7"}"><span>${button}</span></div></div></div>`;
  it.each([
    ["one answer", poll(true), "vote", null],
    ["several answers, none ticked", poll(false), null, null],
    ["several answers, one ticked", poll(false, false, "Vote"), null, "vote"],
    ["a vote given", poll(true, true, "View Votes"), null, null],
  ])("votes in a poll with %s", (_, html, byAnswer, byButton) => {
    const { site, one } = open(chat("Grup", bubble(1, html)));
    const act = (selector: string) => site.press(one(selector))?.action ?? null;
    expect([act(".words"), act("._footer_1a_5 span")]).toEqual([byAnswer, byButton]);
  });

  it("reads all fields of an own poll", () => {
    const { site, add } = open(chat("Grup", bubble(1, "Satu") + composer()));
    const popup = add(
      '<div class="popup _popup_3c_1"><div class="popup-header"><button class="_confirmButton_3c_2 btn-primary">Create</button></div><div class="_inputField_3c_3" contenteditable="true">Tanya</div><div class="_inputField_3c_3" contenteditable="true">Jawab</div></div>',
    );
    expect(site.press(popup.querySelector("button")!)).toMatchObject({
      action: "send",
      surfaces: [{ text: "Tanya\nJawab" }],
    });
  });

  it("joins by the first button of an invitation in any language", () => {
    const { site, add } = open("");
    const popup = add(
      '<div class="popup popup-join-chat-invite"><div class="chat-title">Grup undangan</div><div class="popup-buttons"><button class="popup-button">Vstoupit</button><button class="popup-button">Zrušit</button></div></div>',
    );
    const [join, cancel] = popup.querySelectorAll("button");
    expect(site.press(join!)).toMatchObject({
      action: "join",
      surfaces: [{ author: { name: "Grup undangan" } }],
    });
    expect(site.press(cancel!)).toBeNull();
  });

  it("reads a story's caption for its heart and for an answer to it", () => {
    const { site, one } = open(
      '<div id="stories-viewer"><span class="peer-title">Pemilik</span><span class="peer-title">Lain</span><div class="_ViewerStoryCaptionText_4d_1">Isi cerita</div><div class="input-message-input" contenteditable="true">Bagus</div><button class="btn-reaction"></button></div>',
    );
    const story = { text: "Isi cerita", author: { name: "Pemilik" } };
    expect(site.press(one(".btn-reaction"))).toMatchObject({ action: "react", surfaces: [story] });
    expect(site.key(ENTER, one(".input-message-input"))).toMatchObject({
      action: "reply",
      surfaces: [story, { text: "Bagus" }],
    });
  });
});

describe("Telegram Web A with hashed classes", () => {
  const message = (inner: string) =>
    `<div class="Message" data-message-id="1"><div class="message-content text poll"><div class="content-inner"><div class="message-title"><span class="sender-title">Warga</span></div>${inner}</div></div><div class="quick-reaction"><img alt="Thumbs Up"></div></div>`;
  const answer = (type: string) =>
    `<div class="K1"><div class="Transition C2"><div class="Transition_slide"><input type="${type}"></div></div><div dir="auto" class="words">Jawaban</div></div>`;
  const openA = (html: string) => open(html, "https://web.telegram.org/a/#-1");

  it("votes by an answer where one can be given, by the button where several can", () => {
    const vote = '<button class="Button inline"><span>Vote</span></button>';
    const single = openA(message(`<div dir="auto">Tanya?</div>${answer("radio")}`));
    expect(single.site.press(single.one(".words"))).toMatchObject({
      action: "vote",
      control: single.one(".K1"),
      surfaces: [{ text: "Tanya?\nJawaban", author: { name: "Warga" } }],
    });
    const several = openA(message(`<div dir="auto">Tanya?</div>${answer("checkbox")}${vote}`));
    expect(several.site.press(several.one(".words"))).toBeNull();
    expect(several.site.press(several.one("button span"))).toMatchObject({
      action: "vote",
      surfaces: [{ text: "Tanya?\nJawaban" }],
    });
  });

  it("reacts by an emoji of the message's menu and by the one that comes on hovering", () => {
    const { site, one, add } = openA(message('<div class="text-content">Isi</div>'));
    site.pointerDown!(one(".text-content"));
    const menu = add(
      '<div class="MessageContextMenu"><div class="ReactionSelector"><div class="ReactionSelector__reactions"><div class="H4"><canvas></canvas></div></div></div></div>',
    );
    for (const target of [menu.querySelector("canvas")!, one(".quick-reaction img")])
      expect(site.press(target)?.action).toBe("react");
  });

  it("sends to the chats ticked in the pop-up", () => {
    const { site, one, add } = openA(message('<div class="text-content">Isi</div>'));
    site.pointerDown!(one(".text-content"));
    pressed(
      site,
      add('<div class="MenuItem" role="menuitem"><i class="icon icon-forward"></i>Forward</div>'),
    );
    const popup = add(
      '<div class="Modal ChatOrUserPicker" role="dialog"><div class="ChatOrUserPicker-item" role="button">Budi</div><button class="picker-send-button" aria-label="Forward"><i class="icon icon-new-send"></i></button></div>',
    );
    pressed(site, popup.querySelector("[role=button]")!);
    expect(site.press(popup.querySelector("i")!)).toMatchObject({ action: "share", surfaces: [{}] });
  });
});
