/** WhatsApp and Telegram are off until the user switches them on, and only what the user acts on is read there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER } from "./lib/launch.ts";
import { launchWithoutOptionalSites, registeredScripts, switchOptionalSite } from "./lib/optional-site.ts";
import { pageNamed } from "./lib/pages.ts";
import { popupText, readStorage, textPattern } from "./lib/popup.ts";
import { ready } from "./lib/ready.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { CAMPAIGN } from "./matrix/content.ts";

const SEND = `document.querySelector(".btn-send")`;
const EDITOR = `document.querySelector(".input-message-input")`;

let visit: Visit;
beforeAll(async () => {
  visit = await launchWithoutOptionalSites("telegram");
});
afterAll(async () => {
  await visit?.close();
});

/** Opens the chat with a campaign message by somebody else in it. @param on false: no script may run there */
async function openChat(on = true): Promise<void> {
  await visit.open(pageNamed("telegram", "hand_tg_k_id").source);
  await visit.evaluate(
    `__setPost(0, ${JSON.stringify({ author: "Relawan Prabowo Gibran", text: CAMPAIGN })})`,
  );
  if (on) await ready(visit);
  else await pause(800); // time for a script that must not run
}
async function write(text: string): Promise<void> {
  await visit.focus(EDITOR);
  await visit.type(text);
}
const grantedPermissions = () =>
  visit.inExtension<string[]>(`const all = await api.permissions.getAll();
    return [...all.permissions, ...all.origins].filter((one) => /scripting|telegram|whatsapp/.test(one));`);

test("an optional site has no permission and no script at first, and a campaign call is sent unasked", async () => {
  await switchOptionalSite(visit, "telegram", false);
  await expect.poll(grantedPermissions).not.toContain("scripting");
  if (BROWSER === "firefox") await expect.poll(grantedPermissions).toEqual([]);
  expect(await registeredScripts(visit)).toEqual([]);
  await openChat(false);
  await write(CAMPAIGN);
  await visit.click(SEND);
  expect(await visit.settled(1)).toBe(1);
  expect(await visit.currentQuestion()).toBeUndefined();
});

test("switching an optional site on registers only its script, and the call is held", async () => {
  await switchOptionalSite(visit, "telegram", false);
  await switchOptionalSite(visit, "telegram", true);
  expect(await registeredScripts(visit)).toEqual(["site-telegram"]);
  expect(await readStorage(visit, "settings")).toMatchObject({ on: ["telegram"] });
  expect(await grantedPermissions()).toEqual(
    expect.arrayContaining(["scripting", "https://web.telegram.org/*"]),
  );
  expect((await grantedPermissions()).join()).not.toContain("whatsapp");
  await openChat();
  await write(CAMPAIGN);
  await visit.click(SEND);
  expect(await visit.waitForQuestion()).toBeDefined();
  await visit.answer("cancel");
  expect(await visit.settled(0)).toBe(0);
});

test("an incoming campaign message is neither marked nor reported", async () => {
  await switchOptionalSite(visit, "telegram", true);
  await openChat();
  const before = await visit.evaluate<number>("document.querySelectorAll('*').length");
  await pause(1_200); // the message is read within 200 ms, and nothing may be drawn
  expect(await visit.evaluate("document.querySelectorAll('*').length")).toBe(before);
  const text = await popupText(visit, textPattern("popup.none"));
  expect(text).toMatch(textPattern("popup.none"));
  expect(text).not.toMatch(/Relawan|Prabowo/);
});

test("a message that the app sends on pointerdown is held and sent once after the answer", async () => {
  await switchOptionalSite(visit, "telegram", true);
  for (const [answer, sent] of [
    ["cancel", 0],
    ["continue", 1],
  ] as const) {
    await visit.inExtension(`await drop(["today", "feedback"]);`);
    await openChat();
    await visit.evaluate(`document.documentElement.dataset.down = "1"`);
    await write(CAMPAIGN);
    await visit.click(SEND);
    expect(await visit.waitForQuestion()).toBeDefined();
    expect(visit.performed).toHaveLength(0);
    await visit.answer(answer);
    expect(await visit.settled(sent)).toBe(sent);
  }
  await openChat();
  await visit.evaluate(`document.documentElement.dataset.down = "1"`);
  await write("Selamat pagi semua");
  await visit.click(SEND);
  expect(await visit.settled(1)).toBe(1);
});

test("switching an optional site off stops the running script at once and leaves none after a reload", async () => {
  await switchOptionalSite(visit, "telegram", true);
  await openChat();
  await switchOptionalSite(visit, "telegram", false);
  /* The permission is returned after the script. */
  await expect.poll(grantedPermissions).not.toContain("scripting");
  if (BROWSER === "firefox") await expect.poll(grantedPermissions).toEqual([]);
  expect(await registeredScripts(visit)).toEqual([]);
  expect(await readStorage(visit, "settings")).toMatchObject({ on: [] });
  for (const fresh of [false, true]) {
    if (fresh) await openChat(false);
    visit.resetCounts();
    await write(CAMPAIGN);
    await visit.click(SEND);
    expect(await visit.settled(1)).toBe(1);
    expect(await visit.currentQuestion()).toBeUndefined();
  }
});
