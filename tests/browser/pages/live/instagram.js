// Makes a instagram page behave like the site's app; needs live/common.js before it.
(() => { const L = window.__live, { txt, h } = L;
const LK = { Like: 'Unlike', Suka: 'Batal Suka', Curtir: 'Descurtir', 'Me gusta': 'Ya no me gusta' }; const UN = Object.fromEntries(Object.entries(LK).map(([a, b]) => [b, a])); const lab = s => s.getAttribute('aria-label');
const lsvg = (r, hgt) => [...r.querySelectorAll('svg[aria-label]')].filter(s => (LK[lab(s)] || UN[lab(s)]) && s.getAttribute('height') === String(hgt));
// a post = article, or (permalink, reels) the widest ancestor that holds exactly one 24px like
const postOfLike = s => { const a = s.closest('article'); if (a) return a; let u = s; while (u.parentElement && u.parentElement !== document.body && lsvg(u.parentElement, 24).length === 1 && !u.parentElement.matches('main,[role=main]') && !u.parentElement.querySelector(':scope > nav, :scope nav')) u = u.parentElement; return u; };
const posts = () => [...new Set(lsvg(document, 24).map(postOfLike))];
const postOf = e => posts().find(p => p.contains(e)) || null;
const prof = r => [...r.querySelectorAll('a[href]')].filter(a => /^\/[A-Za-z0-9_.]+\/?(reels\/)?$/.test(new URL(a.href, location.href).pathname) && !/^\/(explore|reels|direct|accounts|p|reel|stories)(\/|$)/.test(new URL(a.href, location.href).pathname) && txt(a));
const cap = p => [...p.querySelectorAll('h1[dir=auto],span[dir=auto],div[dir=auto]')].filter(e => !e.closest('a,[role=button],button,form') && txt(e).length > 6 && !e.querySelector('svg[height="16"]'))[0];
const target = e => { const p = postOf(e) || e.closest('[role=dialog]'); if (!p) return { page: txt(document.querySelector('header h2,header h1')) || location.pathname }; return { author: txt(prof(p)[0]), text: txt(cap(p)).slice(0, 60), alt: (p.querySelector('img[alt^="Photo"]')?.alt || '').slice(0, 40) }; };
const set = (s, on) => { const cur = lab(s); const v = on ? LK[cur] : UN[cur]; if (!v) return; s.setAttribute('aria-label', v); const t = s.querySelector('title'); if (t) t.textContent = v; s.setAttribute('fill', on ? 'rgb(255, 48, 64)' : 'currentColor'); s.style.color = on ? 'rgb(255,48,64)' : ''; };
const toggle = (s, via) => { const c = s.getAttribute('height') === '16'; const on = !!UN[lab(s)]; set(s, !on); L.act((on ? 'unlike' : 'like') + (c ? 'Comment' : ''), target(s), { via }); };
const dbl = (m, ev, via) => { const p = postOf(m); if (!p) return; const s = lsvg(p, 24)[0]; if (!s) return; if (UN[lab(s)]) return; /* heart animation only */ set(s, true); L.act('like', target(s), { via: via || 'dblclick' }); };
const sendC = (ta, via) => { const t = L.read(ta).trim(); if (!t) return; L.act('comment', target(ta), { via, text: t }); L.clear(ta); L.site.input(ta); };
const shareDlg = b => { const d = L.popup({ role: 'dialog', 'aria-label': 'Share' }, [h('input', { placeholder: 'Search...', name: 'queryBox' }), L.button('Send', { 'data-live-send': '1' }), L.button('Copy link', { 'data-live-copy': '1' })]); d._b = b; };
L.start({ name: 'instagram', posts,
  click: [
    ['[data-live-publish],[data-live-story]', (b, e, v) => { const own = 'livePublish' in b.dataset; const ed = document.querySelector(own ? '[role=dialog] [contenteditable]' : 'textarea'); const t = L.read(ed).trim(); if (t) { L.act(own ? 'post' : 'reply', null, { via: v, text: t }); L.clear(ed); } }],
    ['[data-live-send]', (i, e, v) => { L.act('share', target(i.closest('[data-live-popup]')._b), { via: v }); L.closePopups(); }], ['[data-live-copy]', () => L.closePopups()],
    ['[data-live-post]', (i, e, v) => sendC(i.closest('form').querySelector('textarea'), v)],
    ['[role=button],button', (b, e, v) => { const s = [...b.querySelectorAll('svg[aria-label]')].find(x => x.closest('[role=button],button') === b); const l = s && lab(s);
      if (s && (LK[l] || UN[l])) { toggle(s, v); return; }
      if (/^(Comment|Komentari|Comentar)$/.test(l || '')) { (postOf(b) || document).querySelector('form textarea')?.focus(); return; }
      if (/^(Share|Share Post|Bagikan|Kirim|Compartilhar|Compartir publicación)$/.test(l || '')) { shareDlg(b); return; }
      if (/^(Repost|Posting ulang)$/.test(l || '')) { L.act('repost', target(b), { via: v }); return; }
      if (/^(Save|Simpan|Salvar|Guardar)$/.test(l || '')) { L.act('save', target(b), { via: v }); return; }
      const t = txt(b).replace(/Down chevron icon|Ícono de comilla angular abajo/g, '').trim(); const F = { Follow: 'Following', Ikuti: 'Mengikuti', Seguir: 'Seguindo' }; const U = { Following: 'Follow', Mengikuti: 'Ikuti', Seguindo: 'Seguir', Siguiendo: 'Seguir' };
      if (F[t] || U[t]) { L.setText([...b.querySelectorAll('*')].filter(x => !x.children.length && txt(x) === t)[0] || b, F[t] || U[t]); L.act(F[t] ? 'follow' : 'unfollow', target(b), { via: v }); return; }
      if (/^(Post|Posting|Kirim|Publicar|Postar)$/.test(t) && b.closest('form')) { sendC(b.closest('form').querySelector('textarea'), v); return; }
      return false; }],
  ],
  dblclick: [['img[alt^="Photo"],img[alt^="Foto"],img[alt*="May be"],video,[role=presentation] img,[role=button] img,._aagw,[data-live-media],div', (m, ev, via) => { const p = postOf(m); if (!p) return; const t = ev.target; if (t.closest('a[href]:not([href*="/p/"]),button,form,textarea,svg,[role=button]:not(:has(img)):not(:has(video))')) return; const r = t.getBoundingClientRect(); const pt = ev.changedTouches ? ev.changedTouches[0] : ev; const media = [...p.querySelectorAll('img[alt^="Photo"],img[alt^="Foto by"],img[alt*="May be"],img[alt*="Puede ser"],img[alt*="Mungkin"],video,[data-live-media]')].some(x => { const q = x.getBoundingClientRect(); return pt.clientX >= q.left && pt.clientX <= q.right && pt.clientY >= q.top && pt.clientY <= q.bottom; }); if (media || t.matches('img,video')) dbl(t, ev, via); }]],
  editorKey: (ev, ed) => { if (!ed || ed.localName !== 'textarea') return false; if (ev.key === 'Enter' && !ev.shiftKey) { const s = document.querySelector('[data-live-story]'); if (s) s.click(); else sendC(ed, 'enter'); return true; } return false; },
  submit: f => { const ta = f.querySelector('textarea'); if (ta) sendC(ta, 'submit'); },
  input: ed => { if (ed.localName !== 'textarea') return; const f = ed.closest('form'); if (!f) return; const has = !!ed.value.trim(); let own = [...f.querySelectorAll('[role=button]')].find(b => /^(Post|Posting|Publicar|Postar)$/.test(txt(b))); if (has && !own) { own = L.button(/^id/.test(document.documentElement.lang) ? 'Posting' : 'Post', { 'data-live-post': '1' }); ed.after(own); } else if (own && own.dataset.livePost && !has) own.remove(); else if (own && !own.dataset.livePost) own.setAttribute('aria-disabled', String(!has)); },
  keys: {},
  reset: p => { lsvg(p, 24).concat(lsvg(p, 16)).forEach(s => { if (UN[lab(s)]) set(s, false); }); },
  fill: (p, o) => { const as = prof(p); if (as.length) { const old = txt(as[0]); as.filter(a => txt(a) === old).forEach(a => { const v = o.handle || o.author; if (v) { L.setText(a, v); a.setAttribute('href', '/' + v + '/'); } }); p.querySelectorAll('img[alt]').forEach(i => { if (old && i.alt.includes(old)) i.alt = i.alt.replace(old, o.handle || o.author || old); }); } if (o.text !== undefined) { let c = cap(p); if (!c) { c = h('span', { dir: 'auto' }); (prof(p)[0] || p.lastElementChild).after(c); } L.setText([...c.querySelectorAll('span[dir=auto]')].pop() ?? c, o.text); } if (o.alt !== undefined) p.querySelectorAll('img[alt^="Photo"],img[alt^="Foto by"],img[alt*="May be"],img[alt*="Mungkin"]').forEach(i => i.alt = o.alt); },
  fillProfile: o => { const e = document.querySelector('header h2,header h1'); if (e && (o.handle || o.name)) L.setText(e, o.handle || o.name); },
});
})();
