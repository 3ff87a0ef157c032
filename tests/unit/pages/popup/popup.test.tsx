import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import type { PopupActions, PopupModel, TabState } from "../../../../src/pages/popup/model.ts";
import { mountPopup } from "../../../../src/pages/popup/mount.tsx";
import { faultText, Popup } from "../../../../src/pages/popup/popup.tsx";
import { PAGES, popup } from "../../../browser/ui/fixtures.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/pages/popup/popup.css", () => ({}));
afterEach(() => setLanguage("id"));

function actions() {
  const names = ["pause", "resume", "reload", "grant", "eraseEntries", "eraseEntry", "setLanguage"] as const;
  return {
    checkDraft: vi.fn(),
    structure: vi.fn(async () => "x /*/status/*\n3 article data-testid"),
    ...Object.fromEntries(names.map((name) => [name, vi.fn(async () => {})])),
  } as unknown as Record<(typeof names)[number], ReturnType<typeof vi.fn>> & PopupActions;
}
const page = (state: TabState, more: Partial<PopupModel> = {}) => {
  const on = actions();
  return { ...draw(<Popup model={popup(state, more)} actions={on} />), on };
};
const button = (root: Element, name: string) =>
  [...root.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? text(b)) === name)!;

describe("the state of the page", () => {
  it.each([
    ["loading", "Membaca keadaan halaman …", []],
    ["other", "Bukan halaman yang dijaga", []],
    ["old", "Belum dijaga", ["Muat ulang"]],
    ["denied", "Belum dijaga", ["Beri izin"]],
    ["orphaned", "Belum dijaga", ["Muat ulang"]],
    [
      "none",
      "Tidak ada tanda kampanye yang dikenali",
      ["Jeda 15 menit", "Jeda sampai besok", "Jeda di Facebook"],
    ],
    ["account", "Akun kampanye: Relawan Contoh Maju", ["Jeda 15 menit", "Jeda sampai besok", "Jeda di X"]],
    ["posts", "4 kiriman kampanye", ["Jeda 15 menit", "Jeda sampai besok", "Jeda di Facebook"]],
    ["unreadable", "Halaman ini belum dikenali", ["Jeda 15 menit", "Jeda sampai besok", "Jeda di Facebook"]],
    [
      "unread",
      "Halaman ini belum dikenali",
      ["Lihat laporan susunan halaman", "Jeda 15 menit", "Jeda sampai besok", "Jeda di Facebook"],
    ],
    ["paused", "Dijeda sebentar", ["Jaga kembali"]],
  ])("shows the state %s as: %s", (name, title, buttons) => {
    const { root } = page(PAGES[name]!);
    const card = root.querySelector(".page-card")!;
    expect(text(card.querySelector(".state-title")!)).toBe(title);
    expect([...card.querySelectorAll("button")].map(text)).toEqual(buttons);
    expect(text(root)).not.toMatch(/\b(aman|safe)\b/i);
  });

  it("says in a private window that nothing of it is recorded", () => {
    for (const incognito of [true, false]) {
      const { root } = page(PAGES.posts!, { incognito });
      expect(text(root).includes("apa pun yang Anda pilih di sini tidak dicatat")).toBe(incognito);
    }
  });

  it("differs in icon or shape between states, not in colour alone", () => {
    const looks = ["other", "old", "none", "account", "posts", "unreadable", "paused"].map((name) => {
      const card = page(PAGES[name]!).root.querySelector(".page-card")!;
      return card.querySelector("svg")!.innerHTML;
    });
    expect(new Set(looks).size).toBe(looks.length);
  });
});

