/** WhatsApp and Telegram: which actions are recognised, what is read for them, and that nothing else is read. */
import { describe, expect, it } from "vitest";
import type { KeyPress, Site } from "../../../../src/sites/adapter.ts";
import { telegram } from "../../../../src/sites/telegram/adapter.ts";
import { whatsapp } from "../../../../src/sites/whatsapp/adapter.ts";
import { documentOf, hasShared, pageFile } from "../page.ts";
import { recordTextAccess } from "../text-access.ts";

const PAGES = {
  whatsapp: ["whatsapp/hand_wa_chat_id.html", "https://web.whatsapp.com/"],
  k: ["telegram/hand_tg_k_id.html", "https://web.telegram.org/k/#@kanal_contoh"],
  a: ["telegram/hand_tg_a_en.html", "https://web.telegram.org/a/#-1001002003"],
} as const;
type Page = keyof typeof PAGES;

/** Elements of each page; `bar` is the composer's preview of a message being answered or forwarded. */
const AT: Record<Page, { words: string; editor: string; send: string; bar: string; item: string }> = {
  whatsapp: {
    words: ".copyable-text.selectable-text > span",
    editor: "footer [contenteditable]",
    send: "footer button span",
    bar: '<div role="button" aria-label="Pesan yang dikutip"><span class="quoted-mention">Siapa ikut?</span></div>',
    item: '<li data-animate-dropdown-item="true"><div>Teruskan</div></li>',
  },
  k: {
    words: ".words",
    editor: ".input-message-input",
    send: ".btn-send",
    bar: '<div class="reply"><div class="reply-subtitle">Siapa ikut?</div><button>×</button></div>',
    item: '<div class="btn-menu-item"><span class="tgico"></span><span>Teruskan</span></div>',
  },
  a: {
    words: ".words",
    editor: "#editable-message-text",
    send: ".Composer .send i",
    bar: '<div class="ComposerEmbeddedMessage"><button>×</button><div class="EmbeddedMessage">Siapa ikut?</div></div>',
    item: '<div class="MenuItem" role="menuitem"><i class="icon icon-forward"></i>Meneruskan</div>',
  },
};

function open(page: Page) {
  const [file, url] = PAGES[page];
  const doc = documentOf(pageFile(file), url);
  const site = page === "whatsapp" ? whatsapp(doc) : telegram(doc);
  const one = (selector: string) => doc.querySelector(selector)!;
  const at = AT[page];
  return {
    doc,
    site,
    one,
    at,
    words: [...doc.querySelectorAll(at.words)],
    write(text: string): Element {
      const editor = one(at.editor);
      editor.textContent = text;
      doc.querySelector("footer [data-icon=ptt]")?.setAttribute("data-icon", "send");
      return editor;
    },
    bar: () => {
      one("[data-live-bar]").innerHTML = at.bar;
    },
    add(html: string): Element {
      const box = doc.createElement("div");
      box.innerHTML = html;
      doc.body.append(box);
      return box.firstElementChild!;
    },
  };
}

const ENTER: KeyPress = { key: "Enter", ctrl: false, shift: false, alt: false, composing: false };
/** Presses as the guard does: asks, then lets the site remember. */
function pressed(site: Site, target: Element) {
  const intent = site.press(target);
  site.remember(target, "press");
  return intent;
}

