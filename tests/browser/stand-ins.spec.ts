/**
 * `__live.reset()` restores every stand-in page as loaded, whatever was filled in, done or changed: the matrix runs one
 * cell after another on it. Without the extension; in Firefox the matrix itself compares before each phase.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pagesOf } from "./lib/pages.ts";
import type { Visit } from "./lib/visit.ts";
import { SITES } from "./matrix/all.ts";
import { COMPARE, DESCRIBE_LOADED, differences, RESET } from "./matrix/describe.ts";

/** Fills every post and the head of the page, then clicks every slot, writes and sends. */
const USE = `(async () => {
  const S = __slots, site = __live.site, all = [S.posts, S.comments, S.profile, S.composer, S.other].flat().filter(Boolean)
    .flatMap((of) => Object.values(of).flat()).filter((e) => e instanceof Element);
  for (const post of site.posts()) { site.reset?.(post); site.fill(post, { author: "Warga Uji", handle: "warga_uji", text: "Selamat pagi" }); }
  await __navigate("/warga_uji/", { title: "Warga Uji", delay: 1, profile: { name: "Warga Uji", handle: "warga_uji", bio: "Kebun" } });
  const write = (e) => { if ("value" in e) e.value = "tulisan"; else e.append("tulisan"); e.dispatchEvent(new Event("input", { bubbles: true })); };
  const click = (e) => { if (e.isConnected) { e.focus?.({ preventScroll: true }); e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, detail: 1 })); } };
  const buttons = "button,[role=button],[role=menuitem],a[role=menuitem]";
  for (const e of all) {
    click(e);
    for (const editor of document.querySelectorAll("[contenteditable=true],textarea")) write(editor);
    for (const item of document.querySelectorAll("[data-live-popup] :is(" + buttons + ")")) click(item);
    for (const send of document.querySelectorAll("[data-live-send],[data-live-post]")) click(send);
  }
  for (const event of ["contextmenu", "dblclick"]) for (const post of site.posts()) post.dispatchEvent(new MouseEvent(event, { bubbles: true }));
  if (site.posts().length) __append(2);
  return __live.performed.length;
})()`;

/** Changes a few hundred things of every kind, the same ones each time. */
const SCRAMBLE = `(() => {
  let seed = 7; const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const each = (all, n, what) => { for (let i = 0; i < n && all.length; i++) what(all[random(all.length)], i); };
  const elements = [...document.body.querySelectorAll("*")].filter((e) => !/^(script|style)$/.test(e.localName));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  each(elements, 60, (e) => { for (const { name } of [...e.attributes].slice(0, 1)) e.removeAttribute(name); });
  each(elements, 60, (e, i) => e.setAttribute(["aria-pressed", "style", "hidden", "data-testid"][i % 4], "1"));
  each(elements, 40, (e, i) => { e["_was" + (i % 3)] = i; });
  each(texts, 60, (t) => { t.data += " lagi"; });
  each(elements, 20, (e) => e.append(document.createElement("p"), "baru"));
  each(elements, 10, (e) => e.prepend(document.createComment("baru")));
  each(elements, 8, (e) => { if (e.parentElement !== document.body) e.remove(); });
  each(elements, 8, (e) => { if (e.firstChild) e.append(e.firstChild); });
  each(texts, 8, (t) => t.data.length > 1 && t.parentNode && t.splitText(1));
  document.title = "lain"; document.documentElement.lang = "xx";
  for (const e of document.querySelectorAll("input,textarea")) { if (e.type !== "file") e.value = "lain"; e.checked = !e.checked; }
  const pane = document.createElement("input"); document.body.append(pane); pane.focus();
  document.body.style.minHeight = "9000px"; scrollTo(0, 500); elements.forEach((e) => { e.scrollTop = 5; });
  history.pushState({}, "", "/lain/");
})()`;

describe.skipIf(BROWSER === "firefox")("the reset of a stand-in page", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await launch(BROWSER, "plain");
  });
  afterAll(async () => {
    await visit?.close();
  });

  for (const page of SITES.flatMap(pagesOf))
    test(`restores ${page.name} after use and after arbitrary changes`, async () => {
      await visit.open(page.source);
      await visit.evaluate(DESCRIBE_LOADED);
      for (const what of [USE, SCRAMBLE]) {
        await visit.evaluate(what);
        expect(await visit.evaluate(COMPARE), "it was changed").not.toEqual([]);
        expect(await visit.evaluate(RESET)).toEqual([]);
      }
    });

  const [page] = pagesOf("reddit");
  for (const [what, change] of Object.entries({
    "an attribute": `document.body.setAttribute("data-x", "")`,
    "a text": `document.querySelector("h1,h2,a,p,span").append("!")`,
    "an element": `document.body.append(document.createElement("p"))`,
    "something in a shadow root": `document.querySelector("shreddit-post").shadowRoot.querySelector("button").setAttribute("aria-pressed", "true")`,
    "what the app wrote at an element": `document.body._sent = true`,
    "what the app noted": `__live.sel = document.body`,
    "the address": `history.pushState({}, "", "/lain/")`,
    "how far it is scrolled": `(document.body.style.minHeight = "9000px", __fresh = __look(), scrollTo(0, 500))`,
    "the focus": `(document.body.tabIndex = 0, document.querySelector("a[href]").tabIndex = 0, __fresh = __look(), document.querySelector("a[href]").focus())`,
  }))
    test(`is checked by a comparison that notices ${what}`, async () => {
      await visit.open(page!.source);
      await visit.evaluate(DESCRIBE_LOADED);
      expect(await visit.evaluate(COMPARE)).toEqual([]);
      await visit.evaluate(`void (${change})`);
      expect(await visit.evaluate(COMPARE)).not.toEqual([]);
    });
});

test("differences between two descriptions of a page are found line by line", () => {
  expect(differences(["a", "b"], ["a", "b"])).toEqual([]);
  expect(differences(["a", "b"], ["a", "c"])).toEqual(["was b | is c"]);
  expect(differences(["a"], ["a", "b"])).toEqual(["was undefined | is b"]);
  expect(differences(["1", "2", "3", "4"], [])).toHaveLength(3);
});
