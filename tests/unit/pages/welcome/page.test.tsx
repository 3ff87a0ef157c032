import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { mountWelcome } from "../../../../src/pages/welcome/mount.tsx";
import { welcomeMemory } from "../../../browser/ui/welcome-memory.ts";
import { DEFAULT_OWN } from "../../lib/defaults.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/ui/page-tokens.css", () => ({}));
vi.mock("../../../../src/overlay/frame.css", () => ({}));
vi.mock("../../../../src/overlay/dialog.css", () => ({}));
vi.mock("../../../../src/pages/shared/page.css", () => ({}));
vi.mock("../../../../src/pages/welcome/welcome.css", () => ({}));
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
      "bertanya dulu sebelum Anda menekan suka",
      "bukan aplikasi BKN, KemenPANRB, Bawaslu",
      "bukan nasihat hukum",
      "Tidak ada data yang dikirim",
      "ada satu elemen tambahan, bukan isinya",
      "ponsel tidak terjangkau",
      "Firefox atau Edge untuk Android",
    ])
      expect(content).toContain(words);
  });

  it("is tried and started by three presses: the sample's like, the start, and the reload of open tabs", async () => {
    const { memory, press, root } = await open();
    await press("Suka");
    expect(text(root.querySelector("[role=alertdialog]")!)).toContain(
      "Ada ajakan memilih: “ayo coblos nomor 2”",
    );
    await press("Mulai jaga");
    expect(memory.profile).toEqual({ ...DEFAULT_OWN, welcomed: "2026-11-21" });
    expect(memory.settings).toEqual({ status: null, spouse: false, region: null });
    expect(text(root.querySelector("[data-tabs]")!)).toContain("Facebook dan X");
    await press("Muat ulang semua");
    expect(text(root.querySelector("[data-tabs]")!)).toBe(
      "Tab media sosial yang Anda buka mulai sekarang dijaga.",
    );
  });

  it("says what each answer to the sample's question does, and keeps none", async () => {
    const { memory, press, root } = await open();
    for (const [answer, effect, liked] of [
      ["Batal", "tidak ada yang terjadi", "false"],
      ["Tetap lanjutkan", "suka terjadi satu kali", "true"],
      ["Bukan kampanye", "akun ini tidak ditanyakan lagi", "true"],
    ] as const) {
      await press("Suka");
      await press(answer);
      expect(root.querySelector("[role=alertdialog]")).toBeNull();
      expect(text(root.querySelector(".mock [role=status]")!)).toContain(effect);
      expect(root.querySelector(".mock article button")!.getAttribute("aria-pressed")).toBe(liked);
    }
    expect(memory.profile).toEqual(DEFAULT_OWN);
  });

  it("stores each adjustment at once", async () => {
    const { memory, press, set, label, all, root } = await open();
    await press("Sesuaikan (1 menit)");
    await set(label("CPNS"), "change", { checked: true });
    await set(label("Suami atau istri"), "change", { checked: true });
    await set(label("Ketik nama"), "input", { value: "kota jayapura" });
    expect(text(root.querySelector(".matches")!.parentElement!.querySelector("[role=status]")!)).toBe(
      "1 pilihan",
    );
    await press("Kota Jayapura, Papua");
    expect(memory.settings).toEqual({ status: "CPNS", spouse: true, region: "9171" });
    expect(memory.profile.office).toEqual({ ...DEFAULT_OWN.office, zone: "Asia/Jayapura" });
    await press("Hapus wilayah Kota Jayapura, Papua");
    expect(memory.settings.region).toBeNull();
    await set(label("Simpan catatan"), "change", { checked: false });
    expect(memory.profile.journalEnabled).toBe(false);
    await press("Saya berjanji");
    expect(memory.profile.pact).toBe("2026-11-21");
    expect(text(root)).toContain("Anda berjanji pada 21 November 2026");
    await press("Cetak");
    expect(memory.printed()).toBe(1);
    await press("Batalkan janji");
    expect(memory.profile.pact).toBeNull();
    await press("Mulai jaga");
    expect(memory.profile.welcomed).toBe("2026-11-21");
    expect(all("h2").map(text)).toEqual(["Siap"]);
  });

  it("stores only valid office hours and explains invalid ones", async () => {
    const { memory, press, set, label, root } = await open();
    await press("Sesuaikan (1 menit)");
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
    expect(text(root)).toContain("asks first, before you press like");
    memory.breakDown("disk full");
    await press("Start guarding");
    expect(text(root.querySelector("[role=alert]")!)).toBe("The answers were not stored: disk full");
  });
});
