/** Class 28: frames and documents of the site itself are guarded like its page. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import type { PageSource, Point } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

const FRAME = `document.querySelector("iframe")`;
const FEED = `<!doctype html><body><script>${readFileSync("tests/browser/hostile/pages/feed.js", "utf8")}</script>`;
const around = (site: string): PageSource => ({
  url: `https://${site}/around-a-frame`,
  html: `<!doctype html><title>A page around a frame</title><iframe style="width:900px;height:640px;border:0"></iframe>`,
});

/** Clicks an element of the frame, once the frame has its rules. */
async function clickIn(find: string): Promise<void> {
  await visit.waitFor(`Boolean(((d) => d && ${find})(${FRAME}.contentDocument))`);
  await pause(700); // no signal outside the frame says that its script has its rules
  visit.resetCounts();
  await visit.clickAt(
    await visit.evaluate<Point>(`(() => { const one = ((d) => ${find})(${FRAME}.contentDocument);
      one.scrollIntoView({ block: "center" });
      const a = ${FRAME}.getBoundingClientRect(), b = one.getBoundingClientRect();
      return { x: a.left + b.left + b.width / 2, y: a.top + b.top + b.height / 2 }; })()`),
  );
}
/** The question in the frame, which no driver can read: an element beside head and body. */
async function expectHeld(): Promise<void> {
  await visit.waitFor(`${FRAME}.contentDocument.documentElement.children.length > 2`);
  await pause(500); // it accepts answers after 300 ms
  expect(visit.performed).toEqual([]);
  await visit.press("Escape");
  expect(await visit.settled(0)).toBe(0);
}

describe.each<[string, string]>([
  ["an address of the site", `f.src = "/framed"`],
  ["srcdoc", `f.srcdoc = html`],
  [
    "about:blank that a script fills",
    `f.contentDocument.body.append(f.contentDocument.createRange().createContextualFragment(html.slice(15)))`,
  ],
  ["document.open()", `((d) => { d.open(); d.write(html); d.close(); })(f.contentDocument)`],
])("a frame with %s", (_, fill) => {
  test("has the like of its neutral post pass, and that of its campaign post held", async () => {
    const page = around("www.facebook.com");
    await visit.open({ ...page, others: [{ url: "https://www.facebook.com/framed", html: FEED }] });
    await visit.evaluate(`((f, html) => { ${fill}; return 0; })(${FRAME}, ${JSON.stringify(FEED)})`);
    await clickIn(`d.querySelectorAll(".like")[1]`);
    expect(await visit.settled(1)).toBe(1);
    await clickIn(`d.querySelector(".like")`);
    await expectHeld();
  });
});

test("LinkedIn's feed in a frame has the like of a campaign post held, and a neutral one pass", async () => {
  const feed = pageNamed("linkedin", "hand_li_feed_en").source;
  await visit.open({
    ...around("www.linkedin.com"),
    others: [{ ...feed, url: "https://www.linkedin.com/preload/" }],
  });
  await visit.evaluate(`(${FRAME}.src = "/preload/", 0)`);
  for (const [text, isHeld] of [
    [CAMPAIGN, true],
    [NEUTRAL, false],
  ] as const) {
    await visit.waitFor(`Boolean(${FRAME}.contentWindow.__setPost)`);
    await visit.evaluate(
      `${FRAME}.contentWindow.__setPost(0, { author: "Warga Bingkai", text: ${JSON.stringify(text)} })`,
    );
    await clickIn(`d.defaultView.__slots.posts[0].like`);
    if (isHeld) await expectHeld();
    else expect(await visit.settled(1)).toBe(1);
  }
});

/* Only Chromium tells what is painted over an element. */
describe.runIf(BROWSER === "chromium")("a frame", () => {
  test("that the page around it covers has nothing confirmed in it", async () => {
    await visit.open(around("www.facebook.com"));
    await visit.evaluate(`(${FRAME}.srcdoc = ${JSON.stringify(FEED)}, 0)`);
    await clickIn(`d.querySelector(".like")`);
    await visit.waitFor(`${FRAME}.contentDocument.documentElement.children.length > 2`);
    await visit.evaluate(`(() => { const one = document.createElement("p"); document.body.append(one);
    one.style.cssText = "position:fixed;inset:0;margin:0;background:#fff;pointer-events:none"; })()`);
    await pause(600); // the question takes answers, and the browser has told of the cover
    for (const key of ["Tab", "Enter"]) await visit.press(key);
    expect(await visit.settled(0)).toBe(0);
    await visit.press("Escape");
  });
});
