import type { Page, SerializedAXNode } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { BROWSER } from "../lib/launch.ts";
import { focused, recordedEvents } from "./look.ts";
import { inside, parts } from "./setup.ts";

/** Notices, popup, welcome page, book and settings alone, by keyboard. */
const on = parts();

/** Presses Tab until this control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60 && (await focused(page)) !== name; i++) await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe(name);
}

describe("notice and popup by keyboard", () => {
  it("open the card from its mark and close it by Esc", async () => {
    await on("part=notice&case=closed", async (page) => {
      await page.keyboard.press("Tab");
      await expect.poll(() => focused(page)).toBe("Ada tanda kampanye: lihat alasannya");
      await page.keyboard.press("Enter");
      expect(await inside(page, `root.querySelectorAll(".note-card").length`)).toBe(1);
      await page.keyboard.press("Tab");
      await expect.poll(() => focused(page)).toBe("not-campaign");
      await page.keyboard.press("Escape");
      expect(await inside(page, `root.querySelectorAll(".note-card").length`)).toBe(0);
    });
  });

  it("reach every control of the popup in reading order", async () => {
    await on("part=popup&page=posts", async (page) => {
      const order: string[] = [];
      while (order.at(-1) !== "Bantuan dan lainnya" && order.length < 30) {
        await page.keyboard.press("Tab");
        order.push(await focused(page));
      }
      expect(order).toEqual([
        "Bahasa",
        "Setelan",
        "Lihat di halaman: Relawan Contoh Maju",
        "Lihat di halaman: kiriman tanpa nama",
        expect.stringMatching(/^Lihat di halaman: Pendukung Contoh/),
        expect.anything(),
        "Jeda",
        "1 tahapan lain",
        expect.stringMatching(/^Cek draf/),
        expect.stringMatching(/^Buku/),
        "Delapan aturan",
        "Bantuan dan lainnya",
      ]);
    });
  });

  it("pause and switch off the guard, and change the language", async () => {
    await on("part=popup", async (page) => {
      await tabTo(page, "Bahasa");
      await page.keyboard.press("Enter");
      await tabTo(page, "English");
      await page.keyboard.press("Tab");
      while (!(await page.evaluate(`document.activeElement.role === "switch"`)))
        await page.keyboard.press("Tab");
      await page.keyboard.press(" ");
      await tabTo(page, "Jeda");
      await page.keyboard.press("Enter");
      await tabTo(page, "sampai besok");
      await page.keyboard.press("Enter");
      await expect.poll(() => recordedEvents(page)).toEqual(["pause site", "pause tomorrow"]);
    });
  });

  it("go one step further and back, and the focus follows", async () => {
    await on("part=popup", async (page) => {
      await tabTo(page, "Bantuan dan lainnya");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Bantuan dan lainnya"`);
      await tabTo(page, "Hapus semua");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Jangan hapus"`);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await expect.poll(() => focused(page)).toBe("Ya, hapus semua catatan");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.body.textContent.includes("Belum ada catatan.")`);
      await expect.poll(() => recordedEvents(page)).toEqual(["eraseEntries"]);
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Catatan terakhir");
      await page.evaluate("document.querySelector('.back').focus()");
      await page.keyboard.press("Enter");
      await expect.poll(() => focused(page)).toBe("Bantuan dan lainnya");
    });
  });
});

describe("drafts, law and channels in the popup, by keyboard", () => {
  it("check and mark a draft and offer a neutral wording", async () => {
    await on("part=popup", async (page) => {
      await tabTo(page, "Cek drafsebelum terbit");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Cek draf"`);
      await page.keyboard.press("Tab");
      await tabTo(page, "Periksa");
      await page.keyboard.press("Enter");
      await page.waitForSelector("[data-draft=empty]");
      await expect.poll(() => page.evaluate("document.activeElement.localName")).toBe("textarea");
      await page.keyboard.type("coblos nomor 2 ya. Besok ada acara di lapangan.");
      await tabTo(page, "Periksa");
      await page.keyboard.press("Enter");
      await page.waitForSelector("[data-draft=warn]");
      expect(await page.evaluate(`document.querySelector("mark").textContent`)).toBe("coblos nomor 2");
      const shownText = (await page.evaluate(`document.querySelector("[data-draft]").innerText`)) as string;
      expect(shownText).toContain("3 · Tidak membuat status tentang program pasangan calon");
      expect(shownText).toContain("Besok ada acara di lapangan.");
    });
  });

  it("unfold a rule's basis with instrument, article, strength for each deed, date, source and today's sanction", async () => {
    await on("part=popup", async (page) => {
      await tabTo(page, "Delapan aturan");
      await page.keyboard.press("Enter");
      for (let i = 0; i < 20 && !(await focused(page)).includes("Tidak memberi like"); i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await tabTo(page, "Dasar hukum");
      await page.keyboard.press("Enter");
      const law = (await page.evaluate(`document.querySelector(".law").innerText`)) as string;
      for (const words of [
        "SKB Netralitas 22 September 2022, Lampiran, disiplin angka 6",
        "berlaku sejak 22 Sep 2022",
        "Buka salinan (example.go.id)",
        "Kode etik: sanksi moral.",
        "Pilkada Contoh: masa kampanye, sampai 20 Des 2026",
        "Bukan nasihat hukum",
      ])
        expect(law).toContain(words);
      expect(law).toMatch(/dasar kuat\s+menyukai dan membagikan/);
      expect(law).toMatch(/imbauan\s+tidak menyukai/);
      expect(await page.evaluate(`document.querySelectorAll(".law a[href^=javascript]").length`)).toBe(0);
    });
    await on("part=popup#more", async (page) => {
      const channels = (await page.evaluate(`document.querySelector(".channels").innerText`)) as string;
      expect(channels).toMatch(/BKPSDM sendiri\s+Terakhir disebut sumber resmi 1 November 2024, \d+ tahun/);
      expect(channels).toContain("Laman contoh (example.go.id)");
    });
  });
});

describe("the size of the popup", () => {
  it("holds state, switch, stage, draft check and book within 600 px at 376 px, whatever is found", async () => {
    for (const state of ["posts", "account", "none", "paused", "off", "unread", "denied"])
      await on(
        `part=popup&page=${state}`,
        async (page) => {
          const lowest = `Math.max(...[...document.querySelectorAll(".page-card, .stages, .tile")]
            .map((e) => e.getBoundingClientRect().bottom))`;
          const bottom = (await page.evaluate(lowest)) as number;
          expect([state, bottom > 200 && bottom <= 600]).toEqual([state, true]);
        },
        "light",
        [376, 600],
      );
  });
});

describe("names for screen readers", () => {
  const SCREENS = [
    "part=popup&page=account",
    "part=popup&case=locked",
    "part=welcome",
    "part=book",
    "part=book#weekly",
    "part=book#lock",
    "part=book&case=locked",
    "part=settings",
  ];
  const NAMED = [
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "radio",
    "DisclosureTriangle",
  ];
  it.skipIf(BROWSER === "firefox")("are given to every control in the accessibility tree", async () => {
    for (const query of SCREENS)
      await on(query, async (page) => {
        const nameless: string[] = [];
        let named = 0;
        const walk = (node: SerializedAXNode | null): void => {
          if (!node) return;
          if (NAMED.includes(node.role)) {
            if (node.name?.trim()) named++;
            else nameless.push(`${query}: ${node.role}`);
          }
          for (const child of node.children ?? []) walk(child);
        };
        walk(await page.accessibility.snapshot({ interestingOnly: false }));
        expect(nameless).toEqual([]);
        expect(named).toBeGreaterThan(2);
      });
  });
});

describe("the settings by keyboard", () => {
  it("reach sites, retention of the book, silenced accounts and the defaults", async () => {
    await on("part=settings", async (page) => {
      const state = <T>(expression: string) => page.evaluate(`memory.model.user.${expression}`) as Promise<T>;
      for (let i = 0; i < 30 && (await page.evaluate("document.activeElement.type")) !== "checkbox"; i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press(" ");
      expect(await state("settings.off")).toEqual(["facebook"]);
      await page.focus("[data-choice=retention]");
      await page.keyboard.press("ArrowUp");
      expect(await state("profile.retention")).toBe(30);
      await tabTo(page, "Juga dengan notifikasi");
      await page.keyboard.press("Enter");
      expect(await state("notifications")).toBe(true);
      await tabTo(page, "Tanyakan lagi: x.com, 20 Nov 2026");
      await page.keyboard.press("Enter");
      expect(await state("silenced.length")).toBe(1);
      await tabTo(page, "Kembalikan setelan bawaan");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Biarkan"`);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await page.keyboard.press("Enter");
      await page.waitForFunction("memory.model.user.profile.retention === 90");
    });
  });

  it("show what a policy set and do not let the user remove it", async () => {
    await on("part=settings&case=policy", async (page) => {
      const text = (await page.evaluate("document.body.innerText")) as string;
      expect(text).toContain("Ditetapkan oleh pengelola komputer ini");
      expect(text).toContain("Alamat aturan instansi: https://contoh.go.id/aturan.json");
      expect(text).toContain("Tidak ada kebijakan yang dapat membaca, mengekspor, atau membuka kunci buku");
      expect(await page.evaluate(`document.querySelectorAll("[data-layer=agency] button").length`)).toBe(0);
    });
  });
});

describe("the welcome page", () => {
  it("is tried, adjusted and completed by keyboard alone", async () => {
    await on("part=welcome", async (page) => {
      await tabTo(page, "Suka");
      await page.keyboard.press("Enter");
      await expect.poll(() => focused(page)).toBe("cancel");
      await page.keyboard.press("Enter");
      await expect.poll(() => focused(page)).toBe("Suka");
      expect(await page.evaluate(`document.querySelector(".mock [role=status]").textContent`)).toMatch(
        /^Batal:/,
      );
      await tabTo(page, "Sesuaikan (1 menit)");
      await page.keyboard.press("Enter");
      await page.waitForSelector("input[type=search]");
      await page.focus("input[type=search]");
      await page.keyboard.type("kota jayapura");
      await page.keyboard.press("Tab");
      await tabTo(page, "Kota Jayapura, Papua");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        `document.querySelector(".selection")?.textContent.includes("Kota Jayapura, Papua")`,
      );
      expect(await page.evaluate(`document.querySelector("select").value`)).toBe("Asia/Jayapura");
      await page.focus(".start");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Siap"`);
      await tabTo(page, "Muat ulang semua");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`!document.querySelector("[data-tabs] button")`);
    });
  });
});

describe("the book", () => {
  it("is used by keyboard: its parts, a filter and a weekly answer", async () => {
    await on("part=book", async (page) => {
      const tabTo = async (name: string) => {
        for (let i = 0; i < 40 && (await focused(page)) !== name; i++) await page.keyboard.press("Tab");
        await expect.poll(() => focused(page)).toBe(name);
      };
      await tabTo("Kunci");
      await page.keyboard.press("Tab");
      await page.keyboard.type("tidak ada yang begini");
      await page.waitForFunction(
        `document.querySelector("[role=status]").textContent === "Tidak ada catatan yang cocok"`,
      );
      await page.keyboard.down("Shift");
      for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await expect.poll(() => focused(page)).toBe("Swaperiksa");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.querySelector("h2").textContent === "Swaperiksa"`);
      for (let i = 0; i < 20 && !(await page.evaluate(`document.activeElement.type === "radio"`)); i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowUp");
      await page.waitForFunction(`["yes", "unsure"].includes(memory.model.checks[0].answers.R1)`);
    });
  });

  it("is opened by its passphrase, locked again, and erased after one question", async () => {
    await on("part=book&case=locked", async (page) => {
      const says = (words: string) =>
        page.waitForFunction((w) => document.body.innerText.includes(w), {}, words);
      await says("Catatan terkunci");
      await page.focus("input[type=password]");
      await page.keyboard.type("empat kat");
      await page.keyboard.press("Enter");
      await says("Frasa sandi salah. Coba lagi.");
      await page.keyboard.type("empat kata");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.querySelector("nav .tabs")`);
      await page.evaluate("document.activeElement.blur(), scrollTo(0, 0)");
      await tabTo(page, "Kunci sekarang");
      await page.keyboard.press("Enter");
      await says("Catatan terkunci");
    });
    await on("part=book#lock", async (page) => {
      await tabTo(page, "Hapus sekarang");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Jangan hapus"`);
      expect(await page.evaluate("memory.model.entries.length")).toBeGreaterThan(0);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await page.keyboard.press("Enter");
      await page.waitForFunction("memory.model.entries.length === 0");
      await page.waitForFunction(`document.body.innerText.includes("Buku terhapus.")`);
    });
  });

  it("rejects a passphrase that is too short or repeated differently", async () => {
    await on("part=book#lock", async (page) => {
      const fields = await page.$$("form input");
      const set = async (one: string, two: string) => {
        for (const [at, words] of [one, two].entries()) {
          await fields[at]!.click({ count: 3 });
          await page.keyboard.type(words);
        }
        await page.keyboard.press("Enter");
      };
      const waitForStatus = (words: string) =>
        page.waitForFunction(
          (w) => document.querySelector("main [role=status]")!.textContent!.includes(w),
          {},
          words,
        );
      await set("pendek", "pendek");
      await waitForStatus("Paling sedikit 12 karakter");
      await set("cukup panjang", "cukup panjan");
      await waitForStatus("tidak sama");
      expect(await page.evaluate("memory.passphrase")).toBeNull();
      await set("cukup panjang", "cukup panjang");
      await waitForStatus("Frasa sandi terpasang");
      expect(await page.evaluate("memory.passphrase")).toBe("cukup panjang");
    });
  });

  it("draws its charts and redraws them in the other language", async () => {
    await on("part=book#overview", async (page) => {
      const drawn = `[...document.querySelectorAll(".chart")].map((chart) =>
        [...chart.querySelectorAll("rect")].some((bar) => {
          const { width, height } = bar.getBoundingClientRect();
          return width > 2 && height > 2;
        }))`;
      await page.waitForFunction(`JSON.stringify(${drawn}) === "[true,true,true]"`);
      const texts = `[...document.querySelectorAll(".chart")].map((chart) => chart.ariaLabel + chart.textContent)`;
      const before = (await page.evaluate(texts)) as string[];
      await page.evaluate(`setLanguage("en")`);
      await page.waitForFunction(
        `document.querySelectorAll("h3")[1].textContent === "Entries a week by rule"`,
      );
      const after = (await page.evaluate(texts)) as string[];
      expect(after.filter((text, at) => text === before[at])).toEqual([]);
      expect(JSON.stringify(await page.evaluate(drawn))).toBe("[true,true,true]");
    });
  });

  it("filters 10,000 entries while the user types and draws one page of them", async () => {
    await on("part=book&case=many", async (page) => {
      expect(await page.evaluate(`document.querySelector("[role=status]").textContent`)).toBe(
        "10.000 dari 10.000 catatan",
      );
      const rows = `document.querySelectorAll("tbody tr").length`;
      expect(await page.evaluate(rows)).toBe(50);
      await page.focus("input[type=search]");
      await page.keyboard.type("facebook batal");
      await page.waitForFunction(
        `!document.querySelector("[role=status]").textContent.startsWith("10.000 dari")`,
      );
      expect(await page.evaluate(rows)).toBeLessThanOrEqual(50);
    });
  });
});

describe("the calendar of the journal", () => {
  it("shows the day of every fourth week only, because the others overlap", async () => {
    await on("part=book#overview", async (page) => {
      const widths = `[...document.querySelectorAll(".heat thead span")].map((e) => e.getBoundingClientRect().width)`;
      const shown = ((await page.evaluate(widths)) as number[]).map((width) => width > 1);
      expect(shown).toEqual(shown.map((_, index) => index % 4 === 0));
    });
  });
});

describe("printing", () => {
  /* Firefox's driver cannot emulate print media. */
  it.skipIf(BROWSER === "firefox")("shows the journal's charts and calendar on paper", async () => {
    await on("part=book#overview", async (page) => {
      await page.emulateMediaType("print");
      const shown = `[...document.querySelectorAll("main .chart, main .heat")].map((e) => e.checkVisibility())`;
      expect(new Set((await page.evaluate(shown)) as boolean[])).toEqual(new Set([true]));
      const adjust = `getComputedStyle(document.querySelector(".heat [data-step]")).printColorAdjust`;
      expect(await page.evaluate(adjust)).toBe("exact");
      await page.emulateMediaType();
    });
  });
});
