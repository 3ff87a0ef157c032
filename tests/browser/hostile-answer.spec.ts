/**
 * Classes 21, 22, 26 and 27: an answer belongs to the question, not to the act that opened it, counts by painted frames
 * and the events' own time, where the button was, and the same holds for the answers of notices.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCampaignFeed, openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { clickTwice } from "./lib/press-series.ts";
import { armed } from "./lib/ready.ts";
import type { Find } from "./lib/shadow.ts";
import { walk } from "./lib/shadow.ts";
import { type AnswerName, BUTTON, type Point } from "./lib/types.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

let visit: Visit;
/** Where the buttons of the question lie. */
const places: Record<string, Point> = { outside: { x: 60, y: 700 } };
beforeAll(async () => {
  visit = await launch(BROWSER);
  await openWithQuestion(visit);
  const { buttons } = (await visit.currentQuestion())!;
  for (const [name, label] of Object.entries(BUTTON))
    places[name] = buttons.find((button) => label.test(button.name))!.at;
  await visit.press("Escape");
});
afterAll(() => visit?.close());
/* Many answers in a row would turn warnings of their kind into notices. */
beforeEach(() => visit.inExtension(`await drop(["today", "feedback"]);`));

/** Opens the feed with the like of its campaign post exactly where a button of the question will lie. */
async function openWithLikeAt({ x, y }: Point, early?: string): Promise<void> {
  await openCampaignFeed(visit, {}, early);
  await visit.evaluate(`(({ style }) => { style.cssText =
    "position:fixed;z-index:99;width:40px;height:24px;left:${x - 20}px;top:${y - 12}px"; })(__slots.posts[0].like)`);
}
/** The question stayed, nothing happened, and one fresh click answers. */
async function expectUnanswered(): Promise<void> {
  await pause(600); // the action may not come, nor the question close
  expect(visit.performed).toEqual([]);
  expect(await visit.waitForQuestion(0)).toBeDefined();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
}

/** Keeps the page busy as soon as the question's element appears, before the browser can draw it. */
const busy = (ms: number) => `new MutationObserver((all, me) => {
  if (!all.some(({ addedNodes }) => [...addedNodes].some((one) => one.parentNode === document.documentElement && one.localName === "div"))) return;
  me.disconnect();
  for (const until = performance.now() + ${ms}; performance.now() < until; );
}).observe(document, { childList: true, subtree: true })`;

describe("class 21: the second half of a double click", () => {
  test.each<[AnswerName | "outside", number]>([
    /* A loaded machine adds up to a tenth of a second; the edge at 500 ms is kept by tests with a clock of their own. */
    ["continue", 330],
    ["continue", 380],
    ["not-campaign", 380],
    ["cancel", 380],
    ["outside", 380],
  ])("neither answers nor closes the question at %s after %i ms", async (place, gap) => {
    await openWithLikeAt(places[place]!);
    await clickTwice(visit, places[place]!, gap);
    await expectUnanswered();
  });

  test("nor does the second tap of a finger at the same place", async () => {
    await openWithLikeAt(places.continue!);
    await visit.tapAt(places.continue!);
    await pause(340); // the second tap comes after the question takes answers, within half a second
    await visit.tapAt({ x: places.continue!.x + 10, y: places.continue!.y + 4 });
    await expectUnanswered();
  });
});

describe("class 22: a page that is busy while its question opens", () => {
  test.each([350, 420, 1_500])("has nothing confirmed by two clicks, busy for %i ms", async (ms) => {
    await openWithLikeAt(places.continue!, busy(ms));
    await clickTwice(visit, places.continue!, 90);
    await expectUnanswered();
  });
});

/* The driver of Chromium has every tab count as in front. */
test.runIf(BROWSER === "firefox")(
  "class 22: a question in a tab that was behind until now takes no answer at once",
  async () => {
    for (let tries = 0; ; tries++) {
      await openWithQuestion(visit);
      await armed(visit);
      await visit.openTab();
      await pause(500); // longer than a question must be visible
      const before = Date.now();
      await visit.switchToTab(0);
      await visit.clickAt(places.continue!);
      const took = Date.now() - before;
      /* Only within 300 ms the click was certainly too early. */
      if (took >= 300 && tries < 5) {
        console.log(`switch and click took ${took} ms: this try says nothing`);
        await visit.settled(1, 1_000);
        continue;
      }
      await expectUnanswered();
      return;
    }
  },
);

