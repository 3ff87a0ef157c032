import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../../src/i18n/language.ts";
import { RULES } from "../../../browser/ui/fixtures.ts";
import { journalMemory, manyEntries } from "../../../browser/ui/journal-memory.ts";
import { draw, fire, text } from "../shared/dom.ts";

vi.mock("../../../../src/ui/tokens.css", () => ({}));
vi.mock("../../../../src/ui/page-tokens.css", () => ({}));
vi.mock("../../../../src/pages/shared/page.css", () => ({}));
vi.mock("../../../../src/pages/journal/journal.css", () => ({}));
const { weeklyQuestion } = await import("../../../../src/pages/journal/weekly-check.tsx");
const { mountJournal } = await import("../../../../src/pages/journal/mount.tsx");

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
});
afterEach(() => {
  setLanguage("id");
  vi.unstubAllGlobals();
});

const settle = () => new Promise((done) => setTimeout(done, 20));

async function open(part = "", more: Parameters<typeof journalMemory>[0] = {}) {
  vi.stubGlobal("location", { hash: part && `#${part}` });
  const { root } = draw(null);
  const memory = journalMemory(more);
  await mountJournal(root, memory.source);
  await settle();
  const all = <E extends Element>(selector: string) => [...root.querySelectorAll(selector)] as E[];
  const press = async (name: string) => {
    fire(all("button").find((b) => (b.getAttribute("aria-label") ?? text(b)) === name)!, "click", true);
    await settle();
  };
  const set = async (label: string, type: string, values: object) => {
    const input = all("label")
      .find((l) => text(l).startsWith(label))!
      .querySelector("input, select, textarea")!;
    Object.defineProperties(
      input,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, { value, writable: true, configurable: true }]),
      ),
    );
    fire(input, type, true);
    await settle();
  };
  const rows = () => all("tbody tr");
  return { root, memory, all, press, set, rows };
}

describe("Catatan", () => {
  it("lists 50 entries, shows more on request and says how many there are", async () => {
    const { root, rows, press } = await open();
    expect(rows()).toHaveLength(50);
    expect(text(root)).toContain("120 dari 120 catatan");
    await press("Tampilkan lebih banyak (70)");
    expect(rows()).toHaveLength(100);
  });

  it("filters entries by words and site and clears the filter", async () => {
    const { root, rows, set, press, memory } = await open();
    await set("Situs", "change", { value: "facebook" });
    const onFacebook = memory.model.entries.filter((e) => e.site === "facebook");
    expect(text(root)).toContain(`${onFacebook.length} dari 120 catatan`);
    await set("Cari", "input", { value: "tidak ada yang begini" });
    expect(rows()).toHaveLength(0);
    expect(text(root)).toContain("Tidak ada catatan yang cocok");
    await press("Hapus filter");
    expect(rows()).toHaveLength(50);
  });

  it("brings back the entry erased last, while the page stands", async () => {
    const { memory, press, all, root } = await open("", { entries: manyEntries(3) });
    const before = memory.model.entries.map((e) => e.holdId).toSorted();
    await press(all("tbody button")[0]!.getAttribute("aria-label")!);
    expect(memory.model.entries).toHaveLength(2);
    await press("Urungkan");
    expect(memory.model.entries.map((e) => e.holdId).toSorted()).toEqual(before);
    expect(root.querySelector("[data-undo]")).toBeNull();
  });

  it("erases one entry at once, and all entries after a confirmation", async () => {
    const { memory, press, all, root } = await open("", { entries: manyEntries(3) });
    const name = all("tbody button")[0]!.getAttribute("aria-label")!;
    expect(name).toBe("Hapus catatan 21 Nov 2026, Facebook · menyukai");
    await press(name);
    expect(memory.model.entries.map((e) => e.holdId)).toEqual(["h1", "h2"]);
    await press("Hapus semua");
    expect(memory.model.entries).toHaveLength(2);
    await press("Ya, hapus semua catatan");
    expect(memory.model.entries).toHaveLength(0);
    expect(text(root)).toContain("Belum ada catatan.");
  });

  it("reports unreadable entries, a switched-off book and failed actions", async () => {
    const { root, memory, press, all } = await open("", {
      unreadable: 2,
      journalEnabled: false,
      entries: manyEntries(1),
    });
    expect(text(root)).toContain("2 catatan tidak dapat dibaca dan dilewati");
    expect(text(root)).toContain("Buku dimatikan");
    memory.failure = "disk full";
    await press(all("tbody button")[0]!.getAttribute("aria-label")!);
    expect(text(root.querySelector("[role=alert]")!)).toBe("Ada yang tidak berjalan: disk full");
  });
});