describe.each(["whatsapp", "k", "a"] as const)("%s", (page) => {
  it("sends the draft by Enter and by the button, but not by a new line or without a draft", () => {
    const { site, one, at, write } = open(page);
    const editor = write("Ayo kita dukung");
    const sent = { action: "send", surfaces: [{ kind: "composer", text: "Ayo kita dukung" }] };
    expect(site.key(ENTER, editor)).toMatchObject(sent);
    expect(site.key({ ...ENTER, ctrl: true }, editor)).toMatchObject(sent);
    expect(site.press(one(at.send))).toMatchObject(sent);
    for (const more of [{ shift: true }, { composing: true }, { key: "a" }])
      expect(site.key({ ...ENTER, ...more }, editor)).toBeNull();
    write("");
    expect(site.key(ENTER, editor)).toBeNull();
    expect(site.press(one(at.send))).toBeNull();
  });

  it("assesses a reply with the message that the composer shows", () => {
    const { site, one, at, write, bar } = open(page);
    write("Saya ikut");
    bar();
    const held = site.press(one(at.send));
    expect(held?.action).toBe("reply");
    expect(held?.surfaces.map(({ kind, text }) => [kind, text])).toEqual([
      ["post", "Siapa ikut?"],
      ["composer", "Saya ikut"],
    ]);
  });

  it("forwards the message touched last, read at that moment", () => {
    const { site, words, add, at } = open(page);
    site.pointerDown!(words[0]!);
    site.pointerDown!(words[1]!);
    expect(pressed(site, add(at.item).firstElementChild!)).toBeNull();
    words[1]!.textContent = "Ditulis ulang sesudahnya";
    const last = confirm(page, site, add);
    expect(last).toMatchObject({
      action: "share",
      surfaces: [{ kind: "post", text: "Pesan contoh kedua." }],
    });
    expect(last?.surfaces).toHaveLength(1);
  });

  it("forwards nothing if no message was touched", () => {
    const { site, add, at } = open(page);
    pressed(site, add(at.item).firstElementChild!);
    expect(confirm(page, site, add)?.surfaces ?? []).toEqual([]);
  });

  it("finds no posts and no page, so that a chat is never scanned", () => {
    const { site } = open(page);
    expect(site.posts()).toEqual([]);
    expect(site.page()).toBeNull();
    expect(site.heading()).toBeNull();
  });

  it("never reads a message other than the forwarded one", () => {
    const { doc, site, one, at, words, write, bar, add } = open(page);
    const [first, second] = words.map((el) => el.closest('[data-mid],[data-message-id],[role="row"]')!);
    const read: string[] = [];
    recordTextAccess(first!, "first", read);
    recordTextAccess(second!, "second", read);
    /* Reading the text of the whole document would include them. */
    recordTextAccess(doc.body, "all", read, false);
    write("Selamat pagi");
    site.press(one(at.send));
    site.key(ENTER, one(at.editor));
    bar();
    site.press(one(at.send));
    site.posts();
    site.page();
    for (const el of words) for (const how of ["hover", "focus", "press"] as const) site.remember(el, how);
    for (const el of words) site.pointerDown!(el);
    expect(site.press(words[0]!)).toBeNull();
    expect(read).toEqual([]);
    site.pointerDown!(words[1]!);
    pressed(site, add(at.item).firstElementChild!);
    expect(new Set(read)).toEqual(new Set(["second"]));
  });
});

/** Sends what is being forwarded: in WhatsApp from its dialog, in Telegram from the other chat's composer. */
function confirm(page: Page, site: Site, add: (html: string) => Element) {
  if (page === "whatsapp")
    return site.press(
      add('<div role="dialog"><div role="button"><span data-icon="send"></span></div></div>').querySelector(
        "span",
      )!,
    );
  const { bar, send } = AT[page];
  const name = page === "k" ? "reply-wrapper" : "box";
  const composer = add(`<div><div class="${name}">${bar}</div><button class="send"><i></i></button></div>`);
  return site.press(composer.querySelector(send.endsWith("i") ? ".send i" : ".send")!);
}

