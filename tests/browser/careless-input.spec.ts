/**
 * Careless input: slow clicks, sliding to a reaction, clicks with a modifier key or the middle button, Enter in a list
 * of suggestions, a key held down.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ChromiumVisit } from "./lib/chromium.ts";
import type { FirefoxVisit } from "./lib/firefox.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { ready } from "./lib/ready.ts";
import type { Point } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

const LIKE = "S.posts[0].like";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});
let n = 0;
beforeEach(async () => {
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  const post = { author: "Relawan Contoh", handle: `relawan_lalai_${++n}`, text: CAMPAIGN };
  await visit.evaluate(`__setPost(0, ${JSON.stringify(post)})`);
  await ready(visit);
});

/** The stand-in for the site opens its picker after 0.7 s of hovering; releasing the mouse likes. */
const HOVER_ONLY = `(() => { const like = document.querySelector("[aria-posinset] [aria-label=Suka]");
  __live.site.longpress = undefined;
  like.setAttribute("aria-label", "Like");
  like.querySelector("[data-ad-rendering-role]").textContent = "Like"; })()`;
const ENGLISH_LIKE = `document.querySelector("[aria-posinset] [aria-label=Like]")`;

test("a slow click on a like is held even if hovering opens the picker meanwhile", async () => {
  await visit.evaluate(HOVER_ONLY);
  await visit.hover(ENGLISH_LIKE);
  await pause(450); // the picker opens after 700 ms, while the button is down
  await visit.click(ENGLISH_LIKE, 700);
  expect(await visit.waitForQuestion()).toBeDefined();
  expect(await visit.settled(0)).toBe(0);
  await visit.answer("cancel");
});

/** A real finger that touches one point and is lifted over another. */
async function slide(from: Point, to: () => Promise<Point>, holdMs: number): Promise<void> {
  if (BROWSER === "firefox") {
    const finger = await (visit as FirefoxVisit).page.touchscreen.touchStart(from.x, from.y);
    await pause(holdMs);
    const { x, y } = await to();
    await finger.move(x, y);
    await finger.end();
    return;
  }
  const { context, raw } = visit as ChromiumVisit;
  const session = await context.newCDPSession(raw);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  await pause(holdMs);
  await send("touchMove", [await to()]);
  await send("touchEnd", []);
  await session.detach();
}

