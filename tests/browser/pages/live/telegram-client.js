// Saved pages of Telegram's real clients (Web K and A): what their app does with a press
(() => { const L = window.__live, { h, txt } = L, q = (s) => document.querySelector(s);
const MSG = ".bubble[data-mid],.Message[data-message-id]";
const text = (e) => txt(e.closest(MSG)).slice(0, 80), ed = () => q(".chat.active .input-message-input[contenteditable=true]:not(.input-field-input-fake),#editable-message-text");
const react = (b, e, v) => L.act("react", { message: text(b) }, { via: v });
const send = (via) => { const t = L.read(ed()).trim(); if (t) { L.act("send", null, { via, text: t }); ed().replaceChildren(); } };
const footer = (b) => b.closest(".poll-message-content").querySelector("[class*=_footerButton_]");
L.start({ name: "telegram", posts: () => [...document.querySelectorAll(MSG)],
  click: [
    [".bubble-hover-reaction,.quick-reaction,.btn-menu-reactions-reaction,.ReactionSelector__reactions > div", (b, e, v) => L.act("react", null, { via: v })],
    [".reaction,.message-reaction", (b, e, v) => { const chosen = b.closest(".bubble") ? "is-chosen" : "chosen"; if (b.classList.toggle(chosen)) react(b, e, v); else L.act("unreact", null, { via: v }); }],
    ["[data-poll-option-idx]", (b, e, v) => { if (b.querySelector("[class*=_round_]")) return void L.act("vote", { message: text(b) }, { via: v }); footer(b).classList.add("_clickable_live"); L.setText(footer(b), "Vote"); }],
    ["[class*=_footerButton_][class*=_clickable_]", (b, e, v) => L.act("vote", { message: text(b) }, { via: v })],
    [".poll div:has(> .Transition input)", (b, e, v) => { if (b.querySelector("input[type=radio]")) return void L.act("vote", { message: text(b) }, { via: v }); const vote = b.closest(".poll").querySelector("button.inline"); vote.disabled = false; vote.classList.remove("disabled"); }],
    [".poll button.inline", (b, e, v) => L.act("vote", { message: text(b) }, { via: v })],
    [".bubble-beside-button", (b) => { L.popup({ class: "popup popup-forward" }, [h("div", { class: "input-message-input", contenteditable: "true" }), h("button", { class: "simple-message-input-confirm", type: "button" }, "\ue9ad")]); }],
    [".simple-message-input-confirm", (b, e, v) => { L.closePopups(); L.act("share", null, { via: v }); }],
    [".menu-send .btn-menu-item,.btn-send,.Composer .send", (b, e, v) => send(v)],
    [".chat-input-control-button", (b, e, v) => L.act("join", { chat: txt(q(".chat.active .chat-info .peer-title")) }, { via: v })],
  ],
  editorKey: (ev) => { if (ev.key !== "Enter" || ev.shiftKey) return false; send("enter"); return true; }, keys: {},
  fill: (p, o) => { const name = p.querySelector(".name .peer-title,.message-title-name,.sender-title"); if (name && o.author) L.setText(name, o.author); },
  fillProfile: (o) => { if (o.name) L.setText(q(".chat.active .chat-info .peer-title"), o.name); } });
})();
