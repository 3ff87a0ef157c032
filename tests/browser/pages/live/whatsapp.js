// Makes a page of WhatsApp Web behave like the app; needs live/common.js before it.
(() => { const L = window.__live, { h, txt } = L;
const ROW = '#main [role=row]', q = s => document.querySelector(s), ED = 'footer [contenteditable=true]';
const chat = () => txt(q('#main header span[dir=auto]')), words = m => txt(m.querySelector('span.selectable-text.copyable-text'));
const bar = () => q('[data-live-bar]') || q('footer').insertAdjacentElement('afterbegin', h('div', { 'data-live-bar': '' }));
let above = null; L.forgets.push(() => { above = null; });
const icon = () => q('footer [data-icon=ptt],footer [data-icon=send]');
const drawn = () => { const has = !!L.read(q(ED)).trim(), i = icon(); i.setAttribute('data-icon', has ? 'send' : 'ptt'); i.closest('button')?.setAttribute('aria-label', has ? 'Kirim' : 'Pesan suara'); };
const send = via => { const ed = q(ED), t = L.read(ed).trim(); if (!t) return; L.act(above ? 'reply' : 'send', { chat: chat(), of: above }, { via, text: t }); above = null; bar().replaceChildren(); L.clear(ed); drawn(); };
const answer = m => { above = words(m); bar().replaceChildren(h('div', { role: 'button', 'aria-label': 'Pesan yang dikutip' }, h('span', { class: 'quoted-mention' }, above))); q(ED).focus(); };
const pick = m => { const d = L.popup({ role: 'dialog' }, [h('h1', {}, 'Teruskan pesan ke'), h('div', { role: 'checkbox', 'aria-checked': 'true' }, 'Warga Tiga'), h('div', { role: 'button', tabindex: '0', 'data-live-send': '', style: 'padding:8px' }, h('span', { 'data-icon': 'send' }, '➤'))]); d._m = m; };
const menu = m => { const item = (name, label) => h('li', { 'data-animate-dropdown-item': 'true', tabindex: '0', role: 'button', 'data-live-item': name, style: 'padding:8px' }, h('div', { 'aria-label': label }, label)); const d = L.popup({ role: 'application' }, [item('reply', 'Balas'), item('share', 'Teruskan')]); d._m = m; };
document.addEventListener('contextmenu', ev => { const m = ev.target.closest(ROW); if (m) { ev.preventDefault(); menu(m); } });
L.start({ name: 'whatsapp', posts: () => [...document.querySelectorAll(ROW)].filter(r => r.querySelector('[data-pre-plain-text]')),
  click: [['[data-live-item]', b => { const m = b.closest('[data-live-popup]')._m, k = b.dataset.liveItem; L.closePopups(); if (k === 'reply') answer(m); else pick(m); }],
    ['[data-live-send]', (b, e, v) => { const m = b.closest('[data-live-popup]')._m; L.closePopups(); L.act('share', { chat: chat(), message: words(m) }, { via: v }); }],
    ['[data-icon=forward-chat],[role=button]:has(> [data-icon=forward-chat])', b => pick(b.closest(ROW))],
    ['[data-live-invite]', () => L.popup({ role: 'dialog' }, [h('h1', { dir: 'auto' }, L.invited || 'Grup Undangan'), h('button', { type: 'button', 'data-live-join': '' }, 'Gabung ke grup')])],
    ['[data-live-join]', (b, e, v) => { const g = txt(b.closest('[data-live-popup]').querySelector('h1')); L.closePopups(); L.act('join', { group: g }, { via: v }); }],
    ['[data-live-follow]', (b, e, v) => { const on = b.dataset.on; if (on) delete b.dataset.on; else b.dataset.on = '1'; L.setText(b, on ? 'Ikuti' : 'Mengikuti'); L.act(on ? 'unfollow' : 'follow', { chat: chat() }, { via: v }); }],
    ['footer button:has([data-icon=send])', (b, e, v) => send(v)]],
  editorKey: (ev, ed) => { if (ed && ed.matches(ED) && ev.key === 'Enter' && !ev.shiftKey) { send('enter'); return true; } return false; },
  input: ed => { if (ed.matches(ED)) drawn(); }, keys: {}, reset: () => {},
  fill: (p, o) => { const m = p.querySelector('[data-pre-plain-text]'); if (m && o.author) m.setAttribute('data-pre-plain-text', '[10.00, 1/10/2023] ' + o.author + ': '); const t = p.querySelector('span.selectable-text.copyable-text'); if (t && o.text !== undefined) L.setText(t, o.text); },
  fillProfile: o => { if (o.name) { L.invited = o.name; L.setText(q('#main header span[dir=auto]'), o.name); } } });
})();
