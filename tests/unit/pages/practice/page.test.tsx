import { afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { Situation } from "../../../../src/pages/practice/case.tsx";
import type { PracticeModel } from "../../../../src/pages/practice/model.ts";
import { mountPractice } from "../../../../src/pages/practice/mount.tsx";
import { CASES, LAW, practiceMemory, someProgress } from "../../../browser/ui/practice-memory.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/pages/shared/page.css", () => ({}));
vi.mock("../../../../src/pages/practice/practice.css", () => ({}));
vi.stubGlobal("location", { hash: "" });
afterEach(() => {
  setLanguage("id");
  location.hash = "";
});

const settle = () => new Promise((done) => setTimeout(done, 15));

async function open(more: Partial<PracticeModel> = {}) {
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  const { root } = draw(null);
  const memory = practiceMemory(more);
  await mountPractice(root, memory.source);
  await settle();
  const press = async (selector: string, isTrusted = true) => {
    fire(root.querySelector(selector)!, "click", isTrusted);
    await settle();
  };
  const shown = () =>
    CASES.find(({ id }) => id === root.querySelector("[data-case]")?.getAttribute("data-case"))!;
  return { root, memory, press, shown };
}

describe("the start", () => {
  it.each([
    ["kept", "tersegel di buku swaperiksa"],
    ["locked", "terkunci"],
    ["off", "dimatikan"],
    ["private", "jendela pribadi"],
  ] as const)("says before the first answer what is kept: %s", async (keeping, words) => {
    const { root } = await open({ keeping });
    expect(text(root.querySelector("[data-keeping]")!)).toContain(words);
    expect(root.querySelectorAll("[data-keeping] a").length).toBe(keeping === "locked" ? 1 : 0);
  });

  it("says of each rule when it comes back, and gives no score", async () => {
    const { root } = await open({ progress: someProgress() });
    const lines = [...root.querySelectorAll(".due li")].map(text);
    expect(lines[0]).toMatch(/^1 · .* waktunya diulang$/);
    expect(lines[1]).toMatch(/^2 · .* belum dilatih$/);
    expect(lines[2]).toMatch(/^3 · .* diulang mulai \d+ Nov 2026$/);
    expect(text(root)).not.toMatch(/%|\bskor\b|poin/i);
  });

  it("says so where the cases cannot be loaded", async () => {
    const { root } = await open({ cases: [], problem: "Failed to fetch" });
    expect(text(root)).toContain("Failed to fetch");
    expect(text(root)).toContain("tidak dapat dimuat");
    expect(root.querySelector(".main")).toBeNull();
  });
});

