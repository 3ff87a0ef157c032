/** The popup's first paint, and the book with 10,000 lines behind a passphrase, in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JournalEntry } from "../../src/domain/journal-entry.ts";
import { addDays } from "../../src/domain/week.ts";
import { toJson } from "../../src/journal/serialize.ts";
import type { ExtensionPage } from "../browser/lib/driver-page.ts";
import { launch } from "../browser/lib/launch.ts";
import { writeStorage } from "../browser/lib/popup.ts";
import { pause, type Visit } from "../browser/lib/visit.ts";
import { manyEntries } from "../browser/ui/journal-memory.ts";

export interface Figure {
  name: string;
  value: number;
  unit: string;
  limit: number;
  note?: string;
}

const LINES = 10_000;
const OPENS = 20;
const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

/** Waits until an expression has a value. */
async function waitForValue<T>(page: ExtensionPage, expression: string, timeoutMs = 60_000): Promise<T> {
  for (const until = Date.now() + timeoutMs; ; await pause(30)) {
    const value = await page.evaluate<T | null | false>(expression);
    if (value !== null && value !== false) return value;
    if (Date.now() > until) throw new Error(`waited in vain for ${expression}`);
  }
}
const has = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;

/** Medians of the first paint (the frame) and of the complete popup (state and rules). */
async function firstPaint(visit: Visit): Promise<{ paint: number; shown: number; empty: number }> {
  const times: number[] = [];
  const empty: number[] = [];
  const shown: number[] = [];
  for (let at = 0; at < OPENS; at++) {
    const page = await visit.extensionPage("popup.html");
    times.push(
      await waitForValue(
        page,
        `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null`,
      ),
    );
    shown.push(await waitForValue(page, `performance.getEntriesByName("popup-shown")[0]?.startTime ?? null`));
    await page.close();
    /* The time of this machine for a page with one word. */
    await visit.open({ url: "https://www.example.org/", html: "<!DOCTYPE html><h1>kosong</h1>" });
    for (let tries = 0; tries < 100; tries++) {
      const at = await visit.evaluate<number | null>(
        `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null`,
      );
      if (at !== null) {
        empty.push(at);
        break;
      }
      await pause(20);
    }
  }
  return { paint: median(times), shown: median(shown), empty: median(empty) };
}

/** Entries of the last 80 days, as a book in long use has them. */
const lines = (today: string): JournalEntry[] =>
  manyEntries(LINES).map((entry, at) => ({
    ...entry,
    day: addDays(today, -1 - Math.floor((at * 80) / LINES)),
  }));

/** Times in the page: key in memory, list shown, input answered. */
const CLOCKS = `(() => {
  window.opened = 0; window.shown = 0; window.narrowed = []; window.saved = [];
  chrome.storage.session.onChanged.addListener((c) => { if (c.openedKey?.newValue && !c.openedKey.oldValue) opened = performance.now(); });
  let start = 0;
  addEventListener("input", () => { start = performance.now(); }, true);
  new MutationObserver(() => {
    const text = document.querySelector("[role=status]")?.textContent ?? "";
    if (opened && !shown && text.includes("catatan")) shown = performance.now();
    if (start && shown) { narrowed.push(performance.now() - start); start = 0; }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  let pressed = 0;
  addEventListener("click", () => { pressed = performance.now(); }, true);
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { saved.push(performance.now() - pressed); return make.call(URL, blob); };
})()`;

async function book(visit: Visit, folder: string): Promise<Figure[]> {
  const file = join(folder, "book.json");
  writeFileSync(file, toJson({ entries: lines(new Date().toISOString().slice(0, 10)), checks: [] }));
  const opens: number[] = [];
  const secret = "empat kata yang panjang";
  const page = await visit.extensionPage("book.html#export", { width: 1000, height: 900 });
  await waitForValue(page, has("Impor JSON"));
  await page.upload("input[type=file]", file);
  await waitForValue(page, has("10.000 baris baru"));
  await page.clickOn("a[href='#lock']");
  await waitForValue(page, has("Belum ada frasa sandi"));
  for (const nth of [1, 2]) await page.write(`form label:nth-of-type(${nth}) input`, secret);
  await page.clickOn("form button");
  await waitForValue(page, has("Buku terbuka"));
  await page.close();
  let narrowed: number[] = [];
  let saved: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    await visit.inExtension(`await api.storage.session.remove("openedKey");`);
    const again = await visit.extensionPage("book.html", { width: 1000, height: 900 });
    await waitForValue(again, has("Catatan terkunci"));
    await again.evaluate(CLOCKS);
    await again.write("input[type=password]", secret);
    await again.clickOn("form button");
    opens.push(await waitForValue<number>(again, `shown && opened ? shown - opened : null`));
    if (turn === 4) {
      for (const words of ["f", "fa", "face", "facebook", "facebook batal", "x"]) {
        await again.write("input[type=search]", words);
        await pause(300);
      }
      narrowed = await again.evaluate<number[]>("narrowed");
      await again.clickOn("a[href='#export']");
      await waitForValue(again, has("Simpan CSV"));
      for (const nth of [0, 1]) {
        await again.evaluate(
          `(window.nth = ${nth}, document.querySelectorAll("main > div button, main > section button")[${nth}].id = "b${nth}")`,
        );
        await again.clickOn(`#b${nth}`);
        await waitForValue(again, `saved.length > ${nth}`);
      }
      saved = await again.evaluate<number[]>("saved");
    }
    await again.close();
  }
  return [
    {
      name: "book opened: key to list shown",
      value: median(opens),
      unit: "ms",
      limit: 300,
      note: `median of 5, ${LINES} lines under a passphrase, Chromium`,
    },
    {
      name: "book: filter",
      value: median(narrowed),
      unit: "ms",
      limit: 50,
      note: `median of ${narrowed.length} inputs`,
    },
    {
      name: "book: export",
      value: Math.max(...saved),
      unit: "ms",
      limit: 1000,
      note: "the slower one of CSV and JSON",
    },
  ];
}

/** All figures of the extension's own pages. */
export async function pageFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "pages-bench-"));
  const visit = await launch("chromium");
  try {
    await writeStorage(visit, { settings: { language: "id" } });
    const { paint, shown, empty } = await firstPaint(visit);
    return [
      {
        name: "popup: first paint",
        value: paint,
        unit: "ms",
        limit: 100,
        note: `median of ${OPENS}, opened as a page, Chromium; state and rules at ${shown.toFixed(0)} ms; a page with one word: ${empty.toFixed(0)} ms`,
      },
      ...(await book(visit, folder)),
    ];
  } finally {
    await visit.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
