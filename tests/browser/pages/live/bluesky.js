// Makes a bluesky page behave like the site's app; needs live/common.js before it.
(() => { const L = window.__live, { txt, h } = L;
const POST = '[data-testid^="feedItem-by-"]';
const posts = () => [...document.querySelectorAll(POST)];
const author = (p) => p.dataset.testid.replace("feedItem-by-", "");
const target = (e) => { const p = e.closest(POST); return p ? { author: author(p), text: txt(p.querySelector("[data-testid=postText]")).slice(0, 60) } : { page: location.pathname }; };
const compose = (kind, p) => {
  const ed = h("div", { contenteditable: "true", role: "textbox", tabindex: "0", "data-live-kind": kind, style: "min-height:20px;border:1px solid #ccc" }, h("p", {}, document.createElement("br")));
  const d = L.popup({ role: "dialog" }, [ed, h("button", { type: "button", "data-testid": "composerPublishBtn" }, kind === "reply" ? "Balas" : "Posting")]);
  d._p = p;
  ed.focus();
};
const send = (d, via) => { const ed = d.querySelector("[contenteditable]"); const text = L.read(ed).trim(); if (!text) return; L.act(ed.dataset.liveKind, d._p ? target(d._p) : null, { via, text }); L.closePopups(); };
L.start({ name: "bluesky", posts,
  click: [
    ["[data-testid=composerPublishBtn]", (b, e, v) => send(b.closest("[data-live-popup]"), v)],
    ["[data-testid=repostDropdownRepostBtn]", (i, e, v) => { const p = i.closest("[data-live-popup]")._p; L.closePopups(); L.act("repost", target(p), { via: v }); }],
    ["[data-testid=repostDropdownQuoteBtn]", (i) => { const p = i.closest("[data-live-popup]")._p; L.closePopups(); compose("quote", p); }],
    ["[data-testid=likeBtn]", (b, e, v) => { const on = b.getAttribute("aria-label").startsWith("Batal"); b.setAttribute("aria-label", on ? "Suka (3 suka)" : "Batal suka (4 suka)"); L.act(on ? "unlike" : "like", target(b), { via: v }); }],
    ["[data-testid=replyBtn]", (b) => compose("reply", b.closest(POST))],
    ["[data-testid=repostBtn]", (b) => { const item = (name, label) => h("div", { role: "menuitem", tabindex: "0", "data-testid": `repostDropdown${name}Btn`, style: "padding:6px" }, label); const m = L.popup({ role: "menu" }, [item("Repost", "Posting ulang"), item("Quote", "Kutip postingan")]); m._p = b.closest(POST); m.addEventListener("keydown", (ev) => { if (ev.key === "Enter" && !ev.defaultPrevented) ev.target.click(); }); }],
    ["[data-testid=followBtn],[data-testid=unfollowBtn]", (b, e, v) => { const on = b.dataset.testid === "unfollowBtn"; b.dataset.testid = on ? "followBtn" : "unfollowBtn"; L.setText(b, on ? "Ikuti" : "Mengikuti"); L.act(on ? "unfollow" : "follow", target(b), { via: v }); }],
    ["[data-testid=composeFAB]", () => compose("post")],
  ],
  editorKey: (ev, ed) => { const d = ed?.closest("[data-live-popup]"); if (!d || ev.key !== "Enter" || !(ev.ctrlKey || ev.metaKey)) return false; send(d, "ctrlenter"); return true; },
  keys: {},
  reset: (p) => p.querySelector("[data-testid=likeBtn]").setAttribute("aria-label", "Suka (3 suka)"),
  fill: (p, o) => {
    const v = o.handle || o.author;
    if (v) { p.dataset.testid = `feedItem-by-${v}`; p.querySelectorAll("a[href*='/profile/']").forEach((a) => { a.setAttribute("href", `/profile/${v}`); if (txt(a)) L.setText(a, txt(a).startsWith("@") ? `@${v}` : o.author || v); }); }
    if (o.text !== undefined) L.setText(p.querySelector("[data-testid=postText]"), o.text);
  },
  fillProfile: (o) => { if (o.name) L.setText(document.querySelector("[data-testid=profileHeaderDisplayName]"), o.name); if (o.bio) L.setText(document.querySelector("[data-testid=profileHeaderDescription]"), o.bio); },
});
})();
