/** Bad input: broken storage, strange pages, late rules. The page works, and the popup reports the fault. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BROWSER, builtExtension, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import {
  addInvalidEntry,
  journalEntries,
  popupText,
  readStorage,
  textPattern,
  writeStorage,
} from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN, NEUTRAL } from "./matrix/content.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(async () => {
  await visit?.close();
});

let n = 0;
/** @param rules false: the page never gets any */
async function openWith(text: string, rules = true): Promise<void> {
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  n++;
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: `Warga ${n}`, handle: `warga_rusak_${n}`, text })})`,
  );
  await ready(visit, rules);
}

/** Checks that a neutral like passes once, a campaign like is held, and Tetap lanjutkan sends one. */
async function expectNormalWork(): Promise<void> {
  await openWith(NEUTRAL);
  await visit.click("S.posts[0].like");
  expect(await visit.settled(1)).toBe(1);
  expect(await visit.currentQuestion()).toBeUndefined();
  await openWith(CAMPAIGN);
  await visit.click("S.posts[0].like");
  expect(await visit.waitForQuestion()).toBeDefined();
  await visit.answer("continue");
  expect(await visit.settled(1)).toBe(1);
}

test("control: the popup names no fault where everything works", async () => {
  await expectNormalWork();
  expect(await popupText(visit, textPattern("popup.rules"))).not.toMatch(textPattern("popup.faults"));
});

const BROKEN: [key: string, value: unknown][] = [
  ["settings", "garbage"],
  ["settings", { language: 7, status: "RAJA", off: "facebook", sensitivity: null }],
  ["settings", [1, 2, 3]],
  ["pause", { until: "besok", sites: { length: 9 } }],
  ["pause", 42],
  ["silenced", { key: "not hex", tags: ["x"] }],
  ["silenced", "garbage"],
];

describe("a broken value in storage", () => {
  let before: unknown;
  let key = "";
  afterEach(async () => {
    if (before === null) await visit.inExtension(`await drop(${JSON.stringify(key)});`);
    else await writeStorage(visit, { [key]: before });
  });
  test.each(BROKEN)(
    "does not disturb the guard, is named in the popup and is not overwritten: %s = %j",
    async (name, value) => {
      key = name;
      before = await readStorage(visit, name);
      await writeStorage(visit, { [name]: value });
      await expectNormalWork();
      expect(await popupText(visit, textPattern("popup.fault.settings"))).toMatch(
        textPattern("popup.fault.settings"),
      );
      expect(await readStorage(visit, name)).toEqual(value);
    },
  );
});

describe("rules that cannot be used", () => {
  let rules: unknown;
  beforeEach(async () => {
    rules = await readStorage(visit, "rules");
  });
  afterEach(async () => {
    await writeStorage(visit, { rules, rulesProblem: null });
  });

  test.each([
    ["text", "garbage"],
    ["a number", 7],
    ["an empty object", {}],
    ["other parts", { version: 99, words: [] }],
  ])("leave the page working and are named in the popup when the compiled rules are %s", async (_, value) => {
    await writeStorage(visit, { rules: value });
    await openWith(CAMPAIGN);
    await visit.click("S.posts[0].like");
    expect(await visit.settled(1)).toBe(1);
    expect(await popupText(visit, textPattern("popup.faults"))).toMatch(textPattern("popup.faults"));
  });

  test("let an action happen once, unasked and recorded as unchecked, after half a second where no rules exist yet", async () => {
    await visit.inExtension(`await drop("rules");`);
    await openWith(CAMPAIGN, false);
    const lines = (await journalEntries(visit)).length;
    const clicked = Date.now();
    await visit.click("S.posts[0].like");
    expect(await visit.settled(1)).toBe(1);
    expect(Date.now() - clicked).toBeLessThan(5_000); // half a second on an idle machine
    expect(await visit.currentQuestion()).toBeUndefined();
    const more = async () => (await journalEntries(visit)).slice(lines);
    await expect
      .poll(more)
      .toMatchObject([{ site: "facebook", action: "like", choice: "unchecked", rule: null }]);
  });
});

test("a broken line of the book hides no other line, is named in the popup and loses nothing", async () => {
  const lines = (await journalEntries(visit)).length;
  await expectNormalWork();
  await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
  const good = await journalEntries(visit);
  await addInvalidEntry(visit, { holdId: "rusak", day: 20260101, note: "no entry" });
  const text = await popupText(visit, textPattern("popup.fault.book"));
  expect(text).toMatch(textPattern("popup.fault.book"));
  await expectNormalWork();
  await expect.poll(async () => (await journalEntries(visit)).length).toBe(good.length + 1);
  expect(await popupText(visit, textPattern("popup.fault.book"))).toMatch(textPattern("popup.fault.book"));
});

describe("pages without any recognised element", () => {
  const html = (body: string) =>
    `<!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`;
  test.each([
    ["an empty page", html("")],
    [
      "a page of another kind",
      html(`<button id="b" onclick="fetch('/__action',{method:'POST',body:'{}'})">Suka</button>`),
    ],
    ["no body", "<!DOCTYPE html><html></html>"],
    ["a frameset", "<!DOCTYPE html><html><frameset></frameset></html>"],
  ])("leave %s working and add nothing to it", async (_, page) => {
    await visit.open({ url: "https://www.facebook.com/halaman/kosong", html: page });
    await pause(400); // nothing may be added to the page
    const button = await visit.evaluate<boolean>(`Boolean(document.getElementById("b"))`);
    if (button) {
      await visit.click(`document.getElementById("b")`);
      expect(await visit.settled(1)).toBe(1);
    }
    expect(await visit.currentQuestion()).toBeUndefined();
    expect(await visit.evaluate("document.documentElement.children.length")).toBeLessThanOrEqual(2);
    const text = await popupText(
      visit,
      new RegExp(`${textPattern("popup.none").source}|${textPattern("popup.unreadable").source}`),
    );
    expect(text).toMatch(
      new RegExp(`${textPattern("popup.none").source}|${textPattern("popup.unreadable").source}`),
    );
  });
});

/** Starts a browser with a broken copy of the extension on a feed with a campaign post. */
async function withBroken(
  spoil: (folder: string) => void,
  then: (broken: Visit) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jaga-netral-broken-"));
  cpSync(builtExtension(BROWSER), folder, { recursive: true });
  spoil(folder);
  const broken = await launch(BROWSER, "extension", { extension: folder });
  try {
    await broken.open(pageNamed("facebook", "hand_fb_feed_id").source);
    await broken.evaluate(
      `__setPost(0, ${JSON.stringify({ author: "Warga", handle: "warga_x", text: CAMPAIGN })})`,
    );
    await then(broken);
  } finally {
    await broken.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a bundled ruleset that fails its schema leaves the page working and is named in the popup", async () => {
  const spoil = (folder: string) =>
    writeFileSync(join(folder, "rulesets/bundled.json"), JSON.stringify({ format: 1, rules: "none" }));
  await withBroken(spoil, async (broken) => {
    await ready(broken, false);
    await broken.click("S.posts[0].like");
    expect(await broken.settled(1)).toBe(1);
    expect(await popupText(broken, textPattern("popup.fault.ruleset"))).toMatch(
      textPattern("popup.fault.ruleset"),
    );
  });
});

/** The page gives up waiting for the engine ten seconds after its start and then reports it to the popup; in ms. */
const ENGINE_MISSED_MS = 30_000;

test("an engine that fails to start lets an action happen once, unasked, and is named in the popup", async () => {
  const spoil = (folder: string) =>
    writeFileSync(join(folder, "content-scripts/engine.js"), `throw new Error("broken");`);
  await withBroken(spoil, async (broken) => {
    await broken.click("S.posts[0].like");
    expect(await broken.settled(1)).toBe(1);
    expect(await broken.currentQuestion()).toBeUndefined();
    await expect
      .poll(() => popupText(broken, textPattern("popup.faults"), 4_000), {
        timeout: ENGINE_MISSED_MS,
        interval: 500,
      })
      .toMatch(textPattern("popup.faults"));
    await broken.click("S.posts[1].like");
    expect(await broken.settled(2)).toBe(2);
  });
});
