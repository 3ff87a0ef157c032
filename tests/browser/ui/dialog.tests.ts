import { describe, expect, it } from "vitest";
import { BROWSER } from "../lib/launch.ts";
import { focused, recordedEvents } from "./look.ts";
import { inside, parts } from "./setup.ts";

/** The dialog alone: keyboard, mouse, scripts, the page's styles, its names. */
const on = parts();

describe("the dialog in a window smaller than itself", () => {
  it.each([
    [120, 100],
    [240, 140],
  ])("shows Batal and Tetap lanjutkan at %i × %i", async (width, height) => {
    await on(
      "part=dialog",
      async (page) => {
        const inSight = () =>
          inside(
            page,
            `["cancel", "continue"].map((name) => {
            const b = root.querySelector("[data-answer=" + name + "]").getBoundingClientRect();
            return b.top >= 0 && b.left >= 0 && b.bottom <= innerHeight && b.right <= innerWidth && b.height >= 24;
          })`,
          );
        await expect.poll(inSight).toEqual([true, true]);
      },
      "light",
      [width, height],
    );
  });
});

describe("the dialog by keyboard and mouse", () => {
  it("focuses Batal first, follows Tab in order and unfolds Mengapa? down to its link", async () => {
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
      await expect.poll(() => focused(page)).toContain("Buka salinan (example.go.id)");
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      await expect.poll(() => focused(page)).toBe("not-campaign");
      await page.keyboard.press(" ");
      await expect.poll(() => recordedEvents(page)).toEqual(["not-campaign click"]);
    });
  });

  it("lists the signs before the situation under Mengapa?, as the mark's card does", async () => {
    const last = (list: string) =>
      `[...root.querySelectorAll("${list} li")].filter((li) => li.checkVisibility()).map((li) => li.textContent)`;
    const expected = [
      "Ada ajakan memilih: “coblos nomor 2”",
      "Menyebut nomor urut: “Paslon 02”",
      "Nama akun seperti tim kampanye: “Relawan Contoh Maju”",
      "Ini di halaman kampanye atau di bawah kirimannya",
      "Pemilihan Wali Kota Contoh 2024 sedang berjalan",
    ];
    await on("part=dialog", async (page) => {
      expect(await inside(page, last(".why > ul"))).toEqual([]);
      for (const key of ["Tab", "Tab", "Tab", "Enter"] as const) await page.keyboard.press(key);
      await expect.poll(() => inside(page, last(".why > ul"))).toEqual(expected);
    });
    await on("part=notice", async (page) => {
      expect(await inside(page, last(".note-reasons"))).toEqual(expected);
    });
  });

  it.each([
    ["Enter on Batal", ["Enter"], ["cancel click"]],
    ["Esc", ["Escape"], ["cancel cancel"]],
    ["Enter on Tetap lanjutkan", ["Tab", "Enter"], ["continue click"]],
  ])("answers by %s", async (_, keys, expected) => {
    await on("part=dialog", async (page) => {
      for (const key of keys) await page.keyboard.press(key as "Enter");
      await expect.poll(() => recordedEvents(page)).toEqual(expected);
    });
  });

  it("accepts only Batal and Esc before it is armed", async () => {
    await on("part=dialog&case=unarmed", async (page) => {
      for (const key of ["Tab", "Enter", "Tab", "Enter"] as const) await page.keyboard.press(key);
      expect(await recordedEvents(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => recordedEvents(page)).toEqual(["cancel cancel"]);
    });
  });

  it("is cancelled by a click outside and not by one inside", async () => {
    await on("part=dialog", async (page) => {
      const box = (await inside(
        page,
        `(() => { const b = root.querySelector("h2").getBoundingClientRect(); return [b.x + 60, b.y + 8]; })()`,
      )) as [number, number];
      await page.mouse.click(...box);
      expect(await recordedEvents(page)).toEqual([]);
      await page.mouse.click(4, 4);
      await expect.poll(() => recordedEvents(page)).toEqual(["cancel click"]);
    });
  });

  it("ignores events made by a script", async () => {
    await on("part=dialog", async (page) => {
      await inside(
        page,
        `{ for (const b of root.querySelectorAll("button")) { b.click(); b.dispatchEvent(new MouseEvent("click", { bubbles: true })); }
           root.querySelector("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
           root.querySelector("dialog").dispatchEvent(new MouseEvent("click")); }`,
      );
      expect(await recordedEvents(page)).toEqual([]);
    });
  });

  it("changes its language at once", async () => {
    await on("part=dialog", async (page) => {
      await page.evaluate(`setLanguage("en")`);
      expect(await inside(page, `root.querySelector(".main").textContent`)).toBe("Cancel");
      expect(await inside(page, `root.querySelector(".body").lang`)).toBe("en");
    });
  });

  it("takes no style from the page", async () => {
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
      expect(node.description?.value).toMatch(
        /^Menyukai ini dapat dinilai melanggar Aturan 1 \(dasar kuat\)\..*Tidak memberi like/,
      );
      expect(nodes.filter((n) => n.role?.value === "button").map((n) => n.name?.value)).toEqual([
        "Batal",
        "Tetap lanjutkan",
        "Bukan kampanye",
      ]);
    });
  });
});
