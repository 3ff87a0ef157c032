import { describe, expect, it } from "vitest";
import { focused, seen } from "./ui/look.ts";
import { inside, parts } from "./ui/setup.ts";

/** Notices, popup, welcome and book by themselves, by keyboard. */
const on = parts();

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
});

describe("the welcome", () => {
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
