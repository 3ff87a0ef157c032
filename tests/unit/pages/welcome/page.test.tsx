import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { mountWelcome } from "../../../../src/pages/welcome/mount.tsx";
import { welcomeMemory } from "../../../browser/ui/welcome-memory.ts";
import { DEFAULT_OWN } from "../../lib/defaults.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/pages/shared/page.css", () => ({}));
afterEach(() => setLanguage("id"));

const settle = () => new Promise((done) => setTimeout(done, 15));

async function open() {
  const { root } = draw(null);
  const memory = welcomeMemory();
  await mountWelcome(root, memory.source);
  const all = <E extends Element>(selector: string) => [...root.querySelectorAll(selector)] as E[];
  const button = (name: string) =>
    all<HTMLButtonElement>("button").find((b) => (b.getAttribute("aria-label") ?? text(b)) === name)!;
  const press = async (name: string) => {
    fire(button(name), "click", true);
    await settle();
  };
  const set = async (input: Element, type: string, values: object) => {
    Object.assign(input, values);
    fire(input, type, true);
    await settle();
  };
  const label = (words: string) =>
    all("label")
      .find((l) => text(l).startsWith(words))!
      .querySelector("input, select")!;
  return { root, memory, all, button, press, set, label };
}

describe("welcome", () => {
  it("says what the extension is and is not, and that phone apps are out of reach", async () => {
    const { root } = await open();
    const content = text(root);
    for (const words of [
      "Langkah 1 dari 3",
      "bukan aplikasi BKN, KemenPANRB, Bawaslu",
      "bukan nasihat hukum",
      "tidak ada data yang dikirim",
      "situs dapat melihat satu unsur netral",
      "ponsel tidak terjangkau",
      "Firefox atau Edge untuk Android",
    ])
      expect(content).toContain(words);
  });

  it("goes through three steps and stores each answer at once", async () => {
    const { memory, press, set, label, all, root } = await open();
    await press("Lanjut");
    await set(label("CPNS"), "change", { checked: true });
    await set(label("Suami atau istri"), "change", { checked: true });
    await set(label("Ketik nama"), "input", { value: "kota jayapura" });
    expect(text(root.querySelector("[role=status]")!)).toBe("1 pilihan");
    await press("Kota Jayapura, Papua");
    expect(memory.settings).toEqual({ status: "CPNS", spouse: true, region: "9171" });
    expect(memory.profile.office).toEqual({ ...DEFAULT_OWN.office, zone: "Asia/Jayapura" });
    await press("Hapus wilayah Kota Jayapura, Papua");
    expect(memory.settings.region).toBeNull();
    await press("Lanjut");
    await set(label("Simpan catatan"), "change", { checked: false });
    expect(memory.profile.journalEnabled).toBe(false);
    await press("Saya berjanji");
    expect(memory.profile.pact).toBe("2026-11-21");
    expect(text(root)).toContain("Dinyatakan pada 21 November 2026");
    await press("Cetak");
    expect(memory.printed()).toBe(1);
    await press("Tarik kembali");
    expect(memory.profile.pact).toBeNull();
    await press("Selesai");
    expect(memory.profile.welcomed).toBe("2026-11-21");
    expect(all("h2").map(text)).toEqual(["Siap"]);
  });

  it("can be skipped, and then stores nothing else", async () => {
    const { memory, press } = await open();
    await press("Lewati");
    expect(memory.profile).toEqual({ ...DEFAULT_OWN, welcomed: "2026-11-21" });
    expect(memory.settings).toEqual({ status: null, spouse: false, region: null });
  });

  it("stores only valid office hours and explains invalid ones", async () => {
    const { memory, press, set, label, root } = await open();
    await press("Lanjut");
    await set(label("Selesai"), "change", { value: "06:00" });
    expect(memory.profile.office.to).toBe("16:00");
    expect(text(root.querySelector("[role=alert]")!)).toContain("jam selesai sesudah jam mulai");
    await set(label("Mulai"), "change", { value: "05:00" });
    expect(memory.profile.office).toMatchObject({ from: "05:00", to: "06:00" });
    expect(root.querySelector("[role=alert]")).toBeNull();
    await set(label("Sab"), "change", { checked: true });
    expect(memory.profile.office.days).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("changes its language at once and reports an answer that could not be stored", async () => {
    const { memory, press, root } = await open();
    await press("English");
    expect(text(root)).toContain("Step 1 of 3");
    memory.breakDown("disk full");
    await press("Skip");
    expect(text(root.querySelector("[role=alert]")!)).toBe("The answers were not stored: disk full");
  });
});
