/** A ruleset layer by hand: an invented contest is loaded on the settings page and changes the warnings. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PublisherKey } from "../../src/engine/ruleset/layers/signature.ts";
import {
  CALL,
  type Issue,
  invalidFiles,
  PUBLISHER,
  publish,
  publisherKey,
  TEAM,
  tempFolder,
  zipOfSheets,
} from "./layers/contest.ts";
import { useOnlyLayer } from "./layers/in-force.ts";
import {
  choose,
  confirm,
  isLikeHeld,
  pasteText,
  settingsPage,
  speakIndonesian,
  textOf,
  uploadFile,
  uploadText,
  waitUntilTrue,
} from "./layers/page.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { popupText, textPattern } from "./lib/popup.ts";
import type { Visit } from "./lib/visit.ts";

const folder = tempFolder();
let key: PublisherKey;
let first: Issue;
let second: Issue;
let visit: Visit;
let page: ExtensionPage;
beforeAll(async () => {
  key = await publisherKey(folder);
  first = await publish(folder, 1);
  second = await publish(folder, 2);
  visit = await launch(BROWSER);
  await speakIndonesian(visit);
});
afterAll(async () => {
  await visit?.close();
});

/** Opens the settings page, runs `work` on it and closes it. */
async function onSettings(work: () => Promise<void>): Promise<void> {
  page = await settingsPage(visit);
  try {
    await work();
  } finally {
    await page.close();
  }
}

test("control: the ticket and the account are not in the rules at first", async () => {
  await useOnlyLayer(visit);
  expect(await isLikeHeld(visit, CALL)).toBe(false);
  expect(await isLikeHeld(visit, "Selamat pagi", { author: TEAM.name, handle: TEAM.handle })).toBe(false);
  expect(await isLikeHeld(visit, "Ayo coblos nomor urut 2 Prabowo Gibran!")).toBe(true);
});

test("a pasted signed layer is in force only after its fingerprint is confirmed", async () => {
  await useOnlyLayer(visit);
  await onSettings(async () => {
    expect(await pasteText(page, first.text)).toBe("confirm");
    const confirmation = await textOf(page, "[data-confirm]");
    expect(confirmation).toContain(PUBLISHER);
    expect(confirmation).toContain(key.fingerprint);
    await page.clickOn("[data-confirm] button:not([data-yes])");
    await waitUntilTrue(page, `!document.querySelector("[data-confirm]")`);
    expect(await textOf(page, "[data-layer=agency]")).toBe("");
  });
  expect(await isLikeHeld(visit, CALL)).toBe(false);
  await onSettings(async () => {
    expect(await pasteText(page, first.text)).toBe("confirm");
    expect(await confirm(page)).toBe("added");
    await expect.poll(() => textOf(page, "[data-layer=agency]")).toContain("Aturan Kabupaten Wanasari");
    const shown = await textOf(page, "[data-layer=agency]");
    expect(shown).toContain(PUBLISHER);
    expect(shown).toContain(key.fingerprint);
  });
  expect(await isLikeHeld(visit, CALL)).toBe(true);
  expect(await isLikeHeld(visit, "Selamat pagi", { author: TEAM.name, handle: TEAM.handle })).toBe(true);
});

test("a search finds the account and names its layer", async () => {
  await useOnlyLayer(visit, first);
  await onSettings(async () => {
    const search = async (words: string) => {
      await page.write("[data-find] input", words);
      await page.clickOn("[data-find] button");
    };
    await search(`@${TEAM.handle}`);
    await waitUntilTrue(page, `document.querySelectorAll("[data-find] .matches li").length === 1`);
    await waitUntilTrue(
      page,
      `/${TEAM.handle} · akun tim kampanye[^]*Instansi/.test(document.querySelector("[data-find] .matches")?.innerText ?? "")`,
    );
    await search("akun.yang.tidak.ada");
    await waitUntilTrue(page, `/Tidak ditemukan/.test(document.querySelector("[data-find]").innerText)`);
    await search("Lintangserayu");
    await waitUntilTrue(
      page,
      `/LINTANGSERAYU BAYUNINGRAT/.test(document.querySelector("[data-find] .matches")?.innerText ?? "")`,
    );
  });
});

