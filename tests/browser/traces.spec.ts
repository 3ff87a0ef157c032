/**
 * What the browser itself keeps of our pages and answers: searched for in the closed profile, after words were really
 * typed, accounts really answered about, everything erased, and the browser started once more.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { pageNamed } from "./lib/pages.ts";
import { findInProfile } from "./lib/profile-search.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

const folder = mkdtempSync(join(tmpdir(), "traces-"));
const profile = join(folder, "profile");
/** Firefox's own defaults, which its driver switches off, and a shorter interval. */
const prefs = {
  "browser.sessionstore.enabled": true,
  "browser.sessionstore.resume_from_crash": true,
  "browser.sessionstore.privacy_level": 0,
  "browser.sessionstore.interval": 1_000,
  "browser.startup.page": 3,
};
/** Longer than the browsers wait before they save the session. */
const SAVED_MS = 6_000;
const SIZE = { width: 900, height: 1_200 };

let visit: Visit | undefined;
const start = async () => {
  visit = await launch(BROWSER, "extension", { profile, prefs });
  return visit;
};
const stop = async () => {
  await visit?.close();
  visit = undefined;
};
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const word = () => `kata${crypto.randomUUID().replaceAll("-", "")}`;
async function present(page: ExtensionPage, selector: string): Promise<void> {
  const there = `Boolean(document.querySelector(${JSON.stringify(selector)}))`;
  await expect.poll(() => page.evaluate<boolean>(there), { timeout: 20_000 }).toBe(true);
}
/** Types a word into a page that stays open. */
async function type(path: string, selector: string, opener?: string): Promise<string> {
  const page = await visit!.extensionPage(path, SIZE);
  await present(page, opener ?? selector);
  /* A page that is still being drawn may miss the first press. */
  const isShown = `Boolean(document.querySelector(${JSON.stringify(selector)})?.checkVisibility())`;
  for (let tries = 0; opener && tries < 5 && !(await page.evaluate<boolean>(isShown)); tries++) {
    await page.clickOn(opener);
    await pause(300);
  }
  await present(page, selector);
  const typed = word();
  await page.write(selector, typed);
  return typed;
}
async function answer(handle: string, name: "cancel" | "not-campaign"): Promise<void> {
  await visit!.open(pageNamed("facebook", "hand_fb_feed_id").source);
  await visit!.evaluate(`__setPost(0, ${JSON.stringify({ author: handle, handle, text: CAMPAIGN })})`);
  await ready(visit!);
  await visit!.click("S.posts[0].like");
  expect(await visit!.waitForQuestion()).toBeDefined();
  await visit!.answer(name);
}
interface Secrets {
  today: string;
  silenced: string;
}
const secrets = () =>
  visit!.inExtension<Secrets>(`const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("answers-key")).getFile();
    return { today: (await api.storage.session.get("answersSecret")).answersSecret, silenced: await file.text() };`);
const request = (type: string, data: object) =>
  visit!.inExtension(`const { err } = await api.runtime.sendMessage(
    { id: 1, type: ${JSON.stringify(type)}, data: ${JSON.stringify(data)}, timestamp: Date.now() });
  if (err) throw new Error(JSON.stringify(err));`);
const startOnceMore = async () => {
  await start();
  await stop();
};

it("nothing typed into a page of ours, and no secret of an answer, is left in the closed profile", {
  timeout: 300_000,
}, async () => {
  await stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await start();
  await answer("warga_jejak_satu", "cancel");
  await answer("warga_jejak_dua", "not-campaign");
  const { today, silenced } = await secrets();
  /* The search finds what a page of somebody else keeps in a field. */
  const planted = word();
  await visit!.open({
    url: "https://www.facebook.com/hostile/field",
    html: "<!doctype html><textarea id=t></textarea>",
  });
  await visit!.click(`document.querySelector("#t")`);
  await visit!.type(planted);
  const typed = [
    await type("book.html#weekly", "textarea"),
    await type("book.html#notes", "input[type=search]"),
    await type("popup.html#draft", ".draft textarea"),
    await type("settings.html", "[data-find] input[type=search]"),
    await type("settings.html", "main textarea"),
  ];
  await pause(SAVED_MS);
  await request("eraseEntries", { holdId: null });
  await request("change", { type: "reset" });
  await pause(SAVED_MS);
  await stop();
  expect(findInProfile(profile, [planted])).toEqual([planted]);
  expect(findInProfile(profile, typed)).toEqual([]);
  expect(findInProfile(profile, [], [today, silenced], "hex")).toEqual([]);
  await startOnceMore();
  expect(findInProfile(profile, typed)).toEqual([]);
  expect(findInProfile(profile, [], [today, silenced], "hex")).toEqual([]);
});

it("the secret of silenced accounts is in a file of its own, that of today's answers in no file", {
  timeout: 300_000,
}, async () => {
  await stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await start();
  await answer("warga_jejak_tiga", "cancel");
  await answer("warga_jejak_empat", "not-campaign");
  const { today, silenced } = await secrets();
  await stop();
  expect(findInProfile(profile, [], [today, silenced], "hex")).toEqual([silenced]);
});
