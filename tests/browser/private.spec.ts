/** A private window: the guard asks as usual and keeps nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWithQuestion } from "./hostile/open.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { journalEntries, popupText, readStorage, resetExtension, textPattern } from "./lib/popup.ts";
import { openPrivateWindow } from "./lib/private.ts";
import { pause, type Visit } from "./lib/visit.ts";

const NOT_RECORDED = /tidak dapat dicatat|cannot be recorded/i;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
});
afterAll(() => visit?.close());

/** All of the extension's storage and every key of its databases, a long value as its length and checksum. */
const everythingStored = (): Promise<string> =>
  visit.inExtension(`const short = (value) => {
      const text = JSON.stringify(value) ?? "";
      let sum = 0;
      for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
      return text.length < 400 ? text : text.length + " characters, " + sum;
    };
    const brief = (values) => Object.entries(values ?? {}).map(([key, value]) => key + ": " + short(value)).sort();
    const all = { local: await api.storage.local.get(null), session: await api.storage.session?.get(null) };
    /* Made when a page first asks for it, whatever for: it says nothing of what was asked about. */
    delete all.session?.answersSecret;
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
      for (const store of db.objectStoreNames) all[name + "/" + store] = await new Promise((done, fail) => {
        const r = db.transaction(store).objectStore(store).getAllKeys(); r.onsuccess = () => done(r.result.map(String)); r.onerror = () => fail(r.error); });
      db.close();
    }
    return Object.entries(all).flatMap(([name, values]) => [name, ...brief(values)]).join("\\n");`);

/** The same once nothing has been written for half a second: an extension that just started is still writing. */
async function everythingStoredAtRest(): Promise<string> {
  for (let before = ""; ; await pause(500)) {
    const now = await everythingStored();
    if (now === before) return now;
    before = now;
  }
}

test("control: an answer and its line are kept in a normal window beside the private one", async () => {
  await resetExtension(visit);
  const lines = (await journalEntries(visit)).length;
  const before = await everythingStored();
  await openWithQuestion(visit);
  expect((await visit.currentQuestion())!.text).not.toMatch(NOT_RECORDED);
  expect(await popupText(visit, /kiriman kampanye|campaign post/)).not.toMatch(textPattern("popup.private"));
  await visit.answer("not-campaign");
  expect(await visit.settled(1)).toBe(1);
  await expect.poll(async () => (await journalEntries(visit)).length).toBe(lines + 1);
  await expect.poll(async () => (await readStorage<{ tags: [] }>(visit, "silenced"))?.tags.length).toBe(1);
  const after = await everythingStored();
  expect(after).not.toBe(before);
});

describe("a private window", () => {
  beforeAll(() => openPrivateWindow(visit));
  test("asks about a held action, says that it is not recorded, and leaves nothing behind", async () => {
    const before = await everythingStoredAtRest();
    for (const [answer, times] of [
      ["cancel", 0],
      ["continue", 1],
      ["not-campaign", 1],
    ] as const) {
      await openWithQuestion(visit);
      expect(await visit.evaluate("location.href")).toMatch(/^https:\/\/www\.facebook\.com/);
      expect(visit.performed).toEqual([]);
      expect((await visit.currentQuestion())!.text).toMatch(NOT_RECORDED);
      await visit.answer(answer);
      expect([answer, await visit.settled(times)]).toEqual([answer, times]);
      await pause(800); // nothing may be stored
      expect([answer, await everythingStored()]).toEqual([answer, before]);
    }
  });

  test("has a popup that says that nothing is recorded", async () => {
    await openWithQuestion(visit);
    expect(await popupText(visit, textPattern("popup.private"))).toMatch(textPattern("popup.private"));
  });

  /* Chromium itself opens the extension's pages in normal windows. */
  test.skipIf(BROWSER === "chromium")("opens the book in a normal window", async () => {
    await visit.inExtension(`const at = (await api.windows.getAll()).find((one) => one.incognito);
      await api.tabs.create({ windowId: at.id, url: api.runtime.getURL("book.html") });`);
    const text = async () =>
      (await visit.openPages("book.html"))[0]?.evaluate<string>(
        `browser.extension.inIncognitoContext + " " + document.body.innerText`,
      );
    await expect.poll(text, { timeout: 20_000 }).toMatch(/^false [\s\S]*(Buku swaperiksa|Self-check book)/);
    expect(await text()).not.toMatch(/cannot be used/);
    expect((await visit.openPages("book.html")).length).toBe(1);
  });
});