test("the next version by the same publisher needs no second confirmation", async () => {
  await useOnlyLayer(visit, first);
  await onSettings(async () => {
    expect(await uploadFile(page, second.file)).toBe("added");
    expect(await textOf(page, "[data-layer=agency]")).toMatch(/Versi 2/);
    expect(await uploadFile(page, second.file)).toBe("same");
  });
});

test("each bad file is refused with its reason, and the old rules stay", { timeout: 300_000 }, async () => {
  await useOnlyLayer(visit, second);
  const sentences: string[] = [];
  await onSettings(async () => {
    for (const [name, text, words] of await invalidFiles(second, key)) {
      expect([name, await uploadText(page, folder, text)]).toEqual([name, "refused"]);
      const refusal = await textOf(page, "[data-outcome=refused]");
      expect(refusal).toMatch(words);
      expect(refusal).toContain("aturan yang lama tetap berlaku");
      sentences.push(refusal);
      expect(await textOf(page, "[data-layer=agency]")).toMatch(/Versi 2/);
    }
  });
  expect(new Set(sentences).size).toBe(7);
  expect(await isLikeHeld(visit, CALL)).toBe(true);
});

test("a dropped layer holds nothing any more", async () => {
  await useOnlyLayer(visit, second);
  await onSettings(async () => {
    await page.clickOn("[data-layer=agency] button");
    await waitUntilTrue(page, `!document.querySelector("[data-layer=agency]")`);
  });
  expect(await isLikeHeld(visit, CALL)).toBe(false);
});

describe("a ZIP of spreadsheets", () => {
  beforeEach(() => useOnlyLayer(visit));

  test("is refused as an agency layer without a signature", async () => {
    await onSettings(async () => {
      expect(await uploadFile(page, zipOfSheets(folder, 1))).toBe("refused");
      expect(await textOf(page, "[data-outcome=refused]")).toMatch(/harus bertanda tangan/);
    });
  });

  test("is in force as the user's own layer, marked as such, until it is dropped", async () => {
    await onSettings(async () => {
      await choose(page, "own");
      expect(await uploadFile(page, zipOfSheets(folder, 1))).toBe("added");
      await expect.poll(() => textOf(page, "[data-layer=own]")).toMatch(/Tanpa tanda tangan/);
    });
    expect(await isLikeHeld(visit, CALL)).toBe(true);
    await onSettings(async () => {
      await page.clickOn("[data-layer=own] button");
      await waitUntilTrue(page, `!document.querySelector("[data-layer=own]")`);
    });
    expect(await isLikeHeld(visit, CALL)).toBe(false);
  });
});

test("the popup names what a layer switches off", async () => {
  await useOnlyLayer(visit);
  const layer = {
    ...first.layer,
    meta: { ...first.layer.meta, id: "tanpa-kantor" },
    set: {},
    off: { rules: ["R6"] },
  };
  await onSettings(async () => {
    await choose(page, "own");
    expect(await uploadText(page, folder, JSON.stringify(layer))).toBe("added");
    await expect
      .poll(() => textOf(page, "[data-switched-off]"))
      .toMatch(/Aturan dimatikan: R6: .*Aturan saya sendiri/);
  });
  expect(await popupText(visit, textPattern("popup.switched-off"), undefined, "more")).toMatch(
    /Aturan dimatikan: R6: .*milik sendiri/,
  );
  await onSettings(async () => {
    await page.clickOn("[data-layer=own] button");
    await waitUntilTrue(page, `!document.querySelector("[data-layer=own]")`);
    expect(await textOf(page, "[data-switched-off]")).toBe("");
  });
  expect(await popupText(visit, textPattern("popup.channels"), undefined, "more")).not.toMatch(
    textPattern("popup.switched-off"),
  );
});

test("the settings do not scroll sideways at 320 px", async () => {
  const narrow = await settingsPage(visit, { width: 320, height: 700 });
  const [wide, room] = await narrow.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, innerWidth]",
  );
  await narrow.close();
  expect(wide).toBeLessThanOrEqual(room);
});

test("the extension made no network request while layers were added and dropped", () => {
  expect(visit.foreignHosts()).toEqual([]);
});
