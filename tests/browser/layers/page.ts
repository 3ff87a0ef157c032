/** The settings page as a person uses it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtensionPage } from "../lib/driver-page.ts";
import { isHeld as isAsked } from "../lib/outcome.ts";
import { pageNamed } from "../lib/pages.ts";
import { writeStorage } from "../lib/popup.ts";
import { ready } from "../lib/ready.ts";
import { pause, type Visit } from "../lib/visit.ts";

const SIZE = { width: 900, height: 900 };
const PATIENCE_MS = 30_000;

export async function settingsPage(visit: Visit, size = SIZE): Promise<ExtensionPage> {
  const page = await visit.extensionPage("settings.html", size);
  await waitUntilTrue(page, `Boolean(document.querySelector("[data-layer=bundled]"))`);
  return page;
}

/** Firefox under test speaks English by default. */
export const speakIndonesian = (visit: Visit): Promise<void> =>
  writeStorage(visit, { settings: { language: "id" } });

/** Waits until an expression holds on the page. @throws Error with the page's text where it never does. */
export async function waitUntilTrue(page: ExtensionPage, expression: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > until)
      throw new Error(
        `waited in vain for ${expression}: ${await page.evaluate<string>("document.body.innerText")}`,
      );
    await pause(100);
  }
}

export const textOf = (page: ExtensionPage, selector = "main"): Promise<string> =>
  page.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`);

/** Outcome of the last attempt: "added", "same", "refused", "no-access" or "confirm". */
async function outcome(page: ExtensionPage): Promise<string> {
  const found = `(document.querySelector("[data-confirm]") ? "confirm" : document.querySelector("[data-outcome]")?.dataset.outcome)`;
  await waitUntilTrue(page, `Boolean(${found})`);
  return page.evaluate<string>(found);
}

export async function choose(page: ExtensionPage, place: "agency" | "own"): Promise<void> {
  await page.evaluate(`(document.querySelector("[data-place]").value = ${JSON.stringify(place)}, 0)`);
}

export async function pasteText(page: ExtensionPage, text: string): Promise<string> {
  await page.write("textarea", text);
  await page.clickOn("[data-paste]");
  return outcome(page);
}

export async function uploadFile(page: ExtensionPage, file: string): Promise<string> {
  await page.upload("input[type=file]", file);
  return outcome(page);
}

export async function uploadText(page: ExtensionPage, folder: string, text: string): Promise<string> {
  const file = join(folder, "berkas.json");
  writeFileSync(file, text);
  return uploadFile(page, file);
}

export async function followAddress(page: ExtensionPage, url: string): Promise<string> {
  await page.write("input[type=url]", url);
  await page.clickOn("[data-follow]");
  return outcome(page);
}

export async function confirm(page: ExtensionPage): Promise<string> {
  await page.clickOn("[data-yes]");
  await waitUntilTrue(page, `!document.querySelector("[data-confirm]")`);
  return outcome(page);
}

let n = 0;
/** Likes a post with these words by a new account. @returns whether the like was held */
export async function isLikeHeld(
  visit: Visit,
  text: string,
  more: { author?: string; handle?: string } = {},
): Promise<boolean> {
  n++;
  await visit.open(pageNamed("facebook", "hand_fb_feed_id").source);
  const post = { author: `Warga ${n}`, handle: `warga_lapisan_${n}`, text, ...more };
  await visit.evaluate(`__setPost(0, ${JSON.stringify(post)})`);
  await ready(visit);
  await visit.click("S.posts[0].like");
  const held = await isAsked(visit);
  if (held) await visit.press("Escape");
  return held;
}