describe("Swaperiksa", () => {
  it("stores each answer and the note, for this week or an earlier one", async () => {
    const { memory, all, set, root } = await open("weekly");
    expect(all("fieldset legend")).toHaveLength(8);
    const radio = (at: number) => all("fieldset:not(.languages) input[type=radio]")[at]!;
    fire(radio(0), "change", true);
    await settle();
    fire(radio(4), "change", true);
    await settle();
    await set("Catatan pribadi", "change", { value: "rapat RT" });
    expect(memory.model.checks).toEqual([
      { week: "2026-11-16", day: "2026-11-21", answers: { R1: "yes", R2: "no" }, note: "rapat RT" },
    ]);
    expect(text(root.querySelector("[role=status]")!)).toBe("2 dari 8 aturan dijawab · Tersimpan");
    await set("Minggu", "change", { value: "2026-11-09" });
    fire(radio(2), "change", true);
    await settle();
    expect(memory.model.checks.map((c) => [c.week, c.answers])).toEqual([
      ["2026-11-16", { R1: "yes", R2: "no" }],
      ["2026-11-09", { R1: "unsure" }],
    ]);
    expect(text(root.querySelector("[role=status]")!)).toContain("Diisi 2 minggu berturut-turut");
  });
});

describe("the weekly question", () => {
  it("asks without a double negative, and by its title for a rule of an agency's own", () => {
    const { deed: _, ...agency } = RULES[1]!;
    const deed = { id: "hadir dalam kampanye pasangan calon", en: "attend a campaign" };
    expect(weeklyQuestion({ ...agency, deed })).toBe(
      "Minggu ini, apakah Anda hadir dalam kampanye pasangan calon?",
    );
    expect(weeklyQuestion(agency)).toBe(
      "Minggu ini, apakah ada yang bertentangan dengan: Tidak hadir dalam kampanye pasangan calon?",
    );
  });

  it("asks about a spouse only those who say that a spouse is a candidate", async () => {
    const rules = [...RULES, { ...RULES[0]!, id: "X2", number: undefined, only: "spouse" as const }];
    for (const spouse of [true, false])
      expect((await open("weekly", { rules, spouse })).all("fieldset legend")).toHaveLength(spouse ? 9 : 8);
  });
});

describe("the header of every tab", () => {
  it("locks the book by one press, or says that it has no lock", async () => {
    for (const part of ["notes", "weekly", "overview", "export", "lock"]) {
      const { memory, press, root } = await open(part, { lock: "open" });
      await press("Kunci sekarang");
      expect([part, memory.model.lock]).toEqual([part, "locked"]);
      expect(text(root)).toContain("Catatan terkunci");
      const plain = await open(part);
      expect(text(plain.root.querySelector("header .lock-state")!)).toBe("Belum dikunci frasa sandi");
    }
  });

  it("lets the user choose after how long the book locks itself", async () => {
    const { memory, all } = await open("lock", { lock: "open" });
    const field = all("[data-lock-after]")[0]!;
    Object.defineProperty(field, "value", { value: "5", configurable: true });
    fire(field, "change", true);
    await settle();
    expect(memory.model.lockAfter).toBe(5);
  });
});