describe("what the user does", () => {
  it("calls the right action, and only for trusted events", () => {
    const cases: [TabState, string, Exclude<keyof PopupActions, "checkDraft" | "structure">, unknown[]][] = [
      [PAGES.none!, "Jeda 15 menit", "pause", ["15min"]],
      [PAGES.none!, "Jeda sampai besok", "pause", ["tomorrow"]],
      [PAGES.none!, "Jeda di Facebook", "pause", ["site"]],
      [PAGES.paused!, "Jaga kembali", "resume", []],
      [PAGES.old!, "Muat ulang", "reload", []],
      [PAGES.denied!, "Beri izin", "grant", [["https://x.com/*"]]],
      [PAGES.none!, "Hapus catatan 20 Nov 2026, X · mengutip", "eraseEntry", ["b"]],
      [PAGES.none!, "English", "setLanguage", ["en"]],
    ];
    for (const [state, name, action, values] of cases) {
      const { root, on } = page(state);
      fire(button(root, name), "click", false);
      expect(on[action]).not.toHaveBeenCalled();
      fire(button(root, name), "click", true);
      expect(on[action].mock.calls).toEqual([values]);
    }
  });

  it("shows the structure report before it can be copied", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", {
      ...globalThis.navigator,
      clipboard: { writeText: async (text: string) => void copied.push(text) },
    });
    const { root, on } = page(PAGES.unread!);
    expect(button(root, "Salin laporan")).toBeUndefined();
    fire(button(root, "Lihat laporan susunan halaman"), "click", false);
    expect(on.structure).not.toHaveBeenCalled();
    fire(button(root, "Lihat laporan susunan halaman"), "click", true);
    await vi.waitFor(() => expect(root.querySelector("pre")?.textContent).toMatch(/^x \/\*\/status/));
    expect(copied).toEqual([]);
    fire(button(root, "Salin laporan"), "click", true);
    await vi.waitFor(() => expect(copied).toEqual(["x /*/status/*\n3 article data-testid"]));
    vi.unstubAllGlobals();
  });

  it("asks before it erases everything", async () => {
    const { root, on } = page(PAGES.none!);
    fire(button(root, "Hapus semua"), "click", true);
    await vi.waitFor(() => expect(button(root, "Ya, hapus semua catatan")).toBeDefined());
    expect(on.eraseEntries).not.toHaveBeenCalled();
    fire(button(root, "Ya, hapus semua catatan"), "click", true);
    expect(on.eraseEntries).toHaveBeenCalledTimes(1);
  });
});

describe("rules, entries, faults", () => {
  it("shows rules, entries and faults", () => {
    const { root } = page(PAGES.none!, {
      faults: [{ code: "ruleset:schema", detail: "<b>rules[3]" }, { code: "odd" }],
      entriesProblem: "2 lines",
    });
    expect(root.querySelectorAll(".rules > li")).toHaveLength(8);
    expect([...root.querySelectorAll(".entries li p:first-child")].map(text)).toEqual([
      "Facebook · menyukai → batal",
      "X · mengutip → tetap lanjut",
      "X · mengikuti → belum sempat diperiksa",
    ]);
    const faults = text(root.querySelector(".faults")!);
    expect(faults).toContain("Aturan gagal dimuat; tindakan tidak ditanyakan.");
    expect(faults).toContain("<b>rules[3]");
    expect(faults).toContain("Kesalahan: odd");
    expect(faultText("ruleset")).toBe(faultText("ruleset:expired"));
    expect(text(root)).toContain("Bukan aplikasi resmi instansi mana pun · bukan nasihat hukum");
  });

  it("says so if there are no rules and no entries", () => {
    const { root } = page(PAGES.none!, { rules: [], entries: [] });
    expect(text(root)).toContain("Aturan belum dimuat.");
    expect(text(root)).toContain("Belum ada catatan.");
    expect(button(root, "Hapus semua")).toBeUndefined();
  });
});

describe("mountPopup", () => {
  const settle = () => new Promise((done) => setTimeout(done, 20));

  it("loads again after an action and shows a change of language at once", async () => {
    const { root } = draw(null);
    let model = popup(PAGES.none!);
    const on = actions();
    on.setLanguage.mockImplementation(async (language) => {
      model = { ...model, language };
    });
    const load = vi.fn(async () => model);
    const stop = mountPopup(root, { load, actions: on });
    expect(text(root)).toContain("Membaca keadaan halaman …");
    await settle();
    expect(text(root)).toContain("Tidak ada tanda kampanye yang dikenali");
    fire(button(root, "English"), "click", true);
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
    expect(text(root)).toContain("No recognised signs of a campaign");
    stop();
    expect(root.textContent).toBe("");
  });

  it("shows the failure of its source and recovers", async () => {
    const { root } = draw(null);
    let changed = () => {};
    let broken = true;
    const load = async () => {
      if (broken) throw new Error("no answer");
      return popup(PAGES.none!);
    };
    mountPopup(root, {
      load,
      actions: actions(),
      subscribe(cb) {
        changed = cb;
        return () => {};
      },
    });
    await settle();
    expect(text(root)).toContain("Keadaan halaman tidak dapat dibaca.");
    expect(text(root)).toContain("no answer");
    broken = false;
    changed();
    await settle();
    expect(text(root)).not.toContain("no answer");
    expect(text(root)).toContain("Tidak ada tanda kampanye yang dikenali");
  });
});
