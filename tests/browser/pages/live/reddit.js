// Makes a reddit page behave like the site's app; needs live/common.js before it. The site's controls stand in open
// shadow roots of custom elements, each with its own listeners: a click that only reaches the host does nothing.
(() => { const L = window.__live, { txt, h } = L;
// old.reddit.com: no shadow roots; a vote that is given has other classes, forms are sent by their own event
if (document.querySelector("#header[role=banner]")) { const q = (s) => document.querySelector(s), via = (e) => (e.detail === 0 ? "click0" : "click");
  const of = (t) => ({ author: t.dataset.author, text: txt(t.querySelector("a.title,.usertext-body p")).slice(0, 60) });
  const vote = (b, v) => { const up = /(^| )up/.test(b.className), on = /mod/.test(b.className), kind = up ? "like" : "dislike"; const t = b.closest(".thing"); b.className = b.className.replace(on ? /mod/ : up ? /(^| )up/ : /(^| )down/, on ? "" : up ? " upmod" : " downmod"); L.act((on ? "un" : "") + kind, of(t), { via: v }); };
  const join = (b, v) => { const on = b.classList.contains("remove"); b.style.display = "none"; const o = b.parentNode.querySelector(on ? ".add" : ".remove"); o.style.display = ""; o.focus(); L.act(on ? "leave" : "join", { page: b.parentNode.dataset.sr_name }, { via: v }); };
  L.start({ name: "reddit", posts: () => [...document.querySelectorAll(".thing.link")],
    click: [[".arrow", (b, e, v) => vote(b, v)], [".subscribe-button a", (b, e, v) => join(b, v)]],
    submit: (f) => { if (f.id === "newlink") { const all = [...f.querySelectorAll("textarea")]; const text = all.map((t) => t.value.trim()).filter(Boolean).join("\n"); if (text) L.act("post", null, { text }); all.forEach((t) => { t.value = ""; }); return; }
      const ta = f.querySelector("textarea"); const text = ta?.value.trim(); if (!text) return; const to = f.closest(".comment"); L.act(to ? "reply" : "comment", of(to ?? q(".thing.link")), { text }); L.clear(ta); },
    keys: {}, reset: (p) => p.querySelectorAll(".arrow").forEach((b) => { b.className = b.className.replace("mod", ""); }),
    fill: (p, o) => { if (o.handle) { p.dataset.author = o.handle; L.setText(p.querySelector(".author"), o.handle); } if (o.text !== undefined) L.setText(p.querySelector("a.title"), o.text); },
    fillProfile: (o) => { L.setText(q(".titlebox h1 a"), o.handle); L.setText(q(".titlebox .usertext-body p"), o.bio); q(".subscribe-button").dataset.sr_name = o.handle; } });
  return; }
const posts = () => [...document.querySelectorAll("shreddit-post")];
const at = (e) => ({ author: e.getAttribute("author"), text: e.localName === "shreddit-comment" ? txt(e.querySelector("[slot=comment]")).slice(0, 60) : e.getAttribute("post-title") });
const via = (e) => (e.detail === 0 ? "click0" : "click");
const root = (host, html) => { const r = host.attachShadow({ mode: "open" }); r.innerHTML = html; return r; };
const on = (r, sel, fn) => r.querySelectorAll(sel).forEach((b) => b.addEventListener("click", (e) => fn(b, e)));
const define = (name, start) => customElements.define(name, class extends HTMLElement { connectedCallback() { if (!this.shadowRoot) start(this); } });
const ARROW = '<svg width="16" height="16" viewBox="0 0 20 20"><path d="M10 2l8 9h-5v7H7v-7H2z"></path></svg>';
const VOTES = ["up", "down"].map((d) => `<button type="button" ${d}vote data-action-bar-action="${d}vote" aria-pressed="false" style="padding:6px"><span>${ARROW}</span></button>`).join('<faceplate-number number="12">12</faceplate-number>');
const vote = (host, b, e) => { const was = b.getAttribute("aria-pressed") === "true"; const down = b.hasAttribute("downvote"); b.parentNode.querySelectorAll("[aria-pressed]").forEach((x) => x.setAttribute("aria-pressed", "false")); b.setAttribute("aria-pressed", String(!was)); L.act((was ? "un" : "") + (down ? "dislike" : "like"), at(host), { via: via(e) }); };
define("shreddit-post", (p) => { const r = root(p, `<style>:host{display:block;margin:12px 0}</style><slot name="credit-bar"></slot><slot name="title"></slot><slot name="text-body"></slot><slot name="post-media-container"></slot><rpl-action-bar><div data-testid="action-row" style="display:flex;gap:8px;align-items:center"><span>${VOTES}</span><a data-action-bar-action="comments" href="#">2</a></div></rpl-action-bar>`); on(r, "[upvote],[downvote]", (b, e) => vote(p, b, e)); });
define("shreddit-comment", (c) => root(c, '<style>:host{display:block;margin:8px 0 8px 24px}</style><slot name="commentMeta"></slot><slot name="comment"></slot><slot name="actionRow"></slot><slot></slot>'));
define("shreddit-comment-action-row", (a) => { const r = root(a, `<span>${VOTES}</span><slot name="comment-reply"></slot><slot></slot>`); on(r, "[upvote],[downvote]", (b, e) => vote(a.closest("shreddit-comment"), b, e)); });
const JOIN = { "shreddit-join-button": ["join", "Gabung", "Sudah bergabung"], "follow-button": ["follow", "Ikuti", "Mengikuti"] };
for (const [name, [act, off, done]] of Object.entries(JOIN))
  define(name, (j) => on(root(j, `<button type="button" style="padding:6px"><span>${off}</span></button>`), "button", (b, e) => { const was = txt(b) === done; L.setText(b, was ? off : done); L.act(was ? (act === "join" ? "leave" : "un" + act) : act, { page: j.getAttribute("name") }, { via: via(e) }); }));
define("shreddit-subreddit-header-buttons", (b) => root(b, `<faceplate-tracker noun="join"><shreddit-join-button name="${b.getAttribute("name")}" subreddit-id="t5_contoh1"></shreddit-join-button></faceplate-tracker>`));
define("faceplate-textarea-input", (t) => root(t, `<textarea name="${t.getAttribute("name")}" rows="1" style="width:300px;height:24px"></textarea>`));
define("shreddit-composer", (c) => { root(c, '<slot name="rte"></slot><slot name="cancel-button"></slot><slot name="submit-button"></slot>'); c.addEventListener("click", (e) => { if (e.target.closest("[slot=submit-button]")) send(c, via(e)); }); });
define("r-post-form-submit-button", (s) => on(root(s, '<button type="button" id="inner-post-submit-button" style="padding:6px"><slot></slot></button>'), "button", (b, e) => { if (s.getAttribute("post-action-type") === "submit") publish(via(e)); else L.act("draft", null, { via: via(e) }); }));
const send = (c, how) => { const ed = c.querySelector("[contenteditable]"); const text = L.read(ed).trim(); if (!text) return; const to = c.closest("shreddit-comment"); L.act(to ? "reply" : "comment", at(to ?? posts()[0]), { via: how, text }); L.clear(ed); };
const publish = (how) => { const t = document.querySelector("faceplate-textarea-input").shadowRoot.querySelector("textarea"); const ed = document.querySelector("shreddit-composer [contenteditable]"); const text = [t.value.trim(), L.read(ed).trim()].filter(Boolean).join("\n"); if (!text) return; L.act("post", null, { via: how, text }); t.value = ""; L.clear(ed); };
const answer = (b) => { const row = b.closest("shreddit-comment-action-row"); if (row.querySelector("shreddit-composer")) return; const ed = h("div", { slot: "rte", contenteditable: "true", role: "textbox", tabindex: "0", style: "min-height:20px;border:1px solid #ccc" }, h("p", {}, document.createElement("br"))); row.append(h("comment-composer-host", {}, h("faceplate-form", {}, h("shreddit-composer", {}, ed, h("button", { type: "submit", slot: "submit-button" }, "Balas"))))); ed.focus(); };
L.start({ name: "reddit", posts, unit: (p) => p.closest("article"),
  click: [["[noun=reply_comment] button", (b) => answer(b)]],
  editorKey: (ev, ed) => { const c = ed?.closest("shreddit-composer"); if (!c || !c.querySelector("[slot=submit-button]") || ev.key !== "Enter" || !(ev.ctrlKey || ev.metaKey)) return false; send(c, "ctrlenter"); return true; },
  keys: {},
  reset: (p) => p.shadowRoot.querySelectorAll("[aria-pressed]").forEach((b) => b.setAttribute("aria-pressed", "false")),
  fill: (p, o) => {
    if (o.handle) { p.setAttribute("author", o.handle); L.setText(p.querySelector("[slot=credit-bar] a"), `u/${o.handle}`); }
    if (o.text !== undefined) { p.setAttribute("post-title", o.text); L.setText(p.querySelector("[slot=title]"), o.text); }
  },
  fillProfile: (o) => {
    const head = document.querySelector("shreddit-subreddit-header");
    const button = document.querySelector("shreddit-subreddit-header-buttons")?.shadowRoot.querySelector("shreddit-join-button") ?? document.querySelector("follow-button");
    if (head) { head.setAttribute("name", o.handle); head.setAttribute("display-name", o.name); head.setAttribute("description", o.bio); } else L.setText(document.querySelector("h1"), o.name);
    button?.setAttribute("name", o.handle);
  },
});
})();