describe("Telegram", () => {
  it.each([
    ["k", ".chat-join", "kanal_contoh", "Kanal Contoh"],
    ["a", ".join-subscribe-button", undefined, "Grup Contoh"],
  ] as const)("%s: joining is about the chat that is open", (page, button, handle, name) => {
    const { site, one } = open(page);
    expect(site.press(one(button))).toMatchObject({
      action: "join",
      surfaces: [{ kind: "group", author: { name, handle } }],
    });
  });

  it.each(["k", "a"] as const)(
    "takes a reaction in Web %s for an action on its message, but not an undo",
    (page) => {
      const { site, one, words } = open(page);
      const chip = one(".reaction,.message-reaction");
      expect(site.press(chip)).toMatchObject({
        action: "react",
        surfaces: [{ text: "Pesan contoh pertama." }],
      });
      if (page === "a")
        expect(site.doubleTap!(words[1]!)).toMatchObject({
          action: "react",
          surfaces: [{ text: "Pesan contoh kedua." }],
        });
      else expect(site.doubleTap!(words[1]!)).toBeNull();
      chip.classList.add(page === "k" ? "is-chosen" : "chosen");
      expect(site.press(chip)).toBeNull();
    },
  );

  it.each(["k", "a"] as const)("takes an answer in a poll of Web %s for one vote on its message", (page) => {
    const { site, one } = open(page);
    const answer = one(".poll-answer,.poll-answers label");
    expect(site.press(answer.lastElementChild!)).toMatchObject({
      action: "vote",
      control: answer,
      surfaces: [{ text: "Tanya contoh?\nJawaban satu\nJawaban dua" }],
    });
    answer.closest("poll-element,.Poll")!.classList.add("is-voted");
    if (page === "k") expect(site.press(answer)).toBeNull();
  });

  it("takes the button below for the vote if several answers can be given", () => {
    const { site, one, doc } = open("k");
    one("poll-element").classList.add("is-multiple");
    expect(site.press(one(".poll-answer"))).toBeNull();
    expect(site.press(one(".poll-view-results"))).toBeNull();
    const send = doc.createElement("div");
    send.className = "poll-footer-button";
    one(".poll-footer").append(send);
    expect(site.press(send)?.action).toBe("vote");
  });

  it("takes a double click for no action in a chat without reactions", () => {
    const { doc, site, words } = open("a");
    for (const el of doc.querySelectorAll(".Reactions")) el.remove();
    expect(site.doubleTap!(words[0]!)).toBeNull();
  });

  it("reads each selected message, in a channel with the channel's name", () => {
    const { site, doc, add } = open("k");
    for (const el of doc.querySelectorAll(".bubble")) el.classList.add("is-selected");
    pressed(site, add('<button class="selection-container-forward"></button>'));
    const surfaces = confirm("k", site, add)?.surfaces;
    expect(surfaces?.map(({ text, author }) => [text, author?.name])).toEqual([
      ["Pesan contoh pertama.", "Kanal Contoh"],
      ["Pesan contoh kedua.", "Kanal Contoh"],
      ["Tanya contoh?\nJawaban satu\nJawaban dua", "Kanal Contoh"],
    ]);
  });

  it("forgets a forwarded message once it is sent or another message is answered", () => {
    const { site, one, at, words, write, bar, add } = open("k");
    const item = add(at.item).firstElementChild!;
    const forward = () => {
      site.pointerDown!(words[0]!);
      pressed(site, item);
      bar();
    };
    forward();
    expect(pressed(site, one(at.send))?.action).toBe("share");
    one("[data-live-bar]").innerHTML = "";
    write("Siap");
    expect(pressed(site, one(at.send))?.action).toBe("send");
    bar();
    expect(site.press(one(at.send))?.action).toBe("reply");
    forward();
    pressed(site, add('<div class="btn-menu-item"><span>Balas</span></div>').firstElementChild!);
    expect(site.press(one(at.send))?.action).toBe("reply");
  });
});

describe("WhatsApp", () => {
  it("follows a channel by its name, and joins a group by the name in the invitation", () => {
    const { site, one, add } = open("whatsapp");
    expect(site.press(one("[data-live-follow]"))).toMatchObject({
      action: "follow",
      surfaces: [{ kind: "profile", author: { name: "Grup Contoh" } }],
    });
    const dialog = add('<div role="dialog"><h1>Grup Undangan</h1><button>Gabung ke grup</button></div>');
    expect(site.press(dialog.querySelector("button")!)).toMatchObject({
      action: "join",
      surfaces: [{ kind: "group", author: { name: "Grup Undangan" } }],
    });
  });
});

describe.skipIf(!hasShared)("WhatsApp, saved page", () => {
  const saved = () => {
    const doc = documentOf(
      pageFile("whatsapp/wa_chat_id_2023-10_loggedin.html"),
      "https://web.whatsapp.com/",
    );
    return { doc, site: whatsapp(doc) };
  };
  it("reads the text of every message without time, quotes and buttons", () => {
    const { doc, site } = saved();
    const spans = [...doc.querySelectorAll("#main [data-pre-plain-text]")];
    expect(spans).toHaveLength(27);
    for (const span of spans) {
      const text = [...span.querySelectorAll("span.selectable-text")].find(
        (el) => !el.closest(".quoted-mention"),
      );
      const heard = site.readPost(span.closest('[role="row"]')!).text;
      expect(heard.replace(/\s+/g, " ")).toContain(
        text!.querySelector("span")!.textContent!.trim().slice(0, 20),
      );
      expect(heard).not.toMatch(/\b00\.00\b/);
    }
  });
  it("finds the composer, and forwards by the button beside a picture", () => {
    const { doc, site } = saved();
    const editor = doc.querySelector("footer [contenteditable]")!;
    editor.querySelector("p")!.textContent = "Selamat pagi";
    expect(site.key(ENTER, editor)).toMatchObject({ action: "send", surfaces: [{ text: "Selamat pagi" }] });
    expect(pressed(site, doc.querySelector('[data-icon="forward-chat"]')!)).toBeNull();
  });
});
