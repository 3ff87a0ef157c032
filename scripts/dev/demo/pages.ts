/** Builds the demo's pages: hand-written HTML with the anchors of Facebook's 2025–26 pages, Indonesian labels. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageSource } from "../../../tests/browser/lib/types.ts";
import { type DemoPost, DRAFT, PARTY, POSTS } from "./posts.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
const avatar = (mark: string, colour: string) =>
  `<span class="avatar" style="background:${colour}" aria-hidden="true">${mark}</span>`;
const button = (label: string, text: string, extra = "") =>
  `<div role="button" tabindex="0" aria-label="${label}"${extra}>${text}</div>`;

const PICTURES: Record<NonNullable<DemoPost["picture"]>, string> = {
  sambal: `<img alt="Mungkin gambar cabai dan makanan" src="${svg("#e7f3e8", "#c0392b", "🌶️")}">`,
  rally: `<img alt="Mungkin gambar kerumunan" src="${svg("#e4e6eb", "#5b6472", "📣")}">`,
};

function svg(background: string, colour: string, sign: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="590" height="220"><rect width="590" height="220" fill="${background}"/><circle cx="295" cy="110" r="70" fill="${colour}" opacity=".18"/><text x="295" y="135" font-size="72" text-anchor="middle">${sign}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}

function post(p: DemoPost, at: number): string {
  return `<div aria-posinset="${at}" aria-describedby="d${at}" data-demo="${p.id}" class="card">
  <div class="head">${avatar(p.mark, p.colour)}
    <div><div data-ad-rendering-role="profile_name"><h3><a role="link" href="/${p.handle}"><strong><span>${p.name}</span></strong></a></h3></div>
    <a class="when" role="link" href="#"><span>${p.when}</span></a></div>
    <div class="more" role="button" tabindex="0" aria-haspopup="menu" aria-label="Tindakan untuk postingan oleh ${p.name} ini">…</div></div>
  <div data-ad-rendering-role="story_message" data-ad-comet-preview="message" data-ad-preview="message"><div dir="auto"><span dir="auto">${p.text}</span></div></div>
  ${p.picture ? `<a class="picture" href="/photo/?fbid=${at}">${PICTURES[p.picture]}</a>` : ""}
  <div class="counts"><div role="button" tabindex="0" aria-label="Suka: ${p.likes} orang">👍 <span class="count">${p.likes}</span></div></div>
  <div class="bar">
    ${button("Suka", '<span data-ad-rendering-role="like_button">Suka</span>')}
    ${button("Beri komentar", '<span data-ad-rendering-role="comment_button">Komentari</span>')}
    ${button("Kirim ini ke teman atau posting di profil Anda.", '<span data-ad-rendering-role="share_button">Bagikan</span>')}
  </div>
  <form role="presentation" class="comments" hidden><div contenteditable="true" role="textbox" data-lexical-editor="true" spellcheck="false" tabindex="0"
    aria-label="Komentari sebagai Akun Saya" aria-placeholder="Komentari sebagai Akun Saya"><p dir="auto"><br></p></div></form>
</div>`;
}

function frame(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><div id="mount_0_0_demo">
<div role="banner"><a href="/" aria-label="Beranda" class="logo">linimasa peraga</a>
  <span class="hint">Halaman peraga buatan sendiri: tidak ada yang keluar dari komputer ini</span></div>
<div class="columns"><div role="main">${main}</div>
<div role="complementary"><section class="card served"><h2>Yang diterima server</h2><p class="empty">Belum ada permintaan.</p><ol></ol></section>
<section class="card"><h2>Halaman lain</h2><a class="suggest" href="/${PARTY.handle}">${avatar(PARTY.mark, PARTY.colour)}<span>${PARTY.name}</span></a></section></div>
</div></div></body></html>`;
}

const composer = `<div role="region" aria-label="Buat postingan" class="card composer">${avatar("AS", "#4a4a8a")}<div role="button" tabindex="0"><span>Apa yang Anda pikirkan, Akun?</span></div></div>`;

const party = `<div class="card profile"><div class="cover"></div><div class="head">${avatar(PARTY.mark, PARTY.colour)}<h1><span>${PARTY.name}</span></h1></div>
<div data-pagelet="ProfileActions" class="bar">${button("Suka", "<span>Suka</span>")}${button("Ikuti", "<span>Ikuti</span>")}</div></div>
<div data-pagelet="ProfileTilesFeed_0" class="card"><h2>Intro</h2><div><span>Halaman</span><span> · Partai Politik</span></div></div>`;

const source = (path: string, html: string, others: PageSource[] = []): PageSource => ({
  others,
  url: `https://www.facebook.com${path}`,
  html,
  css: read("timeline.css"),
  scripts: [`window.__draft = ${JSON.stringify(DRAFT)};`, read("app.js")],
});

/** A party's page, which gets a notice and no hold outside the stages. */
export const partyPage = (): PageSource =>
  source(`/${PARTY.handle}`, frame(`${PARTY.name} | Facebook`, party));

/** The timeline with its six posts: five by others, and the user's own draft in the composer. */
export const timeline = (): PageSource =>
  source(
    "/",
    frame("Facebook", `${composer}<div role="feed">${POSTS.map((p, i) => post(p, i + 1)).join("")}</div>`),
    [partyPage()],
  );