describe("Swaperiksa in one breath", () => {
  const answerAll = (all: (selector: string) => Element[]) => {
    const questions = all("fieldset:not(.languages)");
    for (const question of questions) fire(question.querySelector("input[type=radio]")!, "change", true);
    return questions.length;
  };
  const status = (root: Element) => text(root.querySelector("[role=status]")!);

  it("keeps every answer, and says Tersimpan only once all of them are stored", async () => {
    const { memory, all, root } = await open("weekly");
    const gate = Promise.withResolvers<void>();
    memory.storing = gate.promise;
    const count = answerAll(all);
    await settle();
    expect(status(root)).toBe(`${count} dari ${count} aturan dijawab`);
    gate.resolve();
    await settle();
    expect(status(root)).toBe(`${count} dari ${count} aturan dijawab · Tersimpan`);
    expect(Object.keys(memory.model.checks[0]!.answers)).toHaveLength(count);
  });

  it("says of a note that is still being written, or that cannot be stored, not that it is", async () => {
    const { memory, set, root, all } = await open("weekly");
    fire(all("fieldset:not(.languages) input[type=radio]")[0]!, "change", true);
    await settle();
    expect(status(root)).toContain("Tersimpan");
    await set("Catatan pribadi", "input", { value: "rapat" });
    expect(status(root)).not.toContain("Tersimpan");
    memory.failure = "disk full";
    await set("Catatan pribadi", "change", { value: "rapat RT" });
    expect(status(root)).not.toContain("Tersimpan");
    expect(text(root.querySelector("[role=alert]")!)).toContain("disk full");
    memory.failure = undefined;
    fire(all("fieldset:not(.languages) input[type=radio]")[4]!, "change", true);
    await settle();
    expect(memory.model.checks[0]).toMatchObject({ answers: { R1: "yes", R2: "no" }, note: "rapat RT" });
    expect(status(root)).toContain("Tersimpan");
  });
});

describe("Gambaran", () => {
  it("has a table with the right numbers for each chart", async () => {
    const { all, memory } = await open("overview");
    expect(all("h3").map(text)).toEqual([
      expect.stringMatching(/^\d+ kali batal minggu ini$/),
      "Catatan per minggu menurut aturan",
      "Pilihan per minggu",
      "Catatan menurut situs",
      "Kalender 26 minggu",
    ]);
    expect(all("[role=img]").map((plot) => plot.getAttribute("aria-label"))).toEqual(
      all("h3").slice(1, 4).map(text),
    );
    const sites = all("section.card")[3]!;
    const rows = [...sites.querySelectorAll("tbody tr")].map(text);
    const count = (site: string) => memory.model.entries.filter((e) => e.site === site).length;
    expect(rows.sort()).toEqual([
      `Facebook ${count("facebook")}`,
      `Instagram ${count("instagram")}`,
      `X ${count("x")}`,
    ]);
    expect(all(".heat td[data-step]").map((td) => td.getAttribute("title"))).toContain(
      "21 Nov 2026: 1 catatan",
    );
  });

  it("draws a piece for each number of the table, stacked without a gap", async () => {
    const { all } = await open("overview");
    const card = all("section.card")[2]!;
    const numbers = [...card.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => Number(text(cell))),
    );
    const bars = [...card.querySelectorAll(".chart g")].map((bar) => [...bar.querySelectorAll("rect")]);
    const side = (rect: Element, name: string) => Number(rect.getAttribute(name));
    const unit = side(bars.flat()[0]!, "height") / numbers.flat().find((n) => n > 0)!;
    expect(bars.length).toBe(12);
    expect(bars.map((pieces) => pieces.map((rect) => Math.round(side(rect, "height") / unit)))).toEqual(
      numbers.map((row) => row.filter((n) => n > 0)),
    );
    for (const pieces of bars)
      pieces.slice(1).forEach((rect, at) => {
        expect(side(rect, "y") + side(rect, "height")).toBeCloseTo(side(pieces[at]!, "y"));
      });
    expect([...card.querySelectorAll(".legend li")].map(text)).toEqual(
      [...card.querySelectorAll("thead th")].map(text),
    );
    const first = bars.flat()[0]!;
    expect(text(first.querySelector("title")!)).toMatch(/^\d+ \S+, .+: \d+$/);
  });

  it("says so if there is nothing to chart", async () => {
    const { root } = await open("overview", { entries: [] });
    expect(text(root)).toContain("Gambaran muncul setelah ada catatan.");
  });
});