describe("class 27: a page that moves the question", () => {
  const zoom = (to: string) =>
    visit.evaluate(`(document.documentElement.style.zoom = ${JSON.stringify(to)}, 0)`);
  const placeOf = async (name: AnswerName) =>
    (await visit.waitForQuestion())!.buttons.find((button) => BUTTON[name].test(button.name))!.at;

  test("brings no button under the pointer by zooming", async () => {
    await openWithQuestion(visit);
    await zoom("0.75");
    const at = await placeOf("continue");
    await zoom("");
    await armed(visit);
    await pause(250); // the guard has noticed the second zoom, too, and takes answers again
    await armed(visit);
    await zoom("0.75");
    await visit.clickAt(at);
    expect(await visit.settled(0)).toBe(0);
    expect(await visit.currentQuestion()).toBeDefined();
    await visit.answer("continue");
    expect(await visit.settled(1)).toBe(1);
  });

  test("has nothing confirmed in a question too small to be read", async () => {
    await openWithQuestion(visit);
    await zoom("0.25");
    for (let i = 0; i < 4; i++) {
      const question = await visit.currentQuestion();
      const at = question?.buttons.find((button) => BUTTON.continue.test(button.name))?.at;
      await pause(400); // longer than a question must be visible
      if (at) await visit.clickAt(at);
    }
    expect(await visit.settled(0)).toBe(0);
  });
});

/* Only Chromium has the property `overlay`, and only there the browser tells what it painted over an element. */
test.runIf(BROWSER === "chromium")("class 23: a cover that no script can find counts", async () => {
  await openWithQuestion(visit);
  await armed(visit);
  await visit.evaluate(`(() => { const host = document.createElement("div"); document.body.append(host);
    const one = document.createElement("p"); one.popover = "manual";
    one.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;transition:overlay 1000s allow-discrete,display 1000s allow-discrete";
    host.attachShadow({ mode: "closed" }).append(one); one.showPopover(); one.getBoundingClientRect(); one.hidePopover(); })()`);
  await pause(300); // the browser tells of it within 100 ms
  await visit.clickAt(places.continue!);
  expect(await visit.settled(0)).toBe(0);
  await visit.press("Escape");
});

const NOTICE: Find = (hosts) => {
  for (const host of hosts)
    for (const node of walk(host)) if (/\bnote-(strip|card)\b/.test(node.attributes.class ?? "")) return host;
  return undefined;
};
/** Clicks a button of the strip or its card. */
async function press(name: RegExp): Promise<void> {
  const find = async () => (await visit.currentQuestion(NOTICE))?.buttons.find((one) => name.test(one.name));
  await expect.poll(find).toBeDefined();
  await visit.clickAt((await find())!.at);
}
/** Opens a listed party's page, which has the strip, and its card. */
async function openCard(early?: string): Promise<void> {
  await visit.open({ ...pageNamed("x", "hand_x_profile_id").source, early });
  const profile = { name: "Partai Gerindra", handle: "Gerindra", bio: "" };
  await visit.evaluate(`__navigate("/Gerindra", ${JSON.stringify({ title: profile.name, profile })})`);
  await press(/Mengapa|alasan|Why/i);
}

describe("class 26: a notice's own answer", () => {
  const silenced = () =>
    visit.inExtension<number>(
      `return ((await api.storage.local.get("silenced")).silenced?.tags ?? []).length;`,
    );

  test("does not count while a page covers the window again and again", async () => {
    const cover = `(() => { const one = document.createElement("div"); one.popover = "manual"; one.textContent = "Click here to win";
      one.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none";
      document.body.append(one); window.__covering = setInterval(() => { one.hidePopover(); one.showPopover(); }, 30); })()`;
    const before = await silenced();
    await openCard();
    await visit.evaluate(cover);
    for (let i = 0; i < 3; i++) {
      await press(BUTTON["not-campaign"]);
      await pause(400); // longer than a card must be visible
    }
    await visit.evaluate("clearInterval(__covering)");
    expect(await silenced()).toBe(before);
    expect((await visit.currentQuestion(NOTICE))?.buttons.length).toBeGreaterThan(0);
  });

  test("control: counts where the card was to be seen for 300 ms", async () => {
    const before = await silenced();
    await openCard();
    await pause(400); // longer than a card must be visible
    await press(BUTTON["not-campaign"]);
    await expect.poll(silenced).toBe(before + 1);
    await visit.inExtension(`await drop("silenced");`);
  });
});

