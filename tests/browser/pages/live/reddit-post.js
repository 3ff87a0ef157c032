// Reddit: a saved post page whose shadow roots are in its markup. A copy of a post has none of the markup's: the element
// makes it anew, as the site's own does, else a post that is appended has no buttons.
(() => { const L = window.__live;
const posts = () => [...document.querySelectorAll("shreddit-post")];
const vote = (b, e) => { const was = b.getAttribute("aria-pressed") === "true", kind = b.hasAttribute("downvote") ? "dislike" : "like"; b.setAttribute("aria-pressed", String(!was)); L.act((was ? "un" : "") + kind, { post: posts()[0].getAttribute("post-title") }, { via: e.detail === 0 ? "click0" : "click" }); };
const inside = posts()[0].shadowRoot.innerHTML, heard = new WeakSet();
customElements.define("shreddit-post", class extends HTMLElement { connectedCallback() {
  if (heard.has(this)) return;
  heard.add(this);
  if (!this.shadowRoot) this.attachShadow({ mode: "open" }).innerHTML = inside;
  this.shadowRoot.querySelectorAll("button[upvote],button[downvote]").forEach((b) => b.addEventListener("click", (e) => vote(b, e)));
} });
L.start({ name: "reddit", posts, click: [], keys: {},
  reset: (p) => p.shadowRoot.querySelectorAll("[upvote],[downvote]").forEach((b) => b.setAttribute("aria-pressed", "false")),
  fill: (p, o) => { if (o.handle) p.setAttribute("author", o.handle); if (o.text !== undefined) { p.setAttribute("post-title", o.text); const t = p.querySelector("[slot=title]"); if (t) L.setText(t, o.text); } } });
})();
