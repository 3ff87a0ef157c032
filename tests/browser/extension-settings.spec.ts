import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LIBRARIES } from "../../src/pages/settings/libraries.ts";
import type { ExtensionPage } from "./lib/driver-page.ts";
import { BROWSER, launch } from "./lib/launch.ts";
import { readStorage, resetExtension, writeStorage } from "./lib/popup.ts";
import { pause, type Visit } from "./lib/visit.ts";

/** Settings, reminder and the newer parts of the popup in the built extension with its real storage. */
let visit: Visit;
const SIZE = { width: 900, height: 900 };

beforeAll(async () => {
  visit = await launch(BROWSER);
});
/* Each try begins with the state of a new user. */
beforeEach(() => resetExtension(visit));
afterAll(() => visit?.close());

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
/** Waits until the stored value is as expected. */
async function waitForStored(key: string, wanted: object): Promise<void> {
  for (const until = Date.now() + 10_000; ; await pause(100)) {
    const value = await readStorage<Record<string, unknown>>(visit, key);
    try {
      expect(value).toMatchObject(wanted);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/* Each try uses a browser of its own: under load Firefox sometimes does not open the tab, or leaves it loading. */
it("the installation opens the welcome page once", async () => {
  const fresh = await launch(BROWSER, "extension", { own: true });
  try {
    const closed = async () => {
      await fresh.closeWelcome();
      return fresh.welcomes;
    };
    await expect.poll(closed).toBe(1);
    await pause(500); // a second one would follow at once
    expect(await closed()).toBe(1);
  } finally {
    await fresh.close();
  }
});

describe("the settings", () => {
  it("are kept and shown again", async () => {
    await on("settings.html", async (page) => {
      await shows(page, /Situs yang dijaga/);
      await page.clickOn("[aria-labelledby=part-protection] fieldset:nth-of-type(1) input");
      await page.clickOn(
        "[aria-labelledby=part-protection] fieldset:nth-of-type(2) label:nth-of-type(3) input",
      );
      await page.clickOn("[aria-labelledby=part-me] fieldset .row label:nth-child(3) input");
      await waitForStored("settings", {
        off: ["facebook"],
        sensitivity: "ketat",
        status: "CPNS",
        language: "id",
      });
    });
    await on("settings.html", async (page) => {
      await shows(page, /Situs yang dijaga/);
      const first = "[aria-labelledby=part-protection] fieldset:nth-of-type(1) input";
      expect(await page.evaluate(`document.querySelector("${first}").checked`)).toBe(false);
      await page.clickOn(first);
      await waitForStored("settings", { off: [] });
    });
  });

  it("change the language at once, here and on a page open beside them", async () => {
    const beside = await visit.extensionPage("welcome.html", SIZE);
    await shows(beside, /bertanya dulu sebelum/);
    await on("settings.html", async (page) => {
      await shows(page, /Setelan/);
      await page.clickOn(".languages button:nth-child(2)");
      await shows(page, /Guarded sites/);
      await shows(beside, /asks first, before/);
      await page.clickOn(".languages button:nth-child(1)");
      await shows(page, /Situs yang dijaga/);
    });
    await beside.close();
  });

  it("show what was called “bukan kampanye” by place and day, and take it back", async () => {
    const tags = ["a", "b", "c"].map((letter) => letter.repeat(64));
    const origins = [
      { host: "facebook.com", day: "2026-11-20" },
      { host: "x.com", day: "2026-11-21" },
    ];
    await writeStorage(visit, { silenced: { key: "0".repeat(64), tags, origins } });
    await on("settings.html", async (page) => {
      const text = await shows(page, /x\.com, 21 Nov 2026/);
      expect(text).toMatch(/facebook\.com, 20 Nov 2026/);
      expect(text).toMatch(/tanpa situs dan hari/);
      await page.clickOn("[data-silenced] li:nth-child(1) button");
      await waitForStored("silenced", { tags: tags.slice(0, 2), origins: origins.slice(0, 1) });
      await expect.poll(() => shows(page, /facebook\.com, 20 Nov 2026/)).not.toMatch(/x\.com, 21 Nov/);
      await page.clickOn("[data-silenced] > .row button");
      await waitForStored("silenced", { tags: [], origins: [] });
    });
  });

  it("return to the defaults without erasing the book", async () => {
    await writeStorage(visit, {
      profile: { retention: 30 },
      settings: { language: "id", sensitivity: "ketat" },
    });
    await on("settings.html", async (page) => {
      await shows(page, /Kembalikan setelan bawaan/);
      await page.clickOn("[aria-labelledby=part-reset] button");
      await page.clickOn("[aria-labelledby=part-reset] .danger");
      for (let turn = 0; turn < 40 && (await readStorage(visit, "profile")) !== null; turn++)
        await pause(100);
    });
    expect(await readStorage(visit, "settings")).toBeNull();
  });

  it("say whose application it is not, and the versions and licences", async () => {
    await on("settings.html", async (page) => {
      const text = await shows(page, /Lisensi/);
      for (const words of ["bukan aplikasi BKN", "Versi 0.1.0 · aturan ", "Apache-2.0"])
        expect(text).toContain(words);
      for (const words of LIBRARIES.map(([packages, licence]) => `${packages.join(", ")} · ${licence}`))
        expect(text).toContain(words);
      expect(text).toContain("Tidak ada yang ditetapkan oleh pengelola komputer ini.");
    });
  });
});

it("the weekly reminder shows in badge and popup from its day on until the week is answered", async () => {
  const badge = () => visit.inExtension<string>(`return api.action.getBadgeText({});`);
  const until = async (wanted: string) => {
    for (let turn = 0; turn < 50 && (await badge()) !== wanted; turn++) await pause(100);
    expect(await badge()).toBe(wanted);
  };
  await until("");
  await writeStorage(visit, { profile: { reminder: 1 } });
  await until("✎");
  await on("popup.html", async (page) => void (await shows(page, /Swaperiksa minggu ini menunggu/)));
  await on("book.html#weekly", async (page) => {
    await shows(page, /dapat dikunci dengan frasa sandi/);
    await page.clickOn("fieldset:not(.languages) input[type=radio]");
    await shows(page, /Tersimpan/);
  });
  /* Not before: the list must not move while it is answered. */
  await on("book.html#weekly", async (page) => {
    await shows(page, /Tersimpan/);
    expect(await page.evaluate("Boolean(document.querySelector('[data-suggest]'))")).toBe(false);
  });
  await until("");
});

async function expectLinks(page: ExtensionPage, selector: string): Promise<void> {
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((a) => a.getAttribute("href"))`,
  );
  expect(links.length).toBeGreaterThan(2);
  /* A channel's number and mail address open the telephone and the mail program. */
  for (const link of links) expect(link).toMatch(/^(?:https:\/\/|tel:|mailto:|sms:)/);
}

describe("the popup", () => {
  it("checks a draft by the rules in force and keeps nothing of it", async () => {
    await on("popup.html", async (page) => {
      await shows(page, /Cek draf/);
      await page.clickOn("[data-view=draft]");
      await expect
        .poll(() =>
          page.evaluate<number>(
            `document.querySelector(".draft textarea")?.getBoundingClientRect().height ?? 0`,
          ),
        )
        .toBeGreaterThan(0);
      await page.write(
        ".draft textarea",
        "Rapat RT jam sembilan di balai desa, jangan terlambat. Ayo coblos nomor 2!",
      );
      await page.clickOn(".draft button");
      await shows(page, /Kata-kata netral/);
      expect(await page.evaluate(`document.querySelector("mark").textContent`)).toContain("coblos nomor 2");
      expect(await page.evaluate(`document.querySelector("[data-neutral]").textContent`)).toBe(
        "Rapat RT jam sembilan di balai desa, jangan terlambat.",
      );
      await page.write(".draft textarea", "Besok libur.");
      await page.clickOn(".draft button");
      await shows(page, /Tidak ada tanda kampanye yang dikenali/);
    });
    const all = await visit.inExtension<string>(`return JSON.stringify(await api.storage.local.get(null));`);
    expect(all).not.toContain("balai desa, jangan terlambat");
  });

  it("reaches the law of a rule by three clicks, with links to what was read", async () => {
    await on("popup.html", async (page) => {
      await shows(page, /Delapan aturan/);
      await page.clickOn("[data-view=rules]");
      await expect.poll(() => page.evaluate<number>(`document.querySelectorAll(".law").length`)).toBe(8);
      await page.clickOn(".rule summary");
      await page.clickOn(".law summary");
      expect(await shows(page, /dasar kuat/)).toMatch(/PP 94\/2021/);
      await expectLinks(page, ".law a");
    });
  });

  it("names the channels one step behind, with links to what was read", async () => {
    await on("popup.html", async (page) => {
      await shows(page, /Bantuan dan lainnya/);
      await page.clickOn("[data-view=more]");
      expect(await shows(page, /Bertanya dan melapor/)).toMatch(/Terakhir disebut sumber resmi/);
      await expectLinks(page, ".channels a");
    });
  });

  it("shows state, stages, draft check and book within its 600 px", async () => {
    await on("popup.html", async (page) => {
      await shows(page, /Cek draf/);
      const lowest = await page.evaluate<number>(
        `Math.max(...[...document.querySelectorAll(".page-card, .stages, .tile")].map((e) => e.getBoundingClientRect().bottom))`,
      );
      expect(lowest).toBeGreaterThan(200);
      expect(lowest).toBeLessThanOrEqual(600);
    });
  });
});
