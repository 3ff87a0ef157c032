import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import type { PopupActions, PopupModel, TabState } from "../../../../src/pages/popup/model.ts";
import { mountPopup } from "../../../../src/pages/popup/mount.tsx";
import { faultText, Popup, type PopupView, viewOf } from "../../../../src/pages/popup/popup.tsx";
import { AGENCY, PAGES, popup, RULES, STAGES } from "../../../browser/ui/fixtures.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/ui/page-tokens.css", () => ({}));
vi.mock("../../../../src/pages/popup/popup.css", () => ({}));
afterEach(() => setLanguage("id"));

function actions() {
  const names = [
    "pause",
    "resume",
    "reload",
    "grant",
    "allowAgency",
    "reveal",
    "eraseEntries",
    "eraseEntry",
    "setLanguage",
  ] as const;
  return {
    checkDraft: vi.fn(),
    structure: vi.fn(async () => "x /*/status/*\n3 article data-testid"),
    ...Object.fromEntries(names.map((name) => [name, vi.fn(async () => {})])),
  } as unknown as Record<(typeof names)[number], ReturnType<typeof vi.fn>> & PopupActions;
}
const page = (state: TabState, more: Partial<PopupModel> = {}, start: PopupView = "home") => {
  const on = actions();
  return { ...draw(<Popup model={popup(state, more)} actions={on} start={start} />), on };
};
const button = (root: Element, name: string) =>
  [...root.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? text(b)) === name)!;

