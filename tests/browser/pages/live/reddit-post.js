// Reddit: a saved post page whose shadow roots are in its markup
(() => { const L = window.__live;
const posts = () => [...document.querySelectorAll("shreddit-post")];
const vote = (b, e) => { const was = b.getAttribute("aria-pressed") === "true", kind = b.hasAttribute("downvote") ? "dislike" : "like"; b.setAttribute("aria-pressed", String(!was)); L.act((was ? "un" : "") + kind, { post: posts()[0].getAttribute("post-title") }, { via: e.detail === 0 ? "click0" : "click" }); };
L.start({ name: "reddit", posts, click: [], keys: {},
  init: () => posts().forEach((p) => p.shadowRoot.querySelectorAll("button[upvote],button[downvote]").forEach((b) => b.addEventListener("click", (e) => vote(b, e)))),
  reset: (p) => p.shadowRoot.querySelectorAll("[upvote],[downvote]").forEach((b) => b.setAttribute("aria-pressed", "false")),
  fill: (p, o) => { if (o.handle) p.setAttribute("author", o.handle); if (o.text !== undefined) { p.setAttribute("post-title", o.text); const t = p.querySelector("[slot=title]"); if (t) L.setText(t, o.text); } } });
})();
