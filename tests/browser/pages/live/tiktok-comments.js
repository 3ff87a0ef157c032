// TikTok: comments, boxes to write them and rows of accounts
(() => { const L = window.__live, { txt } = L;
const HEART = "div[role=button][aria-pressed]:not([data-e2e])", POST = "[data-e2e=comment-post]", ROW = "[data-account],[class*=DivCardContainer]";
const boxOf = (e) => { let at = e; while (at && !(at.querySelector("[contenteditable=true]") && at.querySelector(POST))) at = at.parentElement; return at; };
const isAnswer = (box) => !!box.closest("[data-box=answer],[class*=DivReplyCommentEditorContainer]");
const send = (box, via) => { const ed = box.querySelector("[contenteditable=true]"), text = L.read(ed).trim(); if (!text) return; L.act(isAnswer(box) ? "reply" : "comment", null, { via, text }); L.clear(ed); };
L.start({ name: "tiktok", posts: () => [...document.querySelectorAll(ROW)],
  init: () => document.querySelectorAll("[inert]").forEach((e) => e.removeAttribute("inert")),
  click: [
    [HEART, (b, e, v) => { const on = b.getAttribute("aria-pressed") === "true"; b.setAttribute("aria-pressed", String(!on)); L.act(on ? "unlikeComment" : "likeComment", null, { via: v }); }],
    [POST, (b, e, v) => send(boxOf(b), v)],
    ["[data-e2e=follow-button]", (b, e, v) => { const on = /^(Mengikuti|Following)$/.test(txt(b)), en = document.documentElement.lang !== "id", word = on ? (en ? "Follow" : "Ikuti") : (en ? "Following" : "Mengikuti"); L.setText(b, word); b.setAttribute("aria-label", b.getAttribute("aria-label").replace(/^(Ikuti|Mengikuti|Following|Follow)/, word)); L.act(on ? "unfollow" : "follow", { author: b.closest(ROW)?.querySelector("a").getAttribute("href") }, { via: v }); }],
  ],
  input: (ed) => { const b = boxOf(ed)?.querySelector(POST); if (!b) return; const none = !L.read(ed).trim(); b.setAttribute("aria-disabled", String(none)); b.disabled = none; },
  editorKey: (ev, ed) => { if (ev.key !== "Enter" || ev.shiftKey || !ed) return false; send(boxOf(ed), "enter"); return true; },
  keys: {},
  fill: (p, o) => { const v = o.handle ?? o.author; p.querySelectorAll("a").forEach((a) => a.setAttribute("href", `/@${v.replace(/[^\w.]/g, "_")}`)); if (o.author) { L.setText(p.querySelector("p"), o.author); const b = p.querySelector("button"); b.setAttribute("aria-label", b.getAttribute("aria-label").replace(/^(Ikuti|Follow) .*/, `$1 ${o.author}`)); } },
});
})();
