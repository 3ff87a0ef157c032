/** Class 6 in the extension's own pages: book, settings and popup show malicious names and texts as text. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JournalEntry, WeeklyCheck } from "../../src/domain/journal-entry.ts";
import { toJson } from "../../src/journal/serialize.ts";
import { type Issue, publish, publisherKey, tempFolder } from "./layers/contest.ts";
import { choose, settingsPage, speakIndonesian, textOf, uploadText, waitUntilTrue } from "./layers/page.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { writeStorage } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";

const IMAGE = `<img src=x onerror="owned=1">`;
const MARKUP = `${IMAGE}<script>owned=1</script><style>*{display:none}</style><a href="javascript:owned=1">klik</a>`;
const TURNED = "\u202Eatad gnasap\u2066 \u200B\uFEFF";
const WIDE = "W".repeat(150);
const NARROW = { width: 320, height: 700 };

const folder = tempFolder();
let visit: Visit;
let issue: Issue;
beforeAll(async () => {
  await publisherKey(folder);
  issue = await publish(folder, 1);
  visit = await launch(BROWSER);
  await speakIndonesian(visit);
});
afterAll(async () => {
  await visit?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Checks that no element was created, no script ran and nothing scrolls sideways. */
async function expectHarmless(page: ExtensionPage): Promise<void> {
  await pause(300); // no script may run
  expect(
    await page.evaluate(`({ ran: typeof owned, made: document.querySelectorAll(
      "img:not([src^='/']):not([src^=data]), main script, main style, iframe, [onerror], a[href^='javascript' i]").length,
      here: location.protocol.endsWith("-extension:"), turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText) })`),
  ).toEqual({ ran: "undefined", made: 0, here: true, turned: false });
  /* Elements that lie outside the window and not inside a scrolling container of their own. */
  const outside = await page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.localName + "." + e.className + " " + e.textContent.slice(0, 30)).slice(0, 3)`);
  expect(outside).toEqual([]);
}

describe("the book with hostile lines", () => {
  const rules = [IMAGE.slice(0, 32), WIDE.slice(0, 32), TURNED, "__proto__", "javascript:owned=1"];
  const entries = rules.map(
    (rule, at): JournalEntry => ({
      holdId: `jahat-${at} ${IMAGE}`.slice(0, 64),
      day: "2026-11-19",
      rule,
      site: "facebook",
      action: "like",
      choice: "continued",
    }),
  );
  const checks: WeeklyCheck[] = [
    { week: "2026-11-16", day: "2026-11-19", answers: { R1: "yes" }, note: `${MARKUP} ${TURNED} ${WIDE}` },
  ];

  test("imports a file full of them and shows it as text on every page", async () => {
    const file = join(folder, "buku.json");
    writeFileSync(file, toJson({ entries, checks }));
    const book = await visit.extensionPage("book.html#export", NARROW);
    try {
      await waitUntilTrue(book, `Boolean(document.querySelector("input[type=file]"))`);
      await book.upload("input[type=file]", file);
      await waitUntilTrue(book, `/5 catatan baru/.test(document.body.innerText)`);
      await expectHarmless(book);
      for (const part of ["notes", "overview", "weekly"]) {
        await book.clickOn(`a[href='#${part}']`);
        await waitUntilTrue(book, `location.hash === "#${part}"`);
        await expectHarmless(book);
      }
      await book.clickOn("a[href='#notes']");
      await waitUntilTrue(book, `document.body.innerText.includes("<img src=x")`);
      expect(await book.evaluate("document.querySelectorAll('table.entries tbody tr').length")).toBe(5);
    } finally {
      await book.close();
    }
    const popup = await visit.extensionPage("popup.html#more", NARROW);
    await waitUntilTrue(popup, `document.querySelectorAll(".entries li").length === 5`);
    await expectHarmless(popup);
    await popup.close();
  });

  test("shows the weekly note in its field, whole and as text", async () => {
    const file = join(folder, "pekan.json");
    const monday = await visit.inExtension<string>(
      `const d = new Date(); d.setDate(d.getDate() - (d.getDay() + 6) % 7);
       return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, "0")).join("-");`,
    );
    writeFileSync(file, toJson({ entries: [], checks: [{ ...checks[0]!, week: monday, day: monday }] }));
    const book = await visit.extensionPage("book.html#export", NARROW);
    try {
      await waitUntilTrue(book, `Boolean(document.querySelector("input[type=file]"))`);
      await book.upload("input[type=file]", file);
      await waitUntilTrue(book, `/Tidak ada catatan baru/.test(document.body.innerText)`);
      await book.clickOn("a[href='#weekly']");
      await waitUntilTrue(book, `document.querySelector("textarea")?.value.startsWith("<img src=x")`);
      await expectHarmless(book);
    } finally {
      await book.close();
    }
  });
});

describe("the settings with hostile values", () => {
  test("show places of silenced accounts as text", async () => {
    const tags = ["a", "b", "c"].map((letter) => letter.repeat(64));
    const origins = [IMAGE, `${"W".repeat(99)}`, TURNED].map((host) => ({ host, day: "2026-11-20" }));
    await writeStorage(visit, { silenced: { key: "0".repeat(64), tags, origins } });
    const page = await settingsPage(visit, NARROW);
    await waitUntilTrue(page, `document.querySelectorAll("[data-silenced] li").length === 3`);
    expect(await textOf(page, "[data-silenced]")).toContain("<img src=x");
    await expectHarmless(page);
    await page.close();
  });

  let n = 0;
  /** An own layer with these words in every text field. */
  const layerWith = (words: string) =>
    JSON.stringify({
      ...issue.layer,
      meta: {
        ...issue.layer.meta,
        id: `jahat-${++n}`,
        title: { id: words, en: words },
        publisher: words,
        note: { id: words, en: words },
      },
      set: {},
      off: { rules: ["R6"] },
    });

  test("refuse a layer with markup or hidden marks and show its words as text", async () => {
    for (const words of [MARKUP, TURNED]) {
      const page = await settingsPage(visit, NARROW);
      await choose(page, "own");
      expect(await uploadText(page, folder, layerWith(words))).toBe("refused");
      await expectHarmless(page);
      expect(await textOf(page, "[data-layer=own]")).toBe("");
      await page.close();
    }
  });

  test("show a layer's endless words and scripted addresses as text, here and in the popup", async () => {
    for (const words of [WIDE, "javascript:owned=1//", "{rules, plural, other {#}} ' {"]) {
      const page = await settingsPage(visit, NARROW);
      await choose(page, "own");
      expect(await uploadText(page, folder, layerWith(words))).toBe("added");
      await expect.poll(() => textOf(page, "[data-layer=own]")).toContain(words.slice(0, 20));
      await expectHarmless(page);
      const popup = await visit.extensionPage("popup.html#more", NARROW);
      await waitUntilTrue(popup, `/Aturan dimatikan/.test(document.body.innerText)`);
      await expectHarmless(popup);
      await popup.close();
      await page.clickOn("[data-layer=own] button");
      await waitUntilTrue(page, `!document.querySelector("[data-layer=own]")`);
      await page.close();
    }
  });
});