test("a reaction chosen by sliding a finger is asked about and happens once, and a scroll is not asked about", async () => {
  /*
   * Mobile sites send all events of a finger to the element it began on and choose what lies under it when it is
   * lifted.
   */
  await visit.evaluate(`document.addEventListener("touchend", (e) => { const t = e.changedTouches[0];
    const item = document.elementFromPoint(t.clientX, t.clientY)?.closest("[data-live-react]");
    if (item && !item.contains(e.target)) item.click(); })`);
  /* Keeps the page from scrolling under the finger. */
  await visit.evaluate(`((S) => { ${LIKE}.parentElement.style.touchAction = "none"; })(__slots)`);
  const item = `document.querySelector("[data-live-popup] [data-live-react]:nth-child(2)")`;
  const choose = async () => {
    await visit.evaluate("__live.closePopups()");
    visit.resetCounts();
    await slide(await visit.pointOf(LIKE), () => visit.pointOf(item), 700);
  };
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: "Kebun", handle: `kebun_${n}`, text: NEUTRAL })})`,
  );
  await choose();
  expect(await visit.settled(1)).toBe(1);
  expect(await visit.currentQuestion()).toBeUndefined();

  const post = { author: "Relawan Contoh", handle: `relawan_geser_${n}`, text: CAMPAIGN };
  await visit.evaluate(`(__live.site.reset(__live.site.posts()[0]), __setPost(0, ${JSON.stringify(post)}))`);
  const [below, above] = [await visit.pointOf("[S.posts[0].text].flat()[0]"), { x: 400, y: 20 }];
  await slide(below, async () => above, 50);
  await pause(300); // no question may come
  expect(await visit.currentQuestion()).toBeUndefined();
  await choose();
  expect(await visit.waitForQuestion()).toBeDefined();
  expect(await visit.settled(0)).toBe(0);
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
  expect(JSON.stringify(visit.performed[0])).toMatch(/"action":"react".*Super/);
});

test("a confirmed reaction happens even if its picker closes when the mouse leaves it", async () => {
  await visit.evaluate(`document.addEventListener("mouseout", (e) => { const picker = e.target.closest("[data-live-popup]");
    if (picker && !picker.contains(e.relatedTarget)) setTimeout(() => __live.closePopups(), 50); })`);
  const item = `document.querySelector("[data-live-popup] [data-live-react]:nth-child(2)")`;
  const choose = async () => {
    await visit.movePointerAway();
    await visit.hover(LIKE);
    await visit.waitFor(`Boolean(${item})`);
    await visit.click(item);
    expect(await visit.waitForQuestion()).toBeDefined();
    await pause(400); // the page closes its picker 50 ms after it hears that the mouse left it
  };
  await choose();
  await visit.answer("cancel");
  /* The page now hears the mouse events that were withheld while the question was open. */
  await visit.waitFor(`!${item}`);
  await choose();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
  expect(JSON.stringify(visit.performed[0])).toMatch(/"action":"react".*Super/);
});

test("a Ctrl click and a middle click on a link that joins are asked about and open one new tab", async () => {
  /* Outside the stand-in's root, which follows no link. */
  await visit.evaluate(`(() => { const box = document.createElement("div"); box.style.cssText = "position:fixed;top:0;left:0;z-index:9";
    box.innerHTML = '<a href="/relawan_tautan_${n}">Relawan Prabowo Gibran ${n}</a> <a id="joins" href="/groups/join/${n}/">Gabung</a>';
    document.documentElement.append(box); })()`);
  const joins = `document.querySelector("#joins")`;
  const tabs = () =>
    visit.inExtension<number>(`const opened = (await api.tabs.query({})).filter((t) => /\\/groups\\/join\\//.test(t.pendingUrl ?? t.url ?? ""));
      await api.tabs.remove(opened.map((t) => t.id)); return opened.length;`);
  const { keyboard, mouse } = (
    visit as unknown as {
      raw: {
        keyboard: Record<"down" | "up", (key: string) => Promise<void>>;
        mouse: Record<"down" | "up", (how: { button: "middle" }) => Promise<void>>;
      };
    }
  ).raw;
  const ways = {
    ctrl: async () => {
      await keyboard.down("Control");
      await visit.click(joins);
      await keyboard.up("Control");
    },
    middle: async () => {
      await visit.hover(joins);
      await mouse.down({ button: "middle" });
      await mouse.up({ button: "middle" });
    },
  };
  const address = await visit.evaluate("location.href");
  for (const [name, press] of Object.entries(ways)) {
    await visit.evaluate(`((a) => { a.href = "/relawan_${name}_${n}"; a.textContent = "Relawan Prabowo Gibran ${name} ${n}"; })(
      document.querySelector("#joins").previousElementSibling)`);
    await press();
    expect(await visit.waitForQuestion(), name).toBeDefined();
    await visit.answer("cancel");
    await pause(300); // no tab may open
    expect(await tabs(), `${name}, Batal`).toBe(0);
    await press();
    expect(await visit.waitForQuestion(), name).toBeDefined();
    await visit.answer("continue");
    await expect.poll(tabs, { message: name }).toBe(1);
    expect(await visit.evaluate("location.href")).toBe(address);
    await pause(1_500); // Chromium opens no second tab so soon after the first, whoever clicks
  }
});

test("Enter that accepts a suggestion asks nothing, and the next Enter, which sends, is asked about", async () => {
  await visit.click("S.posts[0].comment");
  const editor = `document.querySelector("[aria-posinset] [role=textbox]")`;
  await visit.waitFor(`document.activeElement === ${editor}`);
  await visit.type("Ayo menangkan @rel");
  /* An editor with mentions takes the marked suggestion, and its send handler does not hear that Enter. */
  await visit.evaluate(`(() => { const list = document.createElement("ul"); list.setAttribute("role", "listbox");
    list.innerHTML = '<li role="option" aria-selected="true" id="mention-0">Relawan</li><li role="option">Relasi</li>';
    ${editor}.closest("form").after(list);
    addEventListener("keydown", (e) => { if (e.key !== "Enter" || !list.isConnected) return;
      e.preventDefault(); e.stopImmediatePropagation(); list.remove(); window.took = true; }, true); })()`);
  await visit.press("Enter");
  await visit.waitFor("window.took === true");
  await pause(300); // no question may come
  expect(await visit.currentQuestion()).toBeUndefined();
  await visit.press("Enter");
  expect(await visit.waitForQuestion()).toBeDefined();
  expect(await visit.settled(0)).toBe(0);
  await visit.answer("cancel");
});

/* Only Chromium's driver repeats a held key as a keyboard does. */
test.runIf(BROWSER === "chromium")("Enter held down opens the question and does not answer it", async () => {
  const { keyboard } = (
    visit as unknown as { raw: { keyboard: Record<"down" | "up", (key: string) => Promise<void>> } }
  ).raw;
  await visit.focus(LIKE);
  await keyboard.down("Enter");
  expect(await visit.waitForQuestion()).toBeDefined();
  for (let held = 0; held < 12; held++) {
    await keyboard.down("Enter");
    await pause(40);
  }
  await keyboard.up("Enter");
  expect(await visit.currentQuestion()).toBeDefined();
  await visit.answer("cancel");
  expect(await visit.settled(0)).toBe(0);
});
