/** Class 17: like buttons and posts of a site inside other sites' pages. Nothing is confirmed inside the frame. */
import type { BrowserContext } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  answerInWindow,
  clickInFrame,
  type FrameContent,
  openQuestionWindows,
  PARENT,
  parent,
  player,
  plugin,
  questionWindow,
  tweet,
} from "./lib/embeds.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { journalEntries } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
/** Lines in the book before the test. */
let before = 0;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
beforeEach(async () => {
  before = (await journalEntries(visit)).length;
});
/* Answers instead of closing, because unanswered windows are counted (src/background/question-window.ts). */
afterEach(async () => {
  for (const page of await visit.openPages("ask.html")) {
    const asks = await page.evaluate<boolean>(`Boolean(document.querySelector("button"))`).catch(() => false);
    if (asks) await answerInWindow(page, "cancel").catch(() => {});
    else await page.close().catch(() => {});
  }
});
afterAll(() => visit?.close());

let n = 0;
const campaign = (): FrameContent => ({ account: `warga.luar.${++n}`, name: `Warga ${n}`, text: CAMPAIGN });
const neutral = (): FrameContent => ({ account: `kebun.${++n}`, name: `Kebun ${n}`, text: NEUTRAL });
const TEAM: FrameContent = { account: "relawan.uji", name: "Relawan Prabowo Gibran", text: CAMPAIGN };

/** Opens the parent and gives the frames time to load; their scripts were there before them. */
async function show(...frames: Parameters<typeof parent>[0]): Promise<void> {
  await visit.open(parent(frames));
  await pause(700); // no signal outside a frame says that its script has its rules
}

/** Opens the plugin of a campaign post, clicks its like and returns the question's window. */
async function openHeldLike() {
  await show(plugin("post", campaign()));
  await clickInFrame(visit);
  const page = await questionWindow(visit);
  if (!page) throw new Error("no window asks");
  expect(visit.performed).toEqual([]);
  return page;
}

const recordedChoices = async () =>
  (await journalEntries<{ choice: string }>(visit)).slice(before).map(({ choice }) => choice);

describe("a neutral plugin of Facebook", () => {
  test.each(["like", "post", "page"] as const)(
    "control: performs the like of %s.php at once, exactly once and unasked",
    async (which) => {
      await show(plugin(which, neutral()));
      await clickInFrame(visit);
      expect(await visit.settled(1)).toBe(1);
      expect(visit.performed[0]).toMatchObject({ action: "like", host: "www.facebook.com" });
      expect(await visit.openPages("ask.html")).toEqual([]);
    },
  );
});

describe("a campaign's plugin of Facebook", () => {
  test.each([
    ["like", TEAM],
    ["page", TEAM],
    ["post", campaign()],
  ] as const)(
    "holds the like of %s.php and asks in a window of the extension, where Batal leaves it undone",
    async (which, shown) => {
      await show(plugin(which, shown));
      await clickInFrame(visit);
      const page = await questionWindow(visit);
      expect(page).toBeDefined();
      expect(visit.performed).toEqual([]);
      await answerInWindow(page!, "cancel");
      expect(await openQuestionWindows(visit)).toBe(0);
      expect(await visit.settled(0)).toBe(0);
      await expect.poll(recordedChoices).toEqual(["cancelled"]);
    },
  );

  test("performs the frame's own action exactly once after Tetap lanjutkan and does not ask about undoing it", async () => {
    const page = await openHeldLike();
    await answerInWindow(page, "continue");
    expect(await visit.settled(1)).toBe(1);
    expect(await openQuestionWindows(visit)).toBe(0);
    expect(visit.performed).toMatchObject([{ action: "like" }]);
    await expect.poll(recordedChoices).toEqual(["continued"]);
    await clickInFrame(visit);
    expect(await visit.settled(2)).toBe(2);
    expect(visit.performed[1]).toMatchObject({ action: "unlike" });
  });

  test("leaves the action undone when the window is closed, with one line in the book", async () => {
    const page = await openHeldLike();
    await page.close();
    await expect.poll(recordedChoices).toEqual(["cancelled"]);
    expect(await visit.settled(0)).toBe(0);
    /* An account answered with Batal that day is asked about again, in short form. */
    await clickInFrame(visit);
    expect(
      await (await questionWindow(visit))?.evaluate<boolean>(`Boolean(document.querySelector(".brief"))`),
    ).toBe(true);
  });

  test("ignores a confirmation given within half a second after the window came to the front", async () => {
    const page = await openHeldLike();
    await page.evaluate(`(dispatchEvent(new Event("focus")), 0)`);
    expect(await page.evaluate<string>(`document.querySelector("[data-answer=continue]").ariaDisabled`)).toBe(
      "true",
    );
    await page.evaluate(`(document.querySelector("[data-answer=continue]").click(), 0)`);
    /* The question is armed by now; a scripted click still answers nothing. */
    await expect
      .poll(() =>
        page.evaluate<string | null>(`document.querySelector("[data-answer=continue]").ariaDisabled`),
      )
      .toBeNull();
    await page.evaluate(`(document.querySelector("[data-answer=continue]").click(), 0)`);
    expect(await visit.settled(0)).toBe(0);
    expect(await visit.openPages("ask.html")).toHaveLength(1);
  });
});

