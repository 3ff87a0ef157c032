import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { toJson } from "../../src/journal/serialize.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { journalEntries, textPattern, writeStorage } from "./lib/popup.ts";
import { findInProfile as searchProfile } from "./lib/profile-search.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { freshEntries } from "./ui/journal-memory.ts";

/** Searches a closed profile for the book: unlocked, locked, and after erasing. */
const folder = mkdtempSync(join(tmpdir(), "journal-erase-"));
const profile = join(folder, "profile");
const random = () => crypto.randomUUID().replaceAll("-", "");
/** A plain line, as a book without encryption would store it: the search must find it. */
const PLANTED = `planted-${random()}`;
const PASSPHRASE = `sandi ${random()}`;
const NOTE = `di kantin ${random()}`;
const ENTRIES = freshEntries(40).map((entry) => ({ ...entry, holdId: `hold-${random()}` }));

let visit: Visit | undefined;
const start = async (): Promise<Visit> => {
  visit = await launch(BROWSER, "extension", { profile });
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

const findInProfile = (texts: readonly string[], keys: readonly string[] = []) =>
  searchProfile(profile, texts, keys);

async function shows(page: ExtensionPage, wanted: RegExp): Promise<void> {
  for (const until = Date.now() + 20_000; ; await pause(50)) {
    const text = await page.evaluate<string>("document.body.innerText");
    if (wanted.test(text)) return;
    if (Date.now() > until) throw new Error(`${wanted} is not on the page:\n${text}`);
  }
}
async function on(part: string, work: (page: ExtensionPage) => Promise<void>): Promise<void> {
  const page = await visit!.extensionPage(`book.html#${part}`, { width: 900, height: 900 });
  await work(page);
  await page.close();
}
interface Keys {
  tagKey: string;
  public: string;
  private?: string;
  wrapped?: { ciphertext: string };
}
const keyFile = () =>
  visit!.inExtension<Keys>(`const folder = await navigator.storage.getDirectory();
    return JSON.parse(await (await (await folder.getFileHandle("book-key")).getFile()).text());`);
/** The secret part of a private key: bytes 36 to 67 of its PKCS #8. */
const secret = (pkcs8: string) => Buffer.from(pkcs8, "base64").subarray(36, 68).toString("base64");
const texts = [...ENTRIES.map((entry) => entry.holdId), NOTE, PASSPHRASE];

it("nothing of the book is left in the closed profile once it is erased", { timeout: 300_000 }, async () => {
  /* Each try begins with an unused profile. */
  await stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await start();
  await writeStorage(visit!, { settings: { language: "id" } });
  await visit!.inExtension(`const db = await new Promise((done, fail) => { const r = indexedDB.open("planted", 1);
    r.onupgradeneeded = () => r.result.createObjectStore("lines");
    r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
    await new Promise((done) => { const t = db.transaction("lines", "readwrite");
      t.objectStore("lines").put({ holdId: "${PLANTED}" }, 1); t.oncomplete = done; });
    db.close();`);
  const file = join(folder, "book.json");
  const check = { week: "2026-11-16", day: "2026-11-21", answers: { R6: "yes" as const }, note: NOTE };
  writeFileSync(file, toJson({ entries: ENTRIES, checks: [check] }));
  await on("export", async (page) => {
    await shows(page, /Impor JSON/);
    await page.upload("input[type=file]", file);
    await shows(page, /40 catatan baru/);
  });
  rmSync(file);
  const open = await keyFile();
  await stop();
  // The search finds the plain line and the key of a book without a passphrase, but no line of the book.
  expect(findInProfile([PLANTED, ...texts], [open.private!, open.tagKey]).sort()).toEqual(
    [PLANTED, open.private!, open.tagKey].sort(),
  );

  await start();
  let opened = "";
  await on("lock", async (page) => {
    await shows(page, /Belum dikunci frasa sandi/);
    await page.write("form label:nth-of-type(1) input", PASSPHRASE);
    await page.write("form label:nth-of-type(2) input", PASSPHRASE);
    await page.clickOn("form button");
    await shows(page, /Buku terbuka/);
    opened = await visit!.inExtension<string>(
      `return (await api.storage.session.get("openedKey")).openedKey.key;`,
    );
  });
  const locked = await keyFile();
  expect(locked.private).toBeUndefined();
  await stop();
  // Closing the browser locks the book: neither the old key nor the opened one is left.
  const keys = [open.private!, secret(open.private!), opened, secret(opened)];
  expect(findInProfile(texts, keys)).toEqual([]);
  expect(findInProfile([], [locked.wrapped!.ciphertext])).toEqual([locked.wrapped!.ciphertext]);

  await start();
  await expect(journalEntries(visit!)).rejects.toThrow("locked");
  const popup = await visit!.extensionPage("popup.html#more");
  await shows(popup, /Catatan terkunci/);
  expect(await popup.evaluate("document.querySelectorAll('.entries li').length")).toBe(0);
  await popup.close();
  await on("notes", async (page) => {
    await shows(page, /Catatan terkunci/);
    await page.write("input[type=password]", "tidak begini");
    await page.clickOn("form button");
    await shows(page, textPattern("book.lock.wrong"));
    await page.write("input[type=password]", PASSPHRASE);
    await page.clickOn("form button");
    await shows(page, /40 dari 40 catatan/);
    // After ten minutes the key leaves memory and the page closes the book.
    await visit!.inExtension(`const { openedKey } = await api.storage.session.get("openedKey");
      await api.storage.session.set({ openedKey: { ...openedKey, until: Date.now() - 1 } });`);
    await shows(page, /Catatan terkunci/);
    expect(
      await visit!.inExtension(`return (await api.storage.session.get("openedKey")).openedKey ?? null;`),
    ).toBeNull();
    await page.write("input[type=password]", PASSPHRASE);
    await page.clickOn("form button");
    await shows(page, /40 dari 40 catatan/);
    await page.clickOn("a[href='#lock']");
    await shows(page, /Hapus seluruh buku/);
    await page.clickOn("[data-wipe] button");
    await page.clickOn("[data-wipe] .danger");
    await shows(page, /Buku terhapus/);
  });
  expect(await journalEntries(visit!)).toEqual([]);
  await stop();
  const { wrapped, tagKey, public: half } = locked;
  expect(findInProfile(texts, [...keys, wrapped!.ciphertext, tagKey, half])).toEqual([]);
});