describe("Ekspor", () => {
  it("saves CSV and JSON and prints a report", async () => {
    const { memory, press } = await open("export", { entries: manyEntries(2) });
    await press("Simpan CSV");
    await press("Simpan JSON");
    expect(memory.saved.map(({ name, type }) => [name, type])).toEqual([
      ["swaperiksa-2026-11-21.csv", "text/csv"],
      ["swaperiksa-2026-11-21.json", "application/json"],
    ]);
    expect(memory.saved[0]!.text).toBe(
      "\ufeffHari,Situs,Tindakan,Pilihan,Aturan\r\n2026-11-21,Facebook,menyukai,batal,tanpa aturan\r\n" +
        "2026-08-23,X,membagikan,tetap lanjut,2 · Tidak hadir dalam kampanye pasangan calon\r\n",
    );
    expect(JSON.parse(memory.saved[1]!.text).entries).toEqual(manyEntries(2));
    await press("Cetak laporan");
    expect(memory.prints).toBe(1);
  });

  it("imports its own file and refuses others", async () => {
    const { memory, press, set, root } = await open("export", { entries: manyEntries(3) });
    await press("Simpan JSON");
    const json = memory.saved[0]!.text;
    memory.model = { ...memory.model, entries: manyEntries(1) };
    const choose = (body: string) =>
      set("Impor JSON", "change", { files: [new File([body], "a.json")], value: "" });
    await choose(json);
    expect(text(root)).toContain("2 catatan baru");
    await choose("{}");
    expect(text(root)).toContain("Berkas ditolak, tidak ada yang berubah:");
    expect(memory.model.entries).toHaveLength(3);
  });
});

describe("Kunci", () => {
  it("says why a passphrase is refused, offers one, and sets none that was not judged", async () => {
    const { memory, root, all, press } = await open("lock");
    const type = (...texts: string[]) => {
      for (const [at, value] of texts.entries()) {
        const field = all("input[type=password]")[at]!;
        Object.defineProperty(field, "value", { value, writable: true, configurable: true });
      }
    };
    const set = async (...texts: string[]) => {
      type(...texts);
      fire(all("form")[0]!, "submit", true);
      await settle();
      return text(all("form")[0]!.parentElement!.querySelector("[role=status]")!);
    };
    expect(await set("kuda zebra sungai", "kuda zebra sungai x")).toContain("Keduanya tidak sama");
    expect(await set("kuda", "kuda")).toContain("Paling sedikit 12 karakter");
    expect(await set("198503152010011001", "198503152010011001")).toContain("NIP");
    memory.judgement = "guessable";
    expect(await set("indonesia raya", "indonesia raya")).toContain("Terlalu mudah ditebak");
    memory.judgement = new Error("no dictionaries");
    expect(await set("kuda zebra sungai", "kuda zebra sungai")).toContain("tidak dapat diperiksa");
    expect(memory.passphrase).toBeNull();
    memory.judgement = null;
    await press("Usulkan lima kata");
    expect(text(root.querySelector("[data-offered]")!)).toContain("kuda zebra sungai lontar payung");
    expect(await set("kuda zebra sungai", "kuda zebra sungai")).toContain("Frasa sandi terpasang");
    expect(memory.passphrase).toBe("kuda zebra sungai");
    expect(root.querySelector("[data-offered]")).toBeNull();
  });
});
