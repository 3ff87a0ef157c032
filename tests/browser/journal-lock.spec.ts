/**
 * The book's races in the built extension: a press that locks is also a use of the page, answers come faster than they
 * are stored, and another tab writes at the same moment.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { resetExtension } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";

const PASSPHRASE = "kuda zebra sungai lontar 52";
const SIZE = { width: 900, height: 2_000 };
const LOCK_NOW = "section.card .row button.main";
const FIRST_ANSWERS = "fieldset:not(.languages) label:first-child input[type=radio]";
/** Longer than a report of use takes to be written back. */
const LATE_WRITE_MS = 400;

let visit: Visit;
beforeAll(async () => {
  visit = await launch(BROWSER);
  await visit.waitForRules();
});
afterAll(async () => {
  await visit?.close();
});

async function shows(page: ExtensionPage, wanted: RegExp): Promise<string> {
  for (const until = Date.now() + 10_000; ; await pause(50)) {
    const text = await page.evaluate<string>("document.body.innerText");
    if (wanted.test(text)) return text;
    if (Date.now() > until) throw new Error(`${wanted} is not on the page:\n${text}`);
  }
}
async function on<T>(part: string, work: (page: ExtensionPage) => Promise<T>): Promise<T> {
  const page = await visit.extensionPage(`book.html#${part}`, SIZE);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}
const openedKey = () =>
  visit.inExtension(`return (await api.storage.session.get("openedKey")).openedKey ?? null;`);
const setPassphrase = () =>
  on("lock", async (page) => {
    await shows(page, /Belum dikunci frasa sandi/);
    await page.write("form label:nth-of-type(1) input", PASSPHRASE);
    await page.write("form label:nth-of-type(2) input", PASSPHRASE);
    await page.clickOn("form button");
    await shows(page, /Buku terbuka/);
  });
const unlock = async (page: ExtensionPage) => {
  await page.write("input[type=password]", PASSPHRASE);
  await page.clickOn("form button");
};

describe("Kunci sekarang", () => {
  beforeEach(() => resetExtension(visit));

  it("locks the book by one press of mouse, Enter, Space or finger, also if that press is the page's first use", async () => {
    await setPassphrase();
    const presses: Record<string, (page: ExtensionPage) => Promise<void>> = {
      mouse: (page) => page.clickOn(LOCK_NOW),
      finger: (page) => page.tapOn(LOCK_NOW),
      Enter: (page) => page.press("Enter"),
      Space: (page) => page.press("Space"),
    };
    for (const [way, press] of Object.entries(presses))
      await on("lock", async (page) => {
        await shows(page, /Buku terbuka/);
        await page.evaluate(`document.querySelector(${JSON.stringify(LOCK_NOW)}).focus()`);
        await press(page);
        await shows(page, /Catatan terkunci/);
        await pause(LATE_WRITE_MS);
        expect([way, await openedKey()]).toEqual([way, null]);
        await unlock(page);
        await shows(page, /Buku terbuka/);
      });
  });

  it("in one tab stays in force while another tab answers, and what was stored before is kept", async () => {
    await setPassphrase();
    const weekly = await visit.extensionPage("book.html#weekly", SIZE);
    const locking = await visit.extensionPage("book.html#lock", SIZE);
    await shows(weekly, /0 dari \d+ aturan dijawab/);
    await shows(locking, /Buku terbuka/);
    /* The press comes from the other tab's own page, so that it falls between the answers. */
    await weekly.clickEach(FIRST_ANSWERS);
    await locking.clickOn(LOCK_NOW);
    await shows(locking, /Catatan terkunci/);
    await shows(weekly, /Catatan terkunci/);
    await pause(LATE_WRITE_MS);
    expect(await openedKey()).toBeNull();
    await unlock(weekly);
    /* How many were stored before the lock depends on how fast the machine is; at least the first was. */
    await shows(weekly, /[1-9]\d* dari \d+ aturan dijawab · Tersimpan/);
    await weekly.close();
    await locking.close();
  });
});

describe("the weekly list", () => {
  it("keeps all answers given in one breath, and says Tersimpan of all of them", async () => {
    await resetExtension(visit);
    await on("weekly", async (page) => {
      await shows(page, /0 dari \d+ aturan dijawab/);
      await page.clickEach(FIRST_ANSWERS);
      await shows(page, /(\d+) dari \1 aturan dijawab · Tersimpan/);
    });
    await on("weekly", (page) => shows(page, /(\d+) dari \1 aturan dijawab · Tersimpan/));
  });
});