describe("a session", () => {
  it("goes through eight cases, keeps each answer once, and ends with a sheet and without a score", async () => {
    const { root, memory, press, shown } = await open();
    await press("button.main");
    for (let number = 1; number <= 8; number++) {
      expect(text(root.querySelector("h2")!)).toBe(`Kasus ${number} dari 8`);
      const one = shown();
      expect(text(root)).not.toContain(one.reason.id);
      await press(`[data-answer=${one.answer}]`, false);
      expect(root.querySelector(".verdict"), "a script cannot answer").toBeNull();
      await press(`[data-answer=${one.answer}]`);
      const page = text(root);
      for (const words of [one.reason.id, one.status, "Seberapa pasti", "Dasar", "Masa"])
        expect(page).toContain(words);
      expect(text(root.querySelector(".verdict")!)).toMatch(/^Benar: /);
      expect(text(root.querySelector("[role=status]")!)).toBe(one.reason.id);
      await press(".row.end .main");
    }
    expect(memory.answers).toHaveLength(8);
    expect(text(root)).toContain("8 kasus selesai");
    expect(text(root)).toContain("Bukan sertifikat");
    expect(text(root)).not.toMatch(/%|\bskor\b|dari 8/);
    expect(root.querySelector(".reread")).toBeNull();
    await press(".sheet button");
    expect(memory.prints).toBe(1);
  });

  it("says without blame what the answer is and what was chosen, and offers it to be read again", async () => {
    const { root, press, shown } = await open();
    await press("button.main");
    const one = shown();
    await press(`[data-answer=${one.answer === "fine" ? "no" : "fine"}]`);
    expect(text(root.querySelector(".verdict")!)).toMatch(/^Jawabannya: /);
    expect(text(root)).toMatch(/Anda memilih “/);
    await press(".heading .link");
    expect(text(root.querySelector(".reread")!)).toContain(one.reason.id);
    expect(text(root)).toContain("1 kasus selesai");
  });

  it("goes on where an answer cannot be kept, and says so", async () => {
    const { root, memory, press } = await open();
    memory.failure = "disk full";
    await press("button.main");
    await press("[data-answer=no]");
    expect(text(root.querySelector("[role=alert]")!)).toContain("disk full");
    expect(root.querySelector(".verdict")).not.toBeNull();
    await press(".row.end .main");
    expect(text(root.querySelector("h2")!)).toBe("Kasus 2 dari 8");
  });

  it("says during the cases, too, that nothing is kept", async () => {
    const { root, memory, press } = await open({ keeping: "locked" });
    await press("button.main");
    expect(root.querySelector("[data-keeping=locked]")).not.toBeNull();
    await press("[data-answer=no]");
    expect(memory.model.progress.rules).toEqual({});
  });

  it("names the agency beside its case", async () => {
    const cases = [{ ...CASES[0]!, publisher: "BKPSDM Contoh" }];
    const { root, press } = await open({ cases });
    await press("button.main");
    expect(text(root.querySelector(".publisher")!)).toBe("Kasus dari BKPSDM Contoh");
  });
});

describe("every case", () => {
  it.each(["id", "en"] as const)("is drawn whole in %s", (language) => {
    setLanguage(language);
    const texts = (value: unknown): string[] => {
      if (typeof value !== "object" || value === null) return [];
      if ("id" in value) return [(value as Record<string, string>)[language]!];
      return Object.values(value).flatMap(texts);
    };
    for (const one of CASES) {
      const { root } = draw(<Situation law={LAW} one={one} />);
      const page = text(root);
      const missing = [one.act[language] ?? "", ...texts(one.scene)].filter((words) => !page.includes(words));
      expect([one.id, missing]).toEqual([one.id, []]);
      expect([one.id, page]).toEqual([one.id, expect.not.stringMatching(/undefined|\[object/)]);
      expect([one.id, root.querySelectorAll("figure svg").length]).not.toEqual([one.id, 0]);
    }
  });
});

describe("the trainer's mode", () => {
  it("shows a case, counts hands, then the answer with the room's shares, and keeps nothing", async () => {
    location.hash = "#hall";
    const { root, memory, press, shown } = await open();
    const one = shown();
    expect(text(root)).not.toContain(one.reason.id);
    for (const at of [1, 1, 3]) await press(`.hand:nth-of-type(${at}) button`);
    await press(".row.end .main");
    expect(text(root)).toContain(one.reason.id);
    expect(text(root.querySelector(".bars")!)).toContain("2 dari 3 tangan");
    expect(text(root.querySelector(".bars [data-key]")!)).toContain("(jawaban)");
    await press(".row.end .main");
    expect(shown().id).not.toBe(one.id);
    expect(root.querySelector(".bars")).toBeNull();
    expect(memory.answers).toEqual([]);
  });

  it("shows no bars where no hand was counted, and only cases of the chosen rule", async () => {
    location.hash = "#hall";
    const { root, press, shown } = await open();
    const select = root.querySelector("select")!;
    Object.defineProperty(select, "value", { value: "R4", configurable: true });
    fire(select, "change", true);
    await settle();
    for (let i = 0; i < 5; i++) {
      expect(shown().rule).toBe("R4");
      await press(".row.end .main");
      expect(root.querySelector(".bars")).toBeNull();
      await press(".row.end .main");
    }
  });
});