describe("class 25: a page that looks for nodes of the closed root", () => {
  /** Gathers every event on what the extension draws, and every node of its root that any property of anything gives. */
  const gather = `(() => {
    const types = new Set("DOMActivate DOMMouseScroll MozMousePixelScroll focusin focusout pointerrawupdate textInput".split(" "));
    for (const one of [window, document, HTMLElement.prototype]) for (const name in one) if (name.startsWith("on")) types.add(name.slice(2));
    const found = window.__found = { events: [], nodes: [], heard: 0 };
    const isOurs = (one) => one instanceof Element && one.parentNode === document.documentElement && one.localName === "div";
    const look = (from, one) => {
      const root = one instanceof Node ? one.getRootNode() : null;
      if (root instanceof ShadowRoot && isOurs(root.host)) found.nodes.push(from);
    };
    const lookAround = (e) => {
      for (const name in e) look(e.type + "." + name, e[name]);
      for (const one of e.composedPath()) look(e.type + " path", one);
      if (typeof e.clientX === "number") look("caret", document.caretPositionFromPoint?.(e.clientX, e.clientY)?.offsetNode);
      const selection = getSelection();
      look("anchorNode", selection.anchorNode); look("focusNode", selection.focusNode); look("active", document.activeElement);
      if (selection.rangeCount) look("range", selection.getRangeAt(0).startContainer);
    };
    for (const type of types) addEventListener(type, (e) => {
      if (!e.isTrusted) return;
      found.heard++;
      if (isOurs(e.target)) found.events.push(type);
      lookAround(e);
    }, true);
    window.__probe = (x, y) => {
      /* Firefox gives a page what it finds there: see the last test below. */
      if (!${BROWSER === "firefox"}) for (const word of ["Batal", "Cancel", "Bukan", "Not campaign", "Mengapa", "Why", "Aturan", "Rule"])
        if (window.find(word)) { look("find", getSelection().anchorNode); look("find range", getSelection().rangeCount && getSelection().getRangeAt(0).startContainer); }
      look("caret position", document.caretPositionFromPoint?.(x, y)?.offsetNode);
      look("caret range", document.caretRangeFromPoint?.(x, y)?.startContainer);
      for (const one of document.elementsFromPoint(x, y)) look("at point", one);
      for (const one of document.getAnimations()) look("animation", one.effect?.target);
    };
    try { new PerformanceObserver((all) => all.getEntries().forEach((one) => look("timing", one.target)))
      .observe({ type: "event", durationThreshold: 16 }); } catch {}
  })()`;
  const found = () => visit.evaluate<{ events: string[]; nodes: string[]; heard: number }>("__found");
  const expectNothing = async () => {
    const { events, nodes, heard } = await found();
    expect({ events: [...new Set(events)], nodes: [...new Set(nodes)] }).toEqual({ events: [], nodes: [] });
    expect(heard).toBeGreaterThan(5);
  };

  test("gets neither a node nor an event of the question, whatever the user does on it", async () => {
    await openWithQuestion(visit, {}, gather);
    await armed(visit);
    const { x, y } = places.cancel!;
    for (const up of [70, 110, 150]) await clickTwice(visit, { x: x + 20, y: y - up }, 60);
    await visit.press("Tab");
    await visit.press("Tab");
    await visit.evaluate(`__probe(${x}, ${y - 70})`);
    await visit.answer("cancel");
    await visit.movePointerAway();
    await expectNothing();
  });

  /* What `window.find` found is selected, and Firefox gives the page the selected node, whatever the root. */
  describe.runIf(BROWSER === "firefox")("and finds one by a word", () => {
    const withRoot = (script: string) =>
      visit.evaluate<boolean>(`(() => { for (const word of ["Batal", "Cancel"]) {
        getSelection().removeAllRanges();
        const root = find(word) && getSelection().anchorNode.getRootNode();
        if (root.host) { ${script}; return true; }
      } return false; })()`);
    const swapLabels = `const [a, b] = ["cancel", "continue"].map((one) => root.querySelector("[data-answer=" + one + "]").firstChild);
      [a.nodeValue, b.nodeValue] = [b.nodeValue, a.nodeValue]`;
    const hide = `root.adoptedStyleSheets = [new CSSStyleSheet()]; root.adoptedStyleSheets[0].insertRule("dialog { opacity: 0 !important }")`;

    test("has the question closed, its action undone, by swapping two labels", async () => {
      await openWithQuestion(visit);
      await armed(visit);
      expect(await withRoot(swapLabels)).toBe(true);
      await expect.poll(() => visit.currentQuestion()).toBeUndefined();
      expect(await visit.settled(0)).toBe(0);
    });

    test("has nothing confirmed in a question that it made invisible", async () => {
      await openWithQuestion(visit);
      await armed(visit);
      expect(await withRoot(hide)).toBe(true);
      await visit.clickAt(places.continue!);
      expect(await visit.settled(0)).toBe(0);
      await visit.press("Escape");
    });
  });

  test("gets neither a node nor an event of a strip and its card, whose own buttons still work", async () => {
    await openCard(gather);
    const title = async () => (await visit.currentQuestion(NOTICE))!.buttons.map((one) => one.name);
    await expect.poll(title).toContain("Bukan kampanye");
    const { at } = (await visit.currentQuestion(NOTICE))!.buttons.find(
      (one) => one.name === "Bukan kampanye",
    )!;
    await clickTwice(visit, { x: at.x, y: at.y - 40 }, 60);
    await visit.press("Tab");
    await visit.evaluate(`__probe(${at.x}, ${at.y - 40})`);
    await press(/Tutup$/);
    await expect.poll(title).not.toContain("Bukan kampanye");
    await visit.movePointerAway();
    await expectNothing();
  });
});

test("control: a campaign post is asked about and one click confirms it", async () => {
  await openWithQuestion(visit, { text: CAMPAIGN });
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
});
