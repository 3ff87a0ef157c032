// Makes a page of Telegram Web (K or A) behave like the app; needs live/common.js before it.
(() => { const L = window.__live, { h, txt } = L;
const A = !!document.querySelector('#MiddleColumn'), MSG = A ? '.Message' : '.bubble', ED = A ? '#editable-message-text' : '.input-message-input:not(.input-field-input-fake)';
const q = s => document.querySelector(s), bar = () => q('[data-live-bar]'), chat = () => txt(q('.chat-info .peer-title,.MiddleHeader .fullName'));
const words = m => txt(m.querySelector('.words')), CHOSEN = A ? 'chosen' : 'is-chosen';
let above = null; L.forgets.push(() => { above = null; });
const put = (kind, m) => { above = { kind, text: words(m) }; const close = h('button', { type: 'button' }, '×');
  bar().replaceChildren(A ? h('div', { class: 'ComposerEmbeddedMessage' }, close, h('div', { class: 'EmbeddedMessage' }, words(m))) : h('div', { class: 'reply' }, h('div', { class: 'reply-title' }, txt(m.querySelector('.peer-title'))), h('div', { class: 'reply-subtitle' }, words(m)), close));
  close.onclick = () => { above = null; bar().replaceChildren(); }; q(ED).focus(); };
const send = via => { const ed = q(ED), t = L.read(ed).trim(); const kind = above ? above.kind : 'send'; if (!t && kind !== 'share') return; L.act(kind, { chat: chat(), of: above && above.text }, kind === 'share' ? { via } : { via, text: t }); above = null; bar().replaceChildren(); ed.replaceChildren(); };
const pick = m => { const d = L.popup({ class: A ? 'Modal' : 'popup popup-forward' }, [h('button', { type: 'button', 'data-live-chat': '' }, 'Warga Tiga')]); d._m = m; };
const menu = m => { const item = (name, label, icon) => h('div', { class: A ? 'MenuItem' : 'btn-menu-item', role: 'menuitem', tabindex: '0', 'data-live-item': name, style: 'padding:8px' }, A ? h('i', { class: 'icon ' + icon }) : h('span', { class: 'tgico' }), h('span', { class: 'i18n' }, label));
  const d = L.popup({ class: A ? 'MessageContextMenu' : 'btn-menu contextmenu' }, A ? [item('reply', 'Reply', 'icon-reply'), item('share', 'Forward', 'icon-forward')] : [item('reply', 'Balas'), item('share', 'Teruskan')]); d._m = m; };
const react = (m, via) => L.act('react', { chat: chat(), message: words(m) }, { via });
const CLICK = [['[data-live-item]', (b) => { const m = b.closest('[data-live-popup]')._m, k = b.dataset.liveItem; L.closePopups(); if (k === 'reply') put('reply', m); else pick(m); }],
  ['[data-live-chat]', b => { const m = b.closest('[data-live-popup]')._m; L.closePopups(); put('share', m); }],
  ['[data-live-forward]', b => pick(b.closest(MSG))],
  ['[data-live-join]', (b, e, v) => { L.act('join', { chat: chat() }, { via: v }); b.remove(); }],
  ['.poll-answer,.poll-answers input', (b, e, v) => { const m = b.closest(MSG); L.act('vote', { chat: chat(), message: words(m) }, { via: v }); m.querySelector('poll-element')?.classList.add('is-voted'); m.querySelector('.poll-answers')?.replaceWith(h('div', { class: 'poll-results' }, '100 %')); }],
  ['.reaction,.message-reaction', (b, e, v) => { const on = b.classList.toggle(CHOSEN); if (on) react(b.closest(MSG), v); else L.act('unreact', null, { via: v }); }]];
const SEND = ['.btn-send,.Composer .send', (b, e, v) => send(v)];
document.addEventListener('contextmenu', ev => { const m = ev.target.closest(MSG); if (m) { ev.preventDefault(); menu(m); } });
// as the app does on devices with touch: the button going down is the press
document.addEventListener('mousedown', ev => { if (document.documentElement.dataset.down && ev.target.closest(SEND[0])) send('down'); });
// a double tap ends in a double click as well: the app acts by one of them
let touch = false; L.forgets.push(() => { touch = false; }); document.addEventListener('pointerdown', ev => { touch = ev.pointerType === 'touch'; }, true);
L.start({ name: 'telegram', posts: () => [...document.querySelectorAll(MSG)],
  click: [...CLICK, [SEND[0], (b, e, v) => { if (!document.documentElement.dataset.down) SEND[1](b, e, v); }]],
  dblclick: !A ? [] : [[MSG, (m, ev, via) => { if (touch === !!via && !ev.target.closest('button,[role=button]')) react(m, via || 'dblclick'); }]],
  editorKey: (ev, ed) => { if (ed && ed.matches(ED) && ev.key === 'Enter' && !ev.shiftKey) { send('enter'); return true; } return false; }, keys: {},
  reset: m => m.querySelectorAll('.' + CHOSEN).forEach(e => e.classList.remove(CHOSEN)),
  fill: (p, o) => { const n = p.querySelector('.peer-title,.message-title-name'); if (n && o.author) L.setText(n, o.author); if (o.text !== undefined) L.setText(p.querySelector('.words'), o.text); },
  fillProfile: o => { if (o.name) L.setText(q('.chat-info .peer-title,.MiddleHeader .fullName'), o.name); } });
})();