describe("the state of the page", () => {
  it.each([
    ["loading", "Membaca keadaan halaman …", []],
    ["other", "Halaman ini tidak diperiksa", []],
    ["old", "Belum dijaga", ["Muat ulang"]],
    ["denied", "Belum dijaga", ["Beri izin"]],
    ["orphaned", "Belum dijaga", ["Muat ulang"]],
    ["none", "Tidak ada tanda kampanye yang dikenali", ["15 menit", "sampai besok"]],
    [
      "account",
      "Akun kampanye: Relawan Contoh Maju",
      ["Lihat di halaman: Relawan Contoh Maju", "15 menit", "sampai besok"],
    ],
    [
      "posts",
      "4 kiriman kampanye di halaman ini",
      [
        "Lihat di halaman: Relawan Contoh Maju",
        "Lihat di halaman: kiriman tanpa nama",
        "Lihat di halaman: Pendukung Contoh dari Kota Contoh dan sekitarnya yang berna…",
        "15 menit",
        "sampai besok",
      ],
    ],
    ["unreadable", "Halaman ini belum dikenali", ["15 menit", "sampai besok"]],
    ["unread", "Halaman ini belum dikenali", ["Lihat laporan susunan halaman", "15 menit", "sampai besok"]],
    ["paused", "Dijeda sebentar", ["Aktifkan lagi"]],
    ["off", "Dijeda di Facebook", []],
  ])("shows the state %s as: %s", (name, title, buttons) => {
    const { root } = page(PAGES[name]!);
    const card = root.querySelector(".page-card")!;
    expect(text(card.querySelector(".state-title")!)).toBe(title);
    expect([...card.querySelectorAll("button")].map((b) => b.getAttribute("aria-label") ?? text(b))).toEqual(
      buttons,
    );
    expect(text(root)).not.toMatch(/\b(aman|safe)\b/i);
  });

  it("says until when it is paused", () => {
    const at = (hours: number) => {
      const date = new Date();
      date.setHours(hours, 45, 0, 0);
      return date.getTime();
    };
    const title = (pausedUntil: number) =>
      text(
        page({ ...PAGES.paused!, pausedUntil } as TabState).root.querySelector(".page-card .state-title")!,
      );
    expect(title(at(14))).toBe("Dijeda sampai 14.45");
    expect(title(at(14) + 24 * 3_600_000)).toMatch(/^Dijeda sampai \d{1,2} \w{3} \d{4},? 14\.45$/);
  });

  it("switches the guard of this site off and on", () => {
    for (const [name, action, values] of [
      ["none", "pause", ["site"]],
      ["off", "resume", []],
    ] as const) {
      const { root, on } = page(PAGES[name]!);
      const control = root.querySelector<HTMLInputElement>("[role=switch]")!;
      expect(control.getAttribute("aria-checked")).toBe(String(name === "none"));
      fire(control, "change", true);
      expect(on[action].mock.calls).toEqual([values]);
    }
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

describe("the agency's rules", () => {
  const shown = (name: string, start: PopupView = "home") =>
    page(PAGES.none!, { agency: AGENCY[name] }, start);

  it("are not mentioned where there is nothing to say, nor long before their end or before their start", () => {
    const quiet = { ...AGENCY.ending!, today: "2026-11-27" };
    for (const agency of [undefined, quiet, AGENCY.starting!])
      expect(page(PAGES.none!, { agency }).root.querySelector("[data-agency]")).toBeNull();
  });

  it("are said to be refused, with the reason, and that the old ones stay", () => {
    const said = text(shown("refused").root.querySelector("[data-agency=refused]")!);
    expect(said).toContain("ditolak; yang lama tetap berlaku");
    /* To its end: the code, and what to do. */
    expect(said).toContain("(59A3 450F 6035 09B6 FE8A A244 88F3 4F3A)");
    expect(said).toMatch(/ganti penerbitnya$/);
  });

  it("wait for the user's permission with a button that asks for that host alone", () => {
    const { root, on } = shown("waits");
    expect(text(root)).toContain("izin Anda untuk aturan.contoh.go.id");
    fire(button(root, "Izinkan"), "click", false);
    expect(on.allowAgency).not.toHaveBeenCalled();
    fire(button(root, "Izinkan"), "click", true);
    expect(vi.mocked(on.allowAgency).mock.calls).toEqual([["https://aturan.contoh.go.id/*"]]);
  });

  it("wait for the comparison of their publisher's code, where the settings do that", () => {
    const link = shown("confirm").root.querySelector("[data-agency=confirm] a")!;
    expect(link.getAttribute("href")).toBe("/settings.html#part-rules");
  });

  it("are announced to end from 14 days before, and said to have ended after the last day", () => {
    const on = (today: string) =>
      text(page(PAGES.none!, { agency: { ...AGENCY.ending!, today } }).root.querySelector("[data-agency]")!);
    expect(on("2026-11-28")).toContain("berakhir 12 Des 2026. Sesudah itu");
    expect(on("2026-12-12")).toContain("Sesudah itu aturan bawaan berlaku");
    expect(on("2026-12-13")).toContain("Sekarang aturan bawaan berlaku");
  });

  it("have a line for the helpdesk: publisher, version, code, and when they begin", () => {
    const line = (name: string) => text(shown(name, "more").root.querySelector("[data-agency-version]")!);
    expect(line("ending")).toBe(
      "Aturan Pemerintah Kota Contoh: versi 7 · AFE1 91C0 3F2A 77B1 0C4D E5A9 1234 ABCD",
    );
    expect(line("starting")).toContain("mulai 1 Des 2026");
  });
});

describe("what the user does", () => {
  it("calls the right action, and only for trusted events", () => {
    type Plain = Exclude<keyof PopupActions, "checkDraft" | "structure" | "allowAgency">;
    const cases: [TabState, string, Plain, unknown[]][] = [
      [PAGES.none!, "15 menit", "pause", ["15min"]],
      [PAGES.none!, "sampai besok", "pause", ["tomorrow"]],
      [PAGES.paused!, "Aktifkan lagi", "resume", []],
      [PAGES.posts!, "Lihat di halaman: Relawan Contoh Maju", "reveal", [0]],
      [PAGES.old!, "Muat ulang", "reload", []],
      [PAGES.denied!, "Beri izin", "grant", [["https://x.com/*"]]],
      [PAGES.none!, "Hapus catatan 20 Nov 2026, X · mengutip", "eraseEntry", ["b"]],
      [PAGES.none!, "English", "setLanguage", ["en"]],
    ];
    for (const [state, name, action, values] of cases) {
      const { root, on } = page(state, {}, action === "eraseEntry" ? "more" : "home");
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
    const { root, on } = page(PAGES.none!, {}, "more");
    fire(button(root, "Hapus semua"), "click", true);
    await vi.waitFor(() => expect(button(root, "Ya, hapus semua catatan")).toBeDefined());
    expect(on.eraseEntries).not.toHaveBeenCalled();
    fire(button(root, "Ya, hapus semua catatan"), "click", true);
    expect(on.eraseEntries).toHaveBeenCalledTimes(1);
  });
});

describe("rules, entries, faults", () => {
  it("shows entries and faults", () => {
    const { root } = page(
      PAGES.none!,
      {
        faults: [{ code: "ruleset:schema", detail: "<b>rules[3]" }, { code: "odd" }],
      },
      "more",
    );
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

  it("shows each rule with a drawing of its own", () => {
    const { root } = page(PAGES.none!, {}, "rules");
    expect(root.querySelectorAll(".rules > li")).toHaveLength(8);
    const drawings = [...root.querySelectorAll(".rules .drawing path")].map(
      (path) => path.getAttribute("d")!,
    );
    expect(new Set(drawings).size).toBe(8);
    for (const drawing of drawings) expect(drawing.length).toBeLessThanOrEqual(600);
  });

  it("names the number of rules where a layer dropped one", () => {
    expect(text(page(PAGES.none!, {}, "rules").root.querySelector("h2")!)).toBe("Delapan aturan");
    expect(text(page(PAGES.none!, { rules: RULES.slice(1) }, "rules").root.querySelector("h2")!)).toBe(
      "7 aturan",
    );
  });

  it("says so if there are no rules and no entries", () => {
    expect(text(page(PAGES.none!, { rules: [] }, "rules").root)).toContain("Aturan belum dimuat.");
    const { root } = page(PAGES.none!, { entries: [] }, "more");
    expect(text(root)).toContain("Belum ada catatan.");
    expect(button(root, "Hapus semua")).toBeUndefined();
  });
});

describe("stages and counts", () => {
  const stages = (more: Partial<PopupModel>) =>
    [...page(PAGES.none!, more).root.querySelectorAll(".stages p")].map(text);

  it("names each stage of the user's region with its end, and that none runs", () => {
    expect(stages({})).toEqual([
      "Pilkada Contoh: masa kampanye, sampai 20 Des 2026",
      "Pemilu Contoh: pendaftaran, 1 Jun 2027 sampai 1 Jul 2027",
    ]);
    expect(stages({ stages: STAGES.slice(1) })[0]).toBe(
      "Hari ini tidak ada tahapan pemilihan yang berjalan di daerah Anda.",
    );
    expect(stages({ stages: [], hasRegion: false })).toEqual([
      "Hari ini tidak ada tahapan pemilihan yang berjalan.",
    ]);
  });

  it("counts this week's Batal at the book, or says that the book is locked or waits for its week", () => {
    const line = (more: Partial<PopupModel>) =>
      text(page(PAGES.none!, more).root.querySelector("a.tile .small")!);
    expect(line({})).toBe("3 kali batal minggu ini");
    expect(line({ cancelled: 0 })).toBe("catatan Anda sendiri");
    expect(line({ cancelled: undefined, entriesLocked: true })).toBe("Catatan terkunci");
    expect(line({ weeklyDue: true })).toBe("Swaperiksa minggu ini menunggu");
  });

  it("opens the page that the address names", () => {
    expect(["#draft", "#rules", "#more", "", "#x"].map(viewOf)).toEqual([
      "draft",
      "rules",
      "more",
      "home",
      "home",
    ]);
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
