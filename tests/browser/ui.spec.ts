import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER } from "./lib/launch.ts";
import { PAGES } from "./ui/fixtures.ts";
import { axe, focused, look, plainBrowser, type Scheme, seen } from "./ui/look.ts";
import { serveParts } from "./ui/serve.ts";

/** The parts of the interface by themselves, in an open root: look, keyboard, names. */
let served: Awaited<ReturnType<typeof serveParts>>;
const browsers = {} as Record<Scheme, Browser>;
const SCHEMES: readonly Scheme[] = ["light", "dark"];

beforeAll(async () => {
  served = await serveParts();
  for (const scheme of SCHEMES) browsers[scheme] = await plainBrowser(BROWSER, scheme);
});
afterAll(async () => {
  for (const scheme of SCHEMES) await browsers[scheme]?.close();
  await served?.close();
});

async function on<T>(
  query: string,
  work: (page: Page) => Promise<T>,
  scheme: Scheme = "light",
  size?: number[],
) {
  const page = await look(browsers[scheme], served.url, query, scheme, size);
  // "next=2": two steps further, by real clicks.
  for (let next = Number(new URLSearchParams(query).get("next") ?? 0); next > 0; next--)
    await page.click("nav .main");
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}
/** Runs an expression with `root` as the shadow root of the part. */
const inside = (page: Page, expression: string) =>
  page.evaluate(`((root) => ${expression})(document.getElementById("app").shadowRoot)`);

const DIALOGS = ["", "disputed", "unarmed", "long"].map((name) => `part=dialog&case=${name}`);
const NOTICES = ["part=notice", "part=notice&case=closed"];
const POPUPS = [
  ...Object.keys(PAGES).map((page) => `part=popup&page=${page}`),
  ...["faults", "empty", "extra"].map((name) => `part=popup&case=${name}`),
];

const WELCOME = [0, 1, 2, 3].map((next) => `part=welcome&next=${next}`);
const BOOK = ["", "#weekly", "#overview", "#export", "&case=empty", "&case=trouble"].map(
  (more) => `part=book${more}`,
);
const ALL = [...DIALOGS, ...NOTICES, ...POPUPS, ...WELCOME, ...BOOK];

