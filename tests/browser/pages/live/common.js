// Small stand-in for a site's own app. Delegated listeners on one root (as React does), POST /__action per performed action.
(() => { if (window.__live) return;
// `forgets`: what is noted in no element and not in `__live`, forgotten on `__live.reset()` (live/reset.js)
const L = window.__live = { performed: [], n: 0, dark: {}, forgets: [] };
const txt = e => (e?.textContent || '').replace(/\s+/g, ' ').trim();
const closest = (t, s) => t && t.closest ? t.closest(s) : null;
const h = (tag, attrs = {}, ...kids) => { const e = document.createElement(tag); for (const k in attrs) { if (k === 'style') e.style.cssText = attrs[k]; else e.setAttribute(k, attrs[k]); } for (const k of kids) e.append(k); return e; };
const root = () => document.getElementById(L.rootId || '') || document.body;
L.act = (action, target, extra) => { const rec = { action, target: target ?? null, n: ++L.n, ...extra }; L.performed.push(rec);
  fetch('/__action', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rec) }).catch(() => {}); return rec; };
// text of an editor, emoji <img alt> included
L.read = ed => ed.value !== undefined && ed.localName !== 'div' ? ed.value : [...ed.childNodes].map(function f(n) { return n.nodeType === 3 ? n.data : n.nodeType !== 1 ? '' : n.localName === 'img' ? n.alt || '' : n.localName === 'br' ? '\n' : [...n.childNodes].map(f).join('') + (/^(P|DIV)$/.test(n.nodeName) ? '\n' : ''); }).join('').replace(/\n+$/, '').replace(/^\n+/, '');
L.clear = ed => { if (ed.localName === 'textarea' || ed.localName === 'input') ed.value = ''; else { const p = ed.querySelector('p') || ed.querySelector('[data-text],[data-offset-key] span'); if (ed.querySelector('p')) { ed.replaceChildren(h('p', { dir: 'auto' }, document.createElement('br'))); } else ed.replaceChildren(); } ed.dispatchEvent(new Event('input', { bubbles: true })); };
const editable = t => !!closest(t, 'input,textarea,[contenteditable=""],[contenteditable="true"]');
L.editable = editable; L.txt = txt; L.h = h;
// ---- delegated events
L.start = site => { L.site = site; const R = root();
  const run = (t, ev, via) => { for (const [sel, fn] of site.click) { const e = closest(t, sel); if (e && R.contains(e)) { if (e.getAttribute('aria-disabled') === 'true' || e.disabled) return true; const r = fn(e, ev, via); if (r !== false) { if (ev && ev.type === 'click' && (closest(t, 'a[href]'))) ev.preventDefault(); return true; } } } return false; };
  R.addEventListener('click', ev => { if (run(ev.target, ev, ev.detail === 0 ? 'click0' : 'click')) return; const a = closest(ev.target, 'a[href]'); if (a) { ev.preventDefault(); } });
  R.addEventListener('dblclick', ev => { for (const [sel, fn] of site.dblclick || []) { const e = closest(ev.target, sel); if (e) return fn(e, ev); } });
  // touch double tap
  let last = 0, lt = null; L.forgets.push(() => { last = 0; lt = null; }); R.addEventListener('touchend', ev => { const now = performance.now(); if (now - last < 300 && lt && closest(ev.target, '*') === lt) { last = 0; for (const [sel, fn] of site.doubletap || site.dblclick || []) { const e = closest(ev.target, sel); if (e) return fn(e, ev, 'doubletap'); } } last = now; lt = ev.target; }, { passive: true });
  R.addEventListener('keydown', ev => { if (ev.isComposing) return; const t = ev.target;
    // Pressable: div role=button reacts to Enter/Space itself (native buttons fire click)
    if ((ev.key === 'Enter' || ev.key === ' ') && t.getAttribute && t.getAttribute('role') === 'button' && !/^(button|a|input)$/.test(t.localName)) { ev.preventDefault(); run(t, ev, 'key'); return; }
    if (site.editorKey && editable(t)) { const r = site.editorKey(ev, closest(t, '[contenteditable="true"],[contenteditable=""],textarea,input')); if (r) ev.preventDefault(); return; }
  });
  // single-letter shortcuts are heard on the document (the focused node may be body, outside the root)
  document.addEventListener('keydown', ev => { const t = ev.target; if (ev.isComposing || ev.defaultPrevented) return;
    if (editable(t) || ev.ctrlKey || ev.metaKey || ev.altKey) return;
    const k = site.keys && (site.keys[ev.key] || site.keys[ev.key.toLowerCase()]); if (k) { if (k(ev) !== false) ev.preventDefault(); } });
  R.addEventListener('input', ev => { const e = closest(ev.target, '[contenteditable="true"],[contenteditable=""],textarea'); if (e && site.input) site.input(e); });
  R.addEventListener('submit', ev => { ev.preventDefault(); if (site.submit) site.submit(ev.target, ev); });
  // hover (mouse over for 500 ms) and long press (500 ms)
  let ht = 0, hoverOn = null; L.forgets.push(() => { clearTimeout(ht); hoverOn = null; }); R.addEventListener('mouseover', ev => { const e = site.hover && closest(ev.target, site.hover[0]); if (e === hoverOn) return; clearTimeout(ht); hoverOn = e; if (e) ht = setTimeout(() => site.hover[1](e, 'hover'), site.hover[2] || 500); });
  let pt = 0; L.forgets.push(() => clearTimeout(pt)); R.addEventListener('pointerdown', ev => { const e = site.longpress && closest(ev.target, site.longpress[0]); if (e) pt = setTimeout(() => { L.swallow = e; site.longpress[1](e, 'longpress'); }, 500); }); R.addEventListener('pointerup', () => clearTimeout(pt));
  if (site.init) site.init();
};
// ---- selection for j/k keys
L.select = d => { const p = L.site.posts(); if (!p.length) return null; let i = p.indexOf(L.sel); i = i < 0 ? (d > 0 ? 0 : p.length - 1) : Math.min(p.length - 1, Math.max(0, i + d)); L.sel = p[i]; if (!L.sel.hasAttribute('tabindex')) L.sel.setAttribute('tabindex', '0'); L.sel.focus({ preventScroll: true }); L.sel.scrollIntoView({ block: 'center' }); return L.sel; };
L.current = () => { const a = document.activeElement; const p = L.site.posts(); return p.find(x => a && a !== document.body && x.contains(a)) || (L.sel && L.sel.isConnected ? L.sel : null) || p.map(x => [x, Math.abs(x.getBoundingClientRect().top + x.getBoundingClientRect().height / 2 - innerHeight / 2)]).sort((a, b) => a[1] - b[1])[0]?.[0] || null; };
// ---- menus / dialogs
L.popup = (attrs, items, where) => { L.closePopups(); const m = h('div', { 'data-live-popup': '', style: 'position:relative;z-index:9;background:#fff;border:1px solid #999;padding:8px;display:block', ...attrs }); for (const it of items) m.append(it); (where || root()).append(m); m.scrollIntoView({ block: 'nearest' }); return m; };
L.closePopups = () => document.querySelectorAll('[data-live-popup]').forEach(e => e.remove());
L.button = (label, attrs = {}) => h('div', { role: 'button', tabindex: '0', style: 'display:inline-block;padding:6px;border:1px solid #ccc', ...attrs }, label);
L.flash = () => {};
// ---- writing content into a post
const setText = (el, s) => { if (!el) return; const w = document.createTreeWalker(el, NodeFilter.SHOW_TEXT); let first = null, n; const all = []; while ((n = w.nextNode())) { if (n.parentElement.closest('[data-0]')) continue; all.push(n); } for (const x of all) { if (!first && x.data.trim()) { first = x; x.data = s; } else if (first || !x.data.trim()) { if (x !== first) x.data = first ? '' : x.data; } } if (!first) { let d = el; while (d.firstElementChild && !/^(br|img|svg)$/.test(d.firstElementChild.localName)) d = d.firstElementChild; d.append(document.createTextNode(s)); } };
L.setText = setText;
// Words put in are of now: a saved page's own days lie before the end of contests that are over, which is another case.
const asOfNow = (post) => { const now = new Date().toISOString(); for (const el of post.querySelectorAll('time[datetime]')) el.setAttribute('datetime', now); if (post.hasAttribute('created-timestamp')) post.setAttribute('created-timestamp', now); };
window.__setPost = (post, o) => { const s = L.site; if (typeof post === 'number') post = s.posts()[post]; s.fill(post, o); asOfNow(post); return true; };
window.__recycle = (i = 0, o = {}) => { const post = L.site.posts()[i]; if (!post) return false; const k = ++L.n2 || (L.n2 = 1); L.site.reset?.(post); L.site.fill(post, { author: 'Akun Daur ' + k, handle: 'akun_daur_' + k, text: 'Teks pengganti nomor ' + k, ...o }); return true; };
window.__append = (n = 1, o = {}) => { const out = []; for (let i = 0; i < n; i++) { const ps = L.site.posts(); const last = ps[ps.length - 1]; const unit = L.site.unit ? L.site.unit(last) : last; const c = unit.cloneNode(true); c.querySelectorAll('[id]').forEach(e => e.removeAttribute('id')); c.removeAttribute('id'); c.querySelectorAll('[data-live-popup]').forEach(e => e.remove()); unit.after(c); const np = L.site.posts(); const np1 = np[np.indexOf(last) + 1] || c; const k = (L.n3 = (L.n3 || 0) + 1); L.site.reset?.(np1); L.site.fill(np1, { author: 'Akun Baru ' + k, handle: 'akun_baru_' + k, text: 'Kiriman baru nomor ' + k, ...(Array.isArray(o) ? o[i] : o) }); if (np1.hasAttribute('aria-posinset')) np1.setAttribute('aria-posinset', String(+last.getAttribute('aria-posinset') + 1)); out.push(np1); } return out.length; };
// SPA navigation: pushState, then (next tick, like a router) content, then title
window.__navigate = async (path, o = {}) => { history.pushState({ live: 1 }, '', path); await new Promise(r => setTimeout(r, o.delay ?? 30)); if (o.html !== undefined) { const m = document.querySelector(o.into || '[role=main],main,#react-root,body'); m.innerHTML = o.html; } L.site.posts().forEach((p, i) => { if (o.posts && o.posts[i]) { L.site.reset?.(p); L.site.fill(p, o.posts[i]); } }); if (o.profile && L.site.fillProfile) L.site.fillProfile(o.profile); await new Promise(r => setTimeout(r, o.delay ?? 30)); if (o.title) document.title = o.title; window.dispatchEvent(new PopStateEvent('popstate', { state: history.state })); return location.href; };
window.__performed = () => L.performed.slice();
})();
