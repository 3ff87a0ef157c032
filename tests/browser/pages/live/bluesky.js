// Bluesky: posts with their author's test id, posts of lists without one, rows and cards of accounts (nested links)
(() => { const L = window.__live, { txt, h } = L;
const POST = '[data-testid^="feedItem-by-"],[data-testid^="postThreadItem-by-"],div[role=link][tabindex]:has([data-testid=likeBtn])';
const ROW = "[data-account-row],a[role=link]:has(button)";
const QUOTE = "div[role=link][aria-label]";
const WORDS = "[data-testid=postText],[data-word-wrap]";
const posts = () => [...document.querySelectorAll(POST)].filter((p) => !p.parentElement.closest(POST));
const words = (p) => [...p.querySelectorAll(WORDS)].find((e) => !e.closest(QUOTE));
const handle = (p) => /-by-(.+)$/.exec(p.dataset.testid ?? "")?.[1] ?? p.querySelector("a[href*='/profile/']").getAttribute("href").split("/")[2];
const target = (e) => { const p = e.closest(POST); return p ? { author: handle(p), text: txt(words(p)).slice(0, 60) } : { page: location.pathname }; };
const compose = (kind, p) => {
  const ed = () => h("div", { contenteditable: "true", role: "textbox", tabindex: "0", style: "min-height:20px;border:1px solid #ccc" }, h("p", {}, document.createElement("br")));
  const first = ed();
  const d = L.popup({ role: "dialog" }, [first, h("button", { type: "button", "data-testid": "composerPublishBtn" }, kind === "reply" ? "Balas" : "Posting"), h("button", { type: "button", "data-more": "" }, "Tambahkan postingan")]);
  d._p = p; d._kind = kind;
  d.querySelector("[data-more]").addEventListener("click", () => { L.setText(first, "Selamat pagi semuanya"); const more = ed(); more.dataset.second = ""; first.after(more); more.focus(); });
  first.focus();
};
const send = (d, via) => { const parts = [...d.querySelectorAll("[contenteditable]")].map((e) => L.read(e).trim()).filter(Boolean); const text = parts.at(-1); if (!text) return; L.act(d._kind, d._p ? target(d._p) : null, { via, text, parts: parts.length }); L.closePopups(); };
const follow = (b, e, v) => {
  const on = b.dataset.testid === "unfollowBtn" || b.dataset.on === "1";
  if (b.dataset.testid) b.dataset.testid = on ? "followBtn" : "unfollowBtn";
  else { b.dataset.on = on ? "" : "1"; b.setAttribute("aria-label", on ? "Ikuti" : "Mengikuti"); }
  L.setText(b, on ? "Ikuti" : "Mengikuti");
  L.act(on ? "unfollow" : "follow", target(b), { via: v });
};
L.start({ name: "bluesky", posts,
  click: [
    ["[data-more]", () => {}],
    ["[data-testid=composerPublishBtn]", (b, e, v) => send(b.closest("[data-live-popup]"), v)],
    ["[data-testid=repostDropdownRepostBtn]", (i, e, v) => { const p = i.closest("[data-live-popup]")._p; L.closePopups(); L.act("repost", target(p), { via: v }); }],
    ["[data-testid=repostDropdownQuoteBtn]", (i) => { const p = i.closest("[data-live-popup]")._p; L.closePopups(); compose("quote", p); }],
    ["[data-testid=likeBtn]", (b, e, v) => { const on = b.getAttribute("aria-label").startsWith("Batal"); b.setAttribute("aria-label", on ? "Suka (3 suka)" : "Batal suka (4 suka)"); L.act(on ? "unlike" : "like", target(b), { via: v }); }],
    ["[data-testid=replyBtn]", (b) => compose("reply", b.closest(POST))],
    ["[aria-label='Tulis balasan']", () => compose("reply", posts()[0])],
    ["[data-testid=repostBtn]", (b) => { const item = (name, label) => h("div", { role: "menuitem", tabindex: "0", "data-testid": `repostDropdown${name}Btn`, style: "padding:6px" }, label); const m = L.popup({ role: "menu" }, [item("Repost", "Posting ulang"), item("Quote", "Kutip postingan")]); m._p = b.closest(POST); m.addEventListener("keydown", (ev) => { if (ev.key === "Enter" && !ev.defaultPrevented) ev.target.click(); }); }],
    ["[data-testid=followBtn],[data-testid=unfollowBtn]", follow],
    ["button[aria-label=Ikuti],button[aria-label=Mengikuti]", follow],
    ["[data-testid=composeFAB],[aria-label='Tulis postingan baru']", () => compose("post")],
  ],
  editorKey: (ev, ed) => { const d = ed?.closest("[data-live-popup]"); if (!d || ev.key !== "Enter" || !(ev.ctrlKey || ev.metaKey)) return false; send(d, "ctrlenter"); return true; },
  keys: {},
  reset: (p) => p.querySelector("[data-testid=likeBtn]")?.setAttribute("aria-label", "Suka (3 suka)"),
  fill: (p, o) => {
    const v = o.handle || o.author;
    const own = (e) => !e.closest(QUOTE);
    if (v) {
      if (p.dataset.testid) p.dataset.testid = p.dataset.testid.replace(/-by-.*/, `-by-${v}`);
      for (const a of [p, ...p.querySelectorAll("a[href*='/profile/']")].filter((e) => e.localName === "a")) {
        const post = /\/post\/.*/.exec(a.getAttribute("href"))?.[0];
        a.setAttribute("href", `/profile/${v}${post ?? ""}`);
        if (txt(a) && !post && !a.querySelector("button")) { const at = [...a.querySelectorAll("div")].find((e) => !e.firstElementChild && txt(e).startsWith("@")); if (at) { L.setText([...a.querySelectorAll("div")].find((e) => !e.firstElementChild && txt(e) && !txt(e).startsWith("@")), o.author || v); L.setText(at, `@${v}`); } else L.setText(a, txt(a).startsWith("@") ? `@${v}` : o.author || v); }
      }
      if (p.matches(ROW)) { const [name, at] = [...p.querySelectorAll("[dir=auto]")].filter((e) => !e.closest("button") && !e.dataset.wordWrap); L.setText(name, o.author || v); L.setText(at, `@${v}`); }
    }
    if (o.text !== undefined) { const t = [...p.querySelectorAll(WORDS)].find(own); if (t) L.setText(t, o.text); }
  },
  fillProfile: (o) => { if (o.name) L.setText(document.querySelector("[data-testid=profileHeaderDisplayName]"), o.name); if (o.bio) L.setText(document.querySelector("[data-testid=profileHeaderDescription]"), o.bio); },
});
})();