describe("axe finds nothing", () => {
  const unfold = `for (const d of (document.getElementById("app").shadowRoot ?? document).querySelectorAll("details")) d.open = true`;

  it.each(SCHEMES)("%s", { timeout: 300_000 }, async (scheme) => {
    for (const query of ALL)
      await on(
        query.replace(/(?=#|$)/, `&language=${scheme === "light" ? "id" : "en"}`),
        async (page) => {
          if (query === DIALOGS[0]) expect(await axe(page)).toEqual([]);
          await page.evaluate(unfold);
          expect([query, await axe(page)]).toEqual([query, []]);
        },
        scheme,
      );
  });

  it("but finds a fault planted in the same places", async () => {
    for (const query of ["part=dialog", "part=popup", "part=welcome"])
      await on(query, async (page) => {
        await page.evaluate(`(() => {
          const at = document.getElementById("app").shadowRoot?.querySelector(".sheet") ?? document.querySelector("main");
          const p = document.createElement("p");
          p.textContent = "pale";
          p.style.cssText = "color: #ccc; background: #fff";
          at.append(p, document.createElement("button"));
        })()`);
        const found = (await axe(page)).map((line) => line.split(":")[0]);
        expect(found).toContain("color-contrast");
        expect(found).toContain("button-name");
      });
  });
});

describe("narrow and zoomed", () => {
  it("at 320 px there is nothing to scroll sideways", { timeout: 300_000 }, async () => {
    for (const query of ALL)
      await on(
        query,
        async (page) => {
          const wide = await page.evaluate(`(() => {
            const root = document.getElementById("app").shadowRoot ?? document;
            const out = [];
            for (const d of root.querySelectorAll("details")) d.open = true;
            for (const e of [document.documentElement, ...root.querySelectorAll("dialog, section:not(.scroll), main")])
              if (e.scrollWidth > e.clientWidth && e.clientWidth > 0) out.push(e.localName + " " + e.scrollWidth);
            if (document.documentElement.scrollWidth > innerWidth) out.push("page");
            return out;
          })()`);
          expect([query, wide]).toEqual([query, []]);
        },
        "light",
        [320, 640],
      );
  });

  it("at 200 % of 640 × 480 every control of the dialog can be reached and seen", async () => {
    await on(
      "part=dialog",
      async (page) => {
        for (const name of ["cancel", "continue", "not-campaign", "Mengapa?"]) {
          expect(await focused(page)).toBe(name);
          const box = (await inside(
            page,
            `(() => { const b = root.activeElement.getBoundingClientRect(); return [b.top, b.bottom, innerHeight]; })()`,
          )) as number[];
          expect(box[0]).toBeGreaterThanOrEqual(0);
          expect(box[1]).toBeLessThanOrEqual(box[2]!);
          await page.keyboard.press("Tab");
        }
      },
      "light",
      [320, 240],
    );
  });
});

describe("the dialog by keyboard and mouse", () => {
  it("Batal has the focus; Tab goes on in order; Mengapa? unfolds to its link", async () => {
    await on("part=dialog", async (page) => {
      const order = [await focused(page)];
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press("Tab");
        order.push(await focused(page));
      }
      expect(order).toEqual(["cancel", "continue", "not-campaign", "Mengapa?"]);
      await page.keyboard.press("Enter");
      expect(await inside(page, `root.querySelector("details").open`)).toBe(true);
      await page.keyboard.press("Tab");
      expect(await focused(page)).toContain("Buka salinan (example.go.id)");
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      expect(await focused(page)).toBe("not-campaign");
      await page.keyboard.press(" ");
      expect(await seen(page)).toEqual(["not-campaign click"]);
    });
  });

  it.each([
    ["Enter on Batal", ["Enter"], ["cancel click"]],
    ["Esc", ["Escape"], ["cancel cancel"]],
    ["Enter on Tetap lanjutkan", ["Tab", "Enter"], ["continue click"]],
  ])("%s", async (_, keys, expected) => {
    await on("part=dialog", async (page) => {
      for (const key of keys) await page.keyboard.press(key as "Enter");
      expect(await seen(page)).toEqual(expected);
    });
  });

  it("not armed: only Batal and Esc answer", async () => {
    await on("part=dialog&case=unarmed", async (page) => {
      for (const key of ["Tab", "Enter", "Tab", "Enter"] as const) await page.keyboard.press(key);
      expect(await seen(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await seen(page)).toEqual(["cancel cancel"]);
    });
  });

  it("a click outside cancels, one inside does not", async () => {
    await on("part=dialog", async (page) => {
      const box = (await inside(
        page,
        `(() => { const b = root.querySelector("h2").getBoundingClientRect(); return [b.x + 60, b.y + 8]; })()`,
      )) as [number, number];
      await page.mouse.click(...box);
      expect(await seen(page)).toEqual([]);
      await page.mouse.click(4, 4);
      expect(await seen(page)).toEqual(["cancel click"]);
    });
  });

  it("events of a script answer nothing", async () => {
    await on("part=dialog", async (page) => {
      await inside(
        page,
        `{ for (const b of root.querySelectorAll("button")) { b.click(); b.dispatchEvent(new MouseEvent("click", { bubbles: true })); }
           root.querySelector("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
           root.querySelector("dialog").dispatchEvent(new MouseEvent("click")); }`,
      );
      expect(await seen(page)).toEqual([]);
    });
  });

  it("changes its language at once", async () => {
    await on("part=dialog", async (page) => {
      await page.evaluate(`setLanguage("en")`);
      expect(await inside(page, `root.querySelector(".main").textContent`)).toBe("Cancel");
      expect(await inside(page, `root.querySelector(".sheet").lang`)).toBe("en");
    });
  });

  it("no style of the page comes through", async () => {
    await on("part=dialog", async (page) => {
      const before = await inside(
        page,
        `getComputedStyle(root.querySelector("h2")).cssText || getComputedStyle(root.querySelector("h2")).color`,
      );
      await page.evaluate(`(() => {
        const style = document.createElement("style");
        style.textContent = "#app, body { --ink: transparent !important; --ground: transparent !important; color: transparent !important; visibility: hidden !important; letter-spacing: 9em !important; font-size: 1px !important; direction: rtl !important }";
        document.head.append(style);
      })()`);
      const now = (await inside(
        page,
        `(() => { const s = getComputedStyle(root.querySelector("h2")); const d = root.querySelector("dialog");
           return [s.color, s.fontSize, s.visibility, s.letterSpacing, s.direction, d.checkVisibility({ opacityProperty: true, visibilityProperty: true }), getComputedStyle(d).backgroundColor]; })()`,
      )) as unknown[];
      expect(before).toBeTruthy();
      expect(now).toEqual([
        "rgb(29, 28, 34)",
        "18px",
        "visible",
        "normal",
        "ltr",
        true,
        "rgb(255, 255, 255)",
      ]);
    });
  });

  it.runIf(BROWSER === "chromium")("reads as an alertdialog with name and description", async () => {
    await on("part=dialog", async (page) => {
      const client = await page.createCDPSession();
      const { nodes } = await client.send("Accessibility.getFullAXTree");
      const node = nodes.find((n) => n.role?.value === "alertdialog")!;
      expect(node.name?.value).toBe("Ada ajakan memilih: “coblos nomor 2”");
      expect(node.description?.value).toMatch(/^Menyukai ini dapat dinilai melanggar:.*Aturan 1.*dasar kuat/);
      expect(nodes.filter((n) => n.role?.value === "button").map((n) => n.name?.value)).toEqual([
        "Batal",
        "Tetap lanjutkan",
        "Bukan kampanye",
      ]);
    });
  });
});

describe("notices and popup by keyboard", () => {
  it("the card opens from its mark, closes by Esc", async () => {
    await on("part=notice&case=closed", async (page) => {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Ada tanda kampanye: lihat alasannya");
      await page.keyboard.press("Enter");
      expect(await inside(page, `root.querySelectorAll(".note-card").length`)).toBe(1);
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("not-campaign");
      await page.keyboard.press("Escape");
      expect(await inside(page, `root.querySelectorAll(".note-card").length`)).toBe(0);
    });
  });

  it("the popup is walked in the order it is read; everything can be done", async () => {
    await on("part=popup", async (page) => {
      const order: string[] = [];
      while (order.at(-1) !== "Hapus semua" && order.length < 30) {
        await page.keyboard.press("Tab");
        order.push(await focused(page));
      }
      expect(order.slice(0, 4)).toEqual(["Indonesia", "English", "Jeda 15 menit", "Jeda di Facebook"]);
      expect(order[4]).toContain("Tidak memberi like/dislike");
      expect(order[12]).toBe("Hapus catatan 21 Nov 2026, Facebook · menyukai");
      expect(order).toHaveLength(16);
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Jangan hapus"`);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      expect(await focused(page)).toBe("Ya, hapus semua catatan");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.body.textContent.includes("Belum ada catatan.")`);
      expect(await seen(page)).toEqual(["eraseEntries"]);
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Catatan terakhir");
    });
  });

  it("the welcome is walked by keyboard alone, and the focus follows the steps", async () => {
    await on("part=welcome", async (page) => {
      const tabTo = async (name: string) => {
        for (let i = 0; i < 30 && (await focused(page)) !== name; i++) await page.keyboard.press("Tab");
        expect(await focused(page)).toBe(name);
      };
      await tabTo("Lanjut");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Tentang Anda"`);
      for (let i = 0; i < 9; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(`document.activeElement.type === "search"`)) break;
      }
      await page.keyboard.type("kota jayapura");
      await page.keyboard.press("Tab");
      await tabTo("Kota Jayapura, Papua");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        `document.querySelector(".chosen")?.textContent.includes("Kota Jayapura, Papua")`,
      );
      expect(await page.evaluate(`document.querySelector("select").value`)).toBe("Asia/Jayapura");
      await tabTo("Lanjut");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Catatan pribadi"`);
      await tabTo("Selesai");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.activeElement.textContent === "Siap"`);
    });
  });
});

describe("the book", () => {
  it("is walked by keyboard: parts, a filter, an answer of the week", async () => {
    await on("part=book", async (page) => {
      const tabTo = async (name: string) => {
        for (let i = 0; i < 40 && (await focused(page)) !== name; i++) await page.keyboard.press("Tab");
        expect(await focused(page)).toBe(name);
      };
      await tabTo("Ekspor");
      await page.keyboard.press("Tab");
      await page.keyboard.type("tidak ada yang begini");
      await page.waitForFunction(
        `document.querySelector("[role=status]").textContent === "Tidak ada catatan yang cocok"`,
      );
      await page.keyboard.down("Shift");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      expect(await focused(page)).toBe("Swaperiksa");
      await page.keyboard.press("Enter");
      await page.waitForFunction(`document.querySelector("h2").textContent === "Swaperiksa"`);
      for (let i = 0; i < 9 && !(await page.evaluate(`document.activeElement.type === "radio"`)); i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction(`memory.model.checks[0].answers.R1 === "yes"`);
    });
  });

  it("draws its plots and redraws them in the other language", async () => {
    await on("part=book#overview", async (page) => {
      const painted = `[...document.querySelectorAll("canvas")].map((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let ink = 0;
        for (let i = 3; i < data.length; i += 4) ink += data[i] > 0;
        return ink > 500;
      })`;
      await page.waitForFunction(`JSON.stringify(${painted}) === "[true,true,true]"`);
      const before = await page.evaluate(`document.querySelector("canvas").toDataURL()`);
      await page.evaluate(`setLanguage("en")`);
      await page.waitForFunction(`document.querySelector("h3").textContent === "Entries a week by rule"`);
      await page.waitForFunction((old) => document.querySelector("canvas")!.toDataURL() !== old, {}, before);
    });
  });

  it("opens 10,000 entries and narrows them in time", async () => {
    await on("part=book&case=many", async (page) => {
      expect(await page.evaluate(`document.querySelector("[role=status]").textContent`)).toBe(
        "10.000 dari 10.000 catatan",
      );
      await page.evaluate(`(() => {
        window.times = [];
        let start = 0;
        addEventListener("input", () => (start = performance.now()), true);
        new MutationObserver(() => start && times.push(performance.now() - start) && (start = 0))
          .observe(document.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true });
      })()`);
      await page.focus("input[type=search]");
      await page.keyboard.type("facebook batal", { delay: 60 });
      const times = ((await page.evaluate("times")) as number[]).sort((a, b) => a - b);
      expect(times.length).toBeGreaterThan(2);
      const median = times[times.length >> 1]!;
      console.log(
        `book: 10,000 entries narrowed and drawn in ${median.toFixed(0)} ms (median of ${times.length})`,
      );
      expect(median).toBeLessThan(250);
    });
  });
});
