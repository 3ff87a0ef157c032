/**
 * "Latihan" in the built extension: whole sessions by keyboard and by touch, what is kept and what is not, what of it lies
 * on the disk, and the trainer's mode.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { TrainingBank } from "../../src/domain/training-bank.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { writeStorage } from "./lib/popup.ts";
import { findInProfile } from "./lib/profile-search.ts";
import { pause, type Visit } from "./lib/visit.ts";

const folder = mkdtempSync(join(tmpdir(), "practice-"));
const profile = join(folder, "profile");
const SIZE = { width: 900, height: 900 };
const { cases } = JSON.parse(
  readFileSync(`.output/${BROWSER === "chromium" ? "chrome" : "firefox"}-mv3/training/cases.json`, "utf8"),
) as TrainingBank;
const random = () => `kata${crypto.randomUUID().replaceAll("-", "")}`;

let visit: Visit | undefined;
const start = async (): Promise<Visit> => {
  visit ??= await launch(BROWSER, "extension", { profile });
  await writeStorage(visit, { settings: { language: "id" } });
  await visit.inExtension(`await drop("profile");
    const { res, err } = await api.runtime.sendMessage(
      { id: 1, type: "eraseEntries", data: { holdId: null }, timestamp: Date.now() });
    if (err || res.problem) throw new Error(JSON.stringify(err ?? res));`);
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

const text = (page: ExtensionPage) => page.evaluate<string>("document.body.innerText");
const shows = (page: ExtensionPage, wanted: RegExp) =>
  expect.poll(() => text(page), { timeout: 20_000 }).toMatch(wanted);
async function on(path: string, work: (page: ExtensionPage) => Promise<void>): Promise<void> {
  const page = await visit!.extensionPage(path, SIZE);
  try {
    await work(page);
  } finally {
    await page.close();
  }
}
const shownCase = async (page: ExtensionPage) => {
  const id = await page.evaluate<string>(`document.querySelector("[data-case]").dataset.case`);
  return cases.find((one) => one.id === id)!;
};
const focusedText = (page: ExtensionPage) =>
  page.evaluate<string>("document.activeElement.textContent.trim()");
/** Presses Tab until the focused control has this text. */
async function tabTo(page: ExtensionPage, wanted: RegExp): Promise<void> {
  for (let i = 0; i < 30 && !wanted.test(await focusedText(page)); i++) await page.press("Tab");
  expect(await focusedText(page)).toMatch(wanted);
}

/** What was answered, by rule: the sealed record, as only the page can open it, is looked at by what the page says of it. */
const practisedRules = async (): Promise<number> => {
  let count = 0;
  await on("practice.html", async (page) => {
    await shows(page, /Mulai latihan/);
    count = await page.evaluate<number>(
      `[...document.querySelectorAll(".due li .small")].filter((e) => e.textContent !== "belum dilatih").length`,
    );
  });
  return count;
};

const ANSWER_NAMES = { fine: /^Tidak apa-apa$/, "better-not": /^Sebaiknya jangan$/, no: /^Jangan$/ };

describe("a whole session", () => {
  it("is played by keyboard alone, with the focus where one reads on, and is kept by rule", async () => {
    await start();
    await on("practice.html", async (page) => {
      await shows(page, /tersegel di buku swaperiksa/);
      await tabTo(page, /^Mulai latihan$/);
      await page.press("Enter");
      for (let number = 1; number <= 8; number++) {
        await expect.poll(() => focusedText(page)).toBe(`Kasus ${number} dari 8`);
        const one = await shownCase(page);
        await tabTo(page, ANSWER_NAMES[one.answer]);
        await page.press(number % 2 ? "Enter" : "Space");
        await expect.poll(() => focusedText(page)).toMatch(/^Benar: /);
        expect(await text(page)).toContain(one.reason.id);
        await tabTo(page, number === 8 ? /^Selesai$/ : /^Kasus berikutnya$/);
        await page.press("Enter");
      }
      await expect.poll(() => focusedText(page)).toBe("Latihan selesai");
      await shows(page, /8 kasus selesai/);
      expect(await text(page)).not.toMatch(/%|skor|dari 8/i);
    });
    expect(await practisedRules()).toBeGreaterThanOrEqual(4);
  });

  it("is played by touch, at 320 pixels' width, without a word about right and wrong in numbers", async () => {
    await start();
    const page = await visit!.extensionPage("practice.html", { width: 360, height: 720 });
    await shows(page, /Mulai latihan/);
    await page.tapOn("button.main");
    for (let number = 1; number <= 8; number++) {
      await shows(page, new RegExp(`Kasus ${number} dari 8`));
      const one = await shownCase(page);
      await page.tapOn(`[data-answer=${one.answer === "fine" ? "no" : "fine"}]`);
      await shows(page, /Jawabannya: /);
      expect(await text(page)).toContain(one.reason.id);
      const isAtHand = await page.evaluate<boolean>(`document.documentElement.scrollWidth <= innerWidth`);
      expect(isAtHand).toBe(true);
      await page.tapOn(".row.end .main");
    }
    await shows(page, /Latihan selesai/);
    expect(await page.evaluate(`document.querySelectorAll(".reread li").length`)).toBe(8);
    await page.close();
    expect(await practisedRules()).toBeGreaterThanOrEqual(4);
  });
});

/** The bytes of the sealed record, "" if there is none. */
const sealedRecord = () =>
  visit!.inExtension<string>(`const { version } = (await indexedDB.databases()).find((one) => one.name === "book") ?? {};
    if (!version) return "";
    const db = await new Promise((done, fail) => { const r = indexedDB.open("book");
      r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
    const all = await new Promise((done) => { const r = db.transaction("practice").objectStore("practice").getAll();
      r.onsuccess = () => done(r.result); });
    db.close();
    return all.map(({ sealed }) => sealed.join()).join();`);
