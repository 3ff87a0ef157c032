/** Classes 1 and 2: a page can neither switch the guard off nor act in the user's name. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed, type SiteName } from "./lib/pages.ts";
import { journalEntries } from "./lib/popup.ts";
import { armed, ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

let n = 0;
/** A page whose first post is a campaign post of an account not seen before. */
async function campaignPage(site: SiteName, name: string): Promise<void> {
  n++;
  await visit.open(pageNamed(site, name).source);
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: `Warga ${n}`, handle: `warga_palsu_${n}`, text: CAMPAIGN })})`,
  );
  await ready(visit);
}

const isRealLikeHeld = async () => {
  await visit.click("S.posts[0].like");
  const shown = await visit.waitForQuestion();
  return shown !== undefined && visit.performed.length === 0;
};

const PAGES: [SiteName, string][] = [
  ["facebook", "hand_fb_feed_id"],
  ["x", "hand_x_home_id"],
];

/** Attempts of a page to stop the guard. After each the next real click must still be held. */
const SWITCH_OFFS: Record<string, string> = {
  "forged events of a newer content script": `for (const id of IDS) for (const name of ["guard", "guard.content", "content"])
    for (const on of [document, window]) on.dispatchEvent(new CustomEvent(id + ":" + name + ":wxt:content-script-started",
      { detail: { contentScriptName: name, messageId: "1" } }));
    for (const name of ["guard", "content"]) on_message(name);
    function on_message(name) { postMessage({ type: "wxt:content-script-started", contentScriptName: name, messageId: "1" }, "*"); }`,
  "document.open": `const html = document.documentElement.outerHTML; const scripts = [...document.scripts].map((s) => s.textContent);
    document.open(); document.write(html); document.close(); setTimeout(() => { for (const t of scripts) (0, eval)(t); }, 50);`,
  "a listener on window that stops everything": `addEventListener("click", (e) => {
    if (!e.target.closest?.("[role=button],button")) e.stopImmediatePropagation(); }, true);`,
  "changed built-ins": `Array.prototype.includes = () => false; Array.prototype.find = () => undefined; Element.prototype.closest = () => null;
    Element.prototype.matches = () => false; Map.prototype.get = () => undefined; JSON.stringify = () => "{}"; String.prototype.includes = () => false;`,
  "pagehide, freeze and visibility events": `for (const type of ["pagehide", "freeze", "beforeunload", "unload", "visibilitychange", "abort"])
    for (const on of [document, window]) on.dispatchEvent(new Event(type));`,
  "every element of the page re-created": `document.body.innerHTML = document.body.innerHTML.replace(/<script[\\s\\S]*?<\\/script>/g, "");`,
};

describe.each(PAGES)("a page of %s that tries to switch the guard off", (site, name) => {
  test("control: has a real click on a campaign post held", async () => {
    await campaignPage(site, name);
    expect(await isRealLikeHeld()).toBe(true);
  });
  for (const [what, script] of Object.entries(SWITCH_OFFS))
    test(`still has the next real click held after: ${what}`, async () => {
      await campaignPage(site, name);
      const ids = JSON.stringify([visit.extensionId, "jaga-netral", ""]);
      await visit.evaluate(`(() => { const IDS = ${ids}; ${script} })()`);
      await pause(300); // the page's own timers have run
      const like = site === "x" ? "[data-testid=like]" : `[role=button][aria-label="Suka"]`;
      await visit.click(`document.querySelector('${like}')`);
      expect(await visit.waitForQuestion()).toBeDefined();
      expect(visit.performed).toEqual([]);
    });
});

/** Scripted likes: the guard leaves them to the page, and they pass. */
const FORGED: Record<string, { script: string; requests: number }> = {
  "el.click()": { script: "S.posts[0].like.click()", requests: 1 },
  "dispatched pointer and mouse events": {
    script: `for (const [T, t] of [[PointerEvent, "pointerdown"], [MouseEvent, "mousedown"], [PointerEvent, "pointerup"], [MouseEvent, "mouseup"], [MouseEvent, "click"]])
      S.posts[0].like.dispatchEvent(new T(t, { bubbles: true, cancelable: true, composed: true, detail: 1 }))`,
    requests: 1,
  },
  "dispatched Enter on the comment editor": {
    script: `(() => { const e = document.querySelector("[contenteditable=true]"); if (!e) return; e.focus(); document.execCommand("insertText", false, "Setuju");
      e.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true })); })()`,
    requests: 1,
  },
  "dispatched letter l": {
    script: `(S.posts[0].post.setAttribute("tabindex", "0"), S.posts[0].post.focus(), S.posts[0].post.dispatchEvent(new KeyboardEvent("keydown", { key: "l", code: "KeyL", bubbles: true, cancelable: true })))`,
    requests: 1,
  },
  "form.requestSubmit": {
    script: `(() => { const f = document.createElement("form"); f.action = "/__action"; f.addEventListener("submit", (e) => e.preventDefault());
      S.posts[0].post.append(f); f.requestSubmit(); })()`,
    requests: 0,
  },
  "form.submit": {
    script: `(() => { const f = document.createElement("form"); f.action = "/kirim"; f.target = "_blank_nowhere"; f.method = "get";
      const i = document.createElement("iframe"); i.name = "_blank_nowhere"; document.body.append(i); S.posts[0].post.append(f); f.submit(); })()`,
    requests: 0,
  },
};

describe.each(PAGES)("a page of %s that forges input", (site, name) => {
  beforeEach(() => campaignPage(site, name));
  for (const [what, { script, requests }] of Object.entries(FORGED))
    test(`passes without opening or unlocking anything: ${what}`, async () => {
      await visit.evaluate(`((S) => { ${script}; })(__slots)`);
      expect(await visit.settled(requests)).toBe(requests);
      expect(await visit.currentQuestion()).toBeUndefined();
      await visit.evaluate("__live.site.reset?.(__slots.posts[0].post)");
      visit.resetCounts();
      expect(await isRealLikeHeld()).toBe(true);
    });

  test("writes nothing into the book", async () => {
    const lines = (await journalEntries(visit)).length;
    for (const { script } of Object.values(FORGED)) await visit.evaluate(`((S) => { ${script}; })(__slots)`);
    await pause(800); // no line may come
    expect(visit.performed.length).toBeGreaterThan(0);
    expect((await journalEntries(visit)).length).toBe(lines);
  });

  test("neither confirms nor closes the open question by forged events", async () => {
    expect(await isRealLikeHeld()).toBe(true);
    const shown = (await visit.currentQuestion())!;
    await armed(visit);
    const points = JSON.stringify(shown.buttons.map((button) => button.at));
    await visit.evaluate(`(() => {
      const hosts = [...document.documentElement.children].filter((e) => e !== document.head && e !== document.body);
      const on = [...hosts, document, window, document.body, document.activeElement];
      for (const { x, y } of ${points}) {
        const e = document.elementFromPoint(x, y);
        e?.click?.();
        for (const t of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
          for (const o of [e, ...on]) o?.dispatchEvent(new MouseEvent(t, { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, detail: 1 }));
      }
      for (const key of ["Enter", " ", "Escape", "Tab"])
        for (const o of on) for (const t of ["keydown", "keyup"]) o?.dispatchEvent(new KeyboardEvent(t, { key, code: key, bubbles: true, cancelable: true, composed: true }));
      for (const h of hosts) { h.dispatchEvent(new Event("cancel")); h.dispatchEvent(new Event("close")); h.click(); h.shadowRoot?.querySelector("button")?.click(); }
    })()`);
    await pause(300); // the question must stay
    expect(await visit.currentQuestion()).toBeDefined();
    expect(visit.performed).toEqual([]);
    expect(
      await visit.evaluate<boolean>(
        "[...document.documentElement.children].some((e) => e.shadowRoot !== null)",
      ),
    ).toBe(false);
    await visit.answer("cancel");
    expect(await visit.settled(0)).toBe(0);
    expect(await visit.currentQuestion()).toBeUndefined();
  });
});