/** What a page can do with the frame around the click. */
const TRICKS: Record<string, string> = {
  "makes the frame one pixel large": `f.style.cssText = "width:1px;height:1px"`,
  "makes the frame transparent": `f.style.opacity = "0"`,
  "covers the frame with something that clicks fall through": `const c = document.createElement("div");
    c.style.cssText = "position:fixed;inset:0;background:#fff;pointer-events:none;z-index:9"; document.body.append(c)`,
  "moves the frame under the pointer": `f.style.position = "fixed"; addEventListener("mousemove", (e) => {
    f.style.left = e.clientX - 40 + "px"; f.style.top = e.clientY - 25 + "px"; })`,
};

describe("a page around a campaign's plugin", () => {
  for (const [what, script] of Object.entries(TRICKS))
    test(`confirms nothing by clicks where it ${what}`, async () => {
      await show(plugin("post", campaign()));
      const early = what.startsWith("makes the frame one") ? "" : script;
      await visit.evaluate(`(() => { const f = document.querySelector("iframe"); ${early} })()`);
      await clickInFrame(visit);
      expect(await questionWindow(visit)).toBeDefined();
      await visit.evaluate(`(() => { const f = document.querySelector("iframe"); ${script} })()`);
      for (let click = 0; click < 4; click++) {
        await clickInFrame(visit);
        await pause(200); // nothing may happen
      }
      expect(visit.performed).toEqual([]);
      expect(await visit.openPages("ask.html")).toHaveLength(1);
    });

  test("closes the question when it removes the frame, and the action stays undone with one line", async () => {
    await openHeldLike();
    await visit.evaluate(`document.querySelector("iframe").remove()`);
    expect(await openQuestionWindows(visit)).toBe(0);
    expect(visit.performed).toEqual([]);
    await expect.poll(recordedChoices).toEqual(["cancelled"]);
  });

  test("opens one window by clicks on many frames", async () => {
    await show(plugin("post", campaign()), plugin("like", TEAM), plugin("page", TEAM));
    for (let at = 0; at < 9; at++) {
      await clickInFrame(visit, at % 3);
      await pause(120); // the pace of clicks by hand
    }
    expect(await questionWindow(visit)).toBeDefined();
    await pause(600); // no second window may open
    expect(await visit.openPages("ask.html")).toHaveLength(1);
    expect(visit.performed).toEqual([]);
    /* A click without a question writes no line; the question that was open ends as one. */
    await answerInWindow((await questionWindow(visit))!, "cancel");
    await expect.poll(recordedChoices).toEqual(["cancelled"]);
  });

  test("opens no window by a scripted click, which passes to the plugin", async () => {
    await show(plugin("post", campaign()));
    await visit.evaluate(`document.querySelector("iframe").contentWindow.postMessage("click", "*")`);
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.openPages("ask.html")).toEqual([]);
  });

  test("learns nothing of the extension by listening", async () => {
    const early = `window.heard = []; addEventListener("message", (e) => heard.push("message " + JSON.stringify(e.data)));
      new MutationObserver((all) => all.forEach((m) => heard.push("node " + m.target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true });`;
    await visit.open(parent([plugin("post", campaign())], early));
    await pause(700); // the same wait as in `show`
    await visit.evaluate("(heard.length = 0)");
    await clickInFrame(visit);
    const page = await questionWindow(visit);
    await answerInWindow(page!, "continue");
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.evaluate("heard")).toEqual([]);
    expect(await visit.evaluate<number>("window.length")).toBe(1);
    const asks = await visit.evaluate<string[]>(
      `performance.getEntriesByType("resource").map((e) => e.name)`,
    );
    expect(asks.filter((url) => url.includes("extension"))).toEqual([]);
    expect(visit.foreignHosts()).toEqual([]);
  });
});