/** Answers one case by the mouse, and waits until it is kept. */
async function keepOne(page: ExtensionPage): Promise<void> {
  const before = await sealedRecord();
  await answerOne(page);
  await expect.poll(sealedRecord).not.toBe(before);
}
async function answerOne(page: ExtensionPage): Promise<void> {
  await shows(page, /Mulai latihan/);
  await page.clickOn("button.main");
  await page.clickOn("[data-answer=no]");
  await shows(page, /Seberapa pasti/);
}

const PASSPHRASE = "kuda zebra sungai lontar 52";
async function setPassphrase(): Promise<void> {
  await on("book.html#lock", async (page) => {
    await shows(page, /Belum dikunci frasa sandi/);
    await page.write("form label:nth-of-type(1) input", PASSPHRASE);
    await page.write("form label:nth-of-type(2) input", PASSPHRASE);
    await page.clickOn("form button");
    /* The dictionaries are read and the key is wrapped first: seconds on a busy machine. */
    await expect.poll(() => text(page), { timeout: 60_000 }).toMatch(/Buku terbuka/);
  });
}
/** As ten minutes without use do. */
const lock = () => visit!.inExtension(`await api.storage.session.remove("openedKey");`);

describe("what is kept", () => {
  it("is nothing while private notes are switched off, which the page says", async () => {
    await start();
    await writeStorage(visit!, { profile: { journalEnabled: false } });
    await on("practice.html", async (page) => {
      await shows(page, /Catatan pribadi dimatikan/);
      await answerOne(page);
    });
    await writeStorage(visit!, { profile: { journalEnabled: true } });
    expect(await practisedRules()).toBe(0);
    await on("practice.html", keepOne);
    expect(await practisedRules()).toBe(1);
  });

  it("is nothing while the book is locked, also if it locks during a session, and stays when it opens again", async () => {
    await start();
    await on("practice.html", keepOne);
    await setPassphrase();
    expect(await practisedRules()).toBe(1);
    await on("practice.html", async (page) => {
      await keepOne(page);
      await lock();
      await shows(page, /sedang terkunci/);
      for (let more = 0; more < 4; more++) {
        await page.clickOn(".row.end .main");
        await page.clickOn("[data-answer=fine]");
        await shows(page, /Seberapa pasti/);
      }
      expect(await page.evaluate(`document.querySelectorAll("[role=alert]").length`)).toBe(0);
    });
    await on("practice.html", async (page) => {
      await shows(page, /sedang terkunci/);
      await page.clickOn(".keeping a");
      await shows(page, /Catatan terkunci/);
      await page.write("input[type=password]", PASSPHRASE);
      await page.clickOn("form button");
      await shows(page, /Kunci/);
    });
    expect(await practisedRules()).toBeLessThanOrEqual(2);
    expect(await practisedRules()).toBeGreaterThanOrEqual(1);
  });
});

describe("on the disk", () => {
  it("nothing of what was practised or typed on the sheet can be read in the closed profile, nor its key once all is erased", {
    timeout: 300_000,
  }, async () => {
    await stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    await start();
    const planted = `{"planted${random()}":1,"stability":2}`;
    await visit!.inExtension(`const db = await new Promise((done, fail) => { const r = indexedDB.open("planted", 1);
      r.onupgradeneeded = () => r.result.createObjectStore("lines");
      r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
      await new Promise((done) => { const t = db.transaction("lines", "readwrite");
        t.objectStore("lines").put(${JSON.stringify(planted)}, 1); t.oncomplete = done; });
      db.close();`);
    const name = random();
    await on("practice.html", async (page) => {
      await keepOne(page);
      await page.clickOn(".heading .link");
      await shows(page, /Saya sudah berlatih/);
      await page.write(".sheet input", name);
      await shows(page, new RegExp(name));
      await pause(3_000);
    });
    expect(await practisedRules()).toBe(1);
    const { private: pkcs8 } = await visit!.inExtension<{ private: string }>(
      `const folder = await navigator.storage.getDirectory();
      return JSON.parse(await (await (await folder.getFileHandle("book-key")).getFile()).text());`,
    );
    const secret = Buffer.from(pkcs8, "base64").subarray(36, 68).toString("base64");
    await stop();
    /* As JSON has them, and as a structured clone would: a key of an object after its length. */
    const readable = ['"difficulty":', '"lapses":', '"seen":["', '"missed":['];
    expect(findInProfile(profile, [planted, name, ...readable])).toEqual([planted]);
    visit = await launch(BROWSER, "extension", { profile });
    await visit.inExtension(`const { res, err } = await api.runtime.sendMessage(
      { id: 1, type: "eraseEntries", data: { holdId: null }, timestamp: Date.now() });
      if (err || res.problem) throw new Error(JSON.stringify(err ?? res));`);
    expect(await practisedRules()).toBe(0);
    await stop();
    expect(findInProfile(profile, [name, ...readable], [secret])).toEqual([]);
  });
});

describe("the trainer's mode", () => {
  it("goes on by a presenter's clicker, counts hands, and keeps nothing", async () => {
    await start();
    await on("practice.html#hall", async (page) => {
      await shows(page, /Bagaimana menurut Anda/);
      const one = await shownCase(page);
      await page.clickOn(".hand button");
      await page.clickOn(".hand button");
      await page.press("PageDown");
      await shows(page, /Jawabannya: /);
      expect(await text(page)).toContain(one.reason.id);
      await shows(page, /2 dari 2 tangan/);
      await page.press("PageDown");
      await shows(page, /Bagaimana menurut Anda/);
      expect((await shownCase(page)).id).not.toBe(one.id);
    });
    expect(await practisedRules()).toBe(0);
  });
});
