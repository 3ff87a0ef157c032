import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toJson } from "../../src/journal/serialize.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { journalEntries, readStorage, resetExtension, writeStorage } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";
import { freshEntries } from "./ui/journal-memory.ts";

/** Welcome page and book in the built extension with its real storage and database. */
let visit: Visit;
const folder = mkdtempSync(join(tmpdir(), "extension-pages-"));
const SIZE = { width: 900, height: 900 };

beforeAll(async () => {
  visit = await launch(BROWSER);
  await visit.waitForRules();
});
afterAll(async () => {
  await visit?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the text of the page matches. */
async function shows(page: ExtensionPage, wanted: RegExp): Promise<string> {
  for (const until = Date.now() + 10_000; ; await pause(50)) {
    const text = await page.evaluate<string>("document.body.innerText");
    if (wanted.test(text)) return text;
    if (Date.now() > until) throw new Error(`${wanted} is not on the page:\n${text}`);
  }
}
async function on(path: string, work: (page: ExtensionPage) => Promise<void>): Promise<void> {
  const page = await visit.extensionPage(path, SIZE);
  try {
    await work(page);
  } finally {
    await page.close();
  }
}

describe("the welcome page", () => {
  it("keeps the answers and shows them again", async () => {
    await resetExtension(visit);
    await on("welcome.html", async (page) => {
      await shows(page, /bertanya dulu/);
      await page.clickOn(".mock article button");
      await shows(page, /Ada ajakan memilih/);
      await page.clickOn(".mock [data-answer=cancel]");
      await shows(page, /Batal: tidak ada yang terjadi/);
      await page.clickOn("[aria-expanded]");
      await shows(page, /Status kepegawaian/);
      await page.clickOn("fieldset .row label:nth-child(4) input");
      await page.write("input[type=search]", "kota jayapura");
      await shows(page, /1 pilihan/);
      await page.clickOn(".matches button");
      await shows(page, /Kota Jayapura, Papua/);
      await page.clickOn(".card label input");
      await page.clickOn(".print .row button");
      await shows(page, /Anda berjanji pada/);
      await page.clickOn(".start");
      await shows(page, /Siap/);
    });
    expect(await readStorage(visit, "settings")).toMatchObject({
      status: "PPPK",
      region: "9171",
      language: "id",
    });
    const today = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    expect(await readStorage(visit, "profile")).toMatchObject({
      journalEnabled: false,
      pact: today,
      welcomed: today,
      office: { from: "07:30", to: "16:00", zone: "Asia/Jayapura" },
    });
    await on("welcome.html", async (page) => {
      await shows(page, /bertanya dulu/);
      await page.clickOn("[aria-expanded]");
      await shows(page, /Kota Jayapura, Papua/);
      expect(await page.evaluate(`document.querySelectorAll("input[type=radio]")[3].checked`)).toBe(true);
    });
  });
});

describe("the book", () => {
  it("imports a file, shows, filters and erases entries, and keeps a weekly answer", async () => {
    const file = join(folder, "book.json");
    writeFileSync(file, toJson({ entries: freshEntries(3), checks: [] }));
    await resetExtension(visit);
    await writeStorage(visit, { profile: { journalEnabled: false } });
    await on("book.html#export", async (page) => {
      await shows(page, /Buku dimatikan/);
      await page.upload("input[type=file]", file);
      await shows(page, /3 catatan baru/);
      expect(await journalEntries(visit)).toEqual(freshEntries(3));
      await page.clickOn("a[href='#notes']");
      await shows(page, /3 dari 3 catatan/);
      await page.write("input[type=search]", "facebook");
      await shows(page, /1 dari 3 catatan/);
      await page.clickOn("tbody button");
      await shows(page, /Tidak ada catatan yang cocok/);
      expect((await journalEntries<{ holdId: string }>(visit)).map((e) => e.holdId)).toEqual(["h1", "h2"]);
      await page.clickOn("a[href='#weekly']");
      await shows(page, /apakah Anda membahas politik di kantor/);
      await page.clickOn("fieldset:not(.languages) input[type=radio]");
      await shows(page, /1 dari \d+ aturan dijawab · Tersimpan/);
    });
    await on("book.html#weekly", async (page) => {
      await shows(page, /1 dari \d+ aturan dijawab · Tersimpan/);
    });
  });

  it("refuses a file that is no export of a book", async () => {
    await resetExtension(visit);
    const [file, right] = [join(folder, "wrong.json"), join(folder, "right.json")];
    writeFileSync(right, toJson({ entries: freshEntries(2), checks: [] }));
    writeFileSync(file, '{"format":"self-check-book/1","entries":[{"holdId":"x"}],"checks":[]}');
    await on("book.html#export", async (page) => {
      await shows(page, /Impor JSON/);
      await page.upload("input[type=file]", right);
      await shows(page, /2 catatan baru/);
      await page.upload("input[type=file]", file);
      await shows(page, /Berkas ditolak, tidak ada yang berubah: catatan ke-1 tidak dapat dibaca/);
    });
    expect(await journalEntries(visit)).toEqual(freshEntries(2));
  });

  it("changes its language at once when another page does", async () => {
    await resetExtension(visit);
    /* Closed only after the choice shows: a closed page stores nothing. */
    const pick = (nth: number) =>
      on("welcome.html", async (page) => {
        await shows(page, /bertanya dulu sebelum|asks first, before/);
        await page.clickOn(`.languages button:nth-child(${nth})`);
        await shows(page, nth === 1 ? /bertanya dulu sebelum/ : /asks first, before/);
      });
    await on("book.html", async (book) => {
      await shows(book, /Buku swaperiksa/);
      await pick(2);
      await shows(book, /Self-check book/);
      await pick(1);
      await shows(book, /Buku swaperiksa/);
    });
  });
});
