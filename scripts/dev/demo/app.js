// The demo page's own small app, as a site would have it: it listens on its root and sends one request an action.
(() => {
  const root = document.getElementById("mount_0_0_demo");
  const labelOf = (button) => button.getAttribute("aria-label") ?? "";
  const postOf = (element) => element.closest("[data-demo]");
  const nameOf = (element) =>
    postOf(element)?.querySelector("h3")?.textContent ?? document.querySelector("h1")?.textContent;
  const make = (html) => {
    const box = document.createElement("div");
    box.innerHTML = html;
    return box.firstElementChild;
  };

  const SAID = {
    like: "Suka",
    unlike: "Batal suka",
    comment: "Komentar",
    share: "Bagikan",
    follow: "Ikuti",
    unfollow: "Berhenti mengikuti",
    likePage: "Suka halaman",
    unlikePage: "Batal suka halaman",
    post: "Kiriman baru",
  };
  function send(action, via, about) {
    fetch("/__action", { method: "POST", body: JSON.stringify({ action, via, target: about }) }).catch(
      () => {},
    );
    document.querySelector(".served .empty")?.remove();
    document.querySelector(".served ol")?.append(make(`<li>${SAID[action]}</li>`));
    document.querySelector(".served ol")?.lastElementChild?.append(about ? ` · ${about}` : "");
  }

  function like(button, via) {
    const on = button.classList.toggle("on");
    button.setAttribute("aria-label", on ? "Hapus Suka" : "Suka");
    const count = postOf(button)?.querySelector(".count");
    if (count) count.textContent = String(Number(count.textContent) + (on ? 1 : -1));
    const page = !postOf(button);
    send(on ? (page ? "likePage" : "like") : page ? "unlikePage" : "unlike", via, nameOf(button));
  }

  function follow(button, via) {
    const on = button.classList.toggle("on");
    button.setAttribute("aria-label", on ? "Mengikuti" : "Ikuti");
    button.firstElementChild.textContent = on ? "Mengikuti" : "Ikuti";
    send(on ? "follow" : "unfollow", via, nameOf(button));
  }

  const close = () => document.querySelector(".shade")?.remove();
  function open(title, inside) {
    close();
    const shade = make(
      `<div class="shade"><div class="window" role="dialog" aria-label="${title}"><h2>${title}</h2></div></div>`,
    );
    shade.firstElementChild.append(...inside);
    root.append(shade);
    return shade.firstElementChild;
  }
  const button = (label, quiet) =>
    make(
      `<div role="button" tabindex="0" aria-label="${label}"${quiet ? ' class="quiet"' : ""}>${label}</div>`,
    );

  function share(from) {
    const dialog = open("Bagikan", [button("Bagikan sekarang"), button("Tutup", true)]);
    dialog.about = nameOf(from);
  }
  function compose() {
    const editor = make(
      `<div contenteditable="true" role="textbox" data-lexical-editor="true" tabindex="0" aria-label="Apa yang Anda pikirkan?"><p dir="auto"></p></div>`,
    );
    editor.firstElementChild.textContent = window.__draft;
    open("Buat postingan", [editor, button("Posting"), button("Tutup", true)]);
    editor.focus();
  }
  function publish(via) {
    const text = document.querySelector(".window [role=textbox]")?.textContent.trim();
    if (!text) return;
    close();
    send("post", via, text.slice(0, 40));
  }
  function comment(editor, via) {
    const text = editor.textContent.trim();
    if (!text) return;
    send("comment", via, nameOf(editor));
    const said = make('<div class="said" dir="auto"></div>');
    said.textContent = text;
    editor.before(said);
    editor.replaceChildren(make('<p dir="auto"><br></p>'));
  }

  function press(element, via) {
    const at = element.closest("[role=button]");
    if (!at) return false;
    const label = labelOf(at);
    if (label === "Suka" || label === "Hapus Suka") like(at, via);
    else if (label === "Ikuti" || label === "Mengikuti") follow(at, via);
    else if (label === "Beri komentar") {
      const form = postOf(at).querySelector("form");
      form.hidden = false;
      form.querySelector("[role=textbox]").focus();
    } else if (label.startsWith("Kirim ini ke teman")) share(at);
    else if (label === "Bagikan sekarang") {
      const { about } = at.closest("[role=dialog]");
      close();
      send("share", via, about);
    } else if (label === "Posting") publish(via);
    else if (label === "Tutup") close();
    else if (at.closest(".composer")) compose();
    return true;
  }

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (press(event.target, event.detail ? "click" : "click0")) return;
    if (link && !/^\/([\w.]+)?$/.test(link.getAttribute("href"))) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    const editor = event.target.closest("[contenteditable=true]");
    if (editor) {
      if (event.key !== "Enter" || event.shiftKey) return;
      if (editor.closest(".window")) {
        if (event.ctrlKey || event.metaKey) publish("ctrlenter");
        else return;
      } else comment(editor, "enter");
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && press(event.target, "key"))
      event.preventDefault();
  });
})();