describe("the question page", () => {
  test("shows and answers only what the background holds, in its own window", async () => {
    await openHeldLike();
    const other = await visit.extensionPage(`ask.html#${"0".repeat(36)}`);
    const bodyText = () => other.evaluate<string>("document.body.innerText");
    await vi.waitFor(async () => expect(await bodyText()).toMatch(/sudah selesai|is over/), 10_000);
    expect(await other.evaluate<number>(`document.querySelectorAll("button").length`)).toBe(0);
    const [first] = await visit.openPages("ask.html");
    const id = await first!.evaluate<string>("location.hash.slice(1)");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    /* Even the right id counts neither from another page nor from another window. */
    const reply = await other.evaluate<{
      res?: boolean;
    }>(`(async () => { const api = globalThis.browser?.runtime ? browser : chrome;
      return api.runtime.sendMessage({ id: 1, type: "remoteAnswer", data: { id: ${JSON.stringify(id)}, answer: "continue" }, timestamp: Date.now() }); })()`);
    expect(reply.res).toBe(false);
    await other.close();
    expect(await visit.settled(0)).toBe(0);
    expect(
      await visit.evaluate<boolean>(
        `fetch(${JSON.stringify(`${visit.origin}ask.html#`)} + ${JSON.stringify(id)}).then(() => true, () => false)`,
      ),
    ).toBe(false);
  });

  test.skipIf(BROWSER === "firefox")("leaves the action undone when the background is killed", async () => {
    const page = await openHeldLike();
    const { context } = visit as unknown as { context: BrowserContext };
    const session = await context.newCDPSession(context.pages()[0]!);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await pause(900); // no signal says that the workers have ended
    await Promise.race([page.clickOn(`[data-answer="continue"]`).catch(() => {}), pause(3_000)]); // the click may find no listener
    await expect
      .poll(() => page.evaluate<string>("document.body.innerText"))
      .toMatch(/sudah selesai|is over/);
    expect(await visit.settled(0)).toBe(0);
    await expect.poll(recordedChoices).toEqual(["cancelled"]);
  });
});

test.skipIf(!process.env.JN_LONG)(
  "an answer after 40 s still counts because the window keeps the background awake",
  { timeout: 90_000 },
  async () => {
    const page = await openHeldLike();
    await pause(40_000);
    await answerInWindow(page, "continue");
    expect(await visit.settled(1)).toBe(1);
    expect(await recordedChoices()).toEqual(["continued"]);
  },
);

describe("an embedded post of X", () => {
  /** How many times X's own page for the like was requested, in any tab. */
  const opened = () =>
    visit.inExtension<number>(
      `return (await api.tabs.query({})).filter((t) => /intent\\/like/.test(t.pendingUrl || t.url || "")).length;`,
    );

  test("control: opens the like link of a neutral post unasked", async () => {
    await show(tweet(neutral()));
    const had = await opened();
    await clickInFrame(visit);
    await expect.poll(opened).toBe(had + 1);
    expect(await visit.openPages("ask.html")).toEqual([]);
  });

  test("holds the like of a campaign post: Batal opens nothing, Tetap lanjutkan opens X's page exactly once", async () => {
    await show(tweet(campaign()));
    const had = await opened();
    await clickInFrame(visit);
    await answerInWindow((await questionWindow(visit))!, "cancel");
    expect(await openQuestionWindows(visit)).toBe(0);
    expect(await opened()).toBe(had);
    await clickInFrame(visit);
    await answerInWindow((await questionWindow(visit))!, "continue");
    expect(await openQuestionWindows(visit)).toBe(0);
    await expect.poll(opened).toBe(had + 1);
    await pause(400); // no second request may come
    expect(await opened()).toBe(had + 1);
    expect(visit.performed).toEqual([]);
  });
});

describe("an embedded player of YouTube", () => {
  test("control: subscribes to a neutral channel at once, unasked", async () => {
    await show(player(neutral()));
    await clickInFrame(visit);
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.openPages("ask.html")).toEqual([]);
  });

  test("holds Subscribe of a campaign: Batal leaves it undone, Tetap lanjutkan subscribes once, undoing is not asked about", async () => {
    await show(player(campaign()));
    await clickInFrame(visit);
    await answerInWindow((await questionWindow(visit))!, "cancel");
    expect(await openQuestionWindows(visit)).toBe(0);
    expect(visit.performed).toEqual([]);
    await clickInFrame(visit);
    await answerInWindow((await questionWindow(visit))!, "continue");
    expect(await openQuestionWindows(visit)).toBe(0);
    expect(await visit.settled(1)).toBe(1);
    expect(visit.performed).toMatchObject([{ action: "follow" }]);
    await clickInFrame(visit);
    expect(await visit.settled(2)).toBe(2);
    expect(visit.performed[1]).toMatchObject({ action: "unfollow" });
  });
});

test("neither the parent nor a frame that is no embed gets a script", async () => {
  const frame = { url: "https://www.facebook.com/x/connect.html", html: plugin("post", campaign()).html };
  await show(frame);
  await clickInFrame(visit);
  expect(await visit.settled(1)).toBe(1);
  expect(await visit.evaluate<string>("location.href")).toBe(PARENT);
});
