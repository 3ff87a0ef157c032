/*
 * A small page that looks like a feed: one campaign post, one neutral one. Every like that really happens asks for
 * `/__action` and is counted at the top. `attack(name, fn)` is the page's own malice: `fn` runs at once, or, with
 * "asked", when the extension's question has appeared (a new child of <html>). `?calm` leaves the attack out.
 */
(() => {
  const calm = new URLSearchParams(location.search).has("calm");
  const post = (nth, author, handle, text) => `<div aria-posinset="${nth}" aria-describedby="d${nth}">
    <div data-ad-rendering-role="profile_name"><h3><a role="link" href="/${handle}"><span>${author}</span></a></h3></div>
    <div data-ad-rendering-role="story_message" data-ad-comet-preview="message" data-ad-preview="message">${text}</div>
    <div><div class="like" role="button" tabindex="0" aria-label="Suka"><span data-ad-rendering-role="like_button">Suka</span></div>
    <div role="button" tabindex="0" aria-label="Beri komentar"><span data-ad-rendering-role="comment_button">Komentari</span></div></div></div>`;
  const nth = Math.floor(Math.random() * 1e6);
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<style>body { font: 16px/1.5 sans-serif; max-width: 40rem; margin: 1rem auto } .like, [role=button] { display: inline-block; padding: 8px 12px; border: 1px solid #888; margin: 4px }
     [aria-posinset] { border: 1px solid #ccc; padding: 12px; margin: 12px 0 }</style>
     <p>Likes that happened: <output id="count">0</output></p>
     <div role="main"><div role="feed">${post(1, `Warga ${nth}`, `warga_${nth}`, "Ayo coblos nomor urut 2, Budi Santoso menang! Pilih nomor 2 tanggal 27 November. #Coblos2")}
     ${post(2, "Tetangga", "tetangga_satu", "Cabai di pasar naik lagi, semoga minggu depan turun.")}</div></div>`,
  );
  const performed = (button, via) => {
    button.setAttribute("aria-label", button.getAttribute("aria-label") === "Suka" ? "Hapus Suka" : "Suka");
    count.value = String(Number(count.value) + 1);
    fetch("/__action", { method: "POST", body: JSON.stringify({ action: "like", via }) });
  };
  document.body.addEventListener("click", (e) => {
    const button = e.target.closest?.(".like");
    if (button) performed(button, "click");
  });
  window.attack = (when, fn) => {
    if (calm) return;
    if (when === "now") return void fn();
    const seen = new MutationObserver((records) => {
      const host = records
        .flatMap((r) => [...r.addedNodes])
        .find((n) => n.parentNode === document.documentElement);
      if (!host) return;
      seen.disconnect();
      setTimeout(() => fn(host), 50);
    });
    seen.observe(document.documentElement, { childList: true });
  };
  window.cover = (kind) => {
    const c = document.createElement(kind);
    c.textContent = "Click here to win";
    c.style.cssText =
      "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;max-width:none;max-height:none;background:#fff;z-index:2147483647;font-size:3rem";
    document.body.append(c);
    return c;
  };
})();
