import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { manyEntries } from "../../../browser/ui/journal-memory.ts";
import { privateFiles } from "../../journal/ground.ts";
import "../shared/background.ts";

privateFiles();
const { bookSource } = await import("../../../../src/pages/journal/source.ts");
const { openOwnBook } = await import("../../../../src/journal/open.ts");
const book = openOwnBook();

beforeEach(async () => {
  fakeBrowser.reset();
  await book.eraseAll();
});

describe("the book's page over database and storage", () => {
  it("shows lines and checks though the rules cannot be read, and says so", async () => {
    await book.addAll(manyEntries(3).reverse());
    await fakeBrowser.storage.local.set({
      rules: { broken: true },
      own: { keepBook: false },
      settings: { language: "en" },
    });
    const model = await bookSource.load();
    expect(model.entries).toEqual(manyEntries(3));
    expect(model).toMatchObject({ language: "en", keepBook: false, rules: [], checks: [] });
    expect(model.problem).toBeTruthy();
  });

  it("takes in, keeps, erases", async () => {
    const { actions, load } = bookSource;
    const check = { week: "2026-11-16", day: "2026-11-21", answers: { R1: "no" as const }, note: "" };
    expect(await actions.take({ entries: manyEntries(3), checks: [check] })).toBe(3);
    expect(await actions.take({ entries: manyEntries(4), checks: [] })).toBe(1);
    await actions.eraseOne("h0");
    expect((await load()).entries.map((e) => e.hold).sort()).toEqual(["h1", "h2", "h3"]);
    expect((await load()).checks).toEqual([check]);
    await actions.eraseAll();
    expect(await load()).toMatchObject({ entries: [], checks: [], unreadable: 0 });
  });

  it("changes the language beside the other settings", async () => {
    await fakeBrowser.storage.local.set({ settings: { sensitivity: "ketat" } });
    await bookSource.actions.setLanguage("en");
    expect((await fakeBrowser.storage.local.get("settings")).settings).toMatchObject({
      sensitivity: "ketat",
      language: "en",
    });
  });

  it("tells when the database cannot be used", async () => {
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError");
    });
    const { bookSource: fresh } = await vi.importActual<
      typeof import("../../../../src/pages/journal/source.ts")
    >("../../../../src/pages/journal/source.ts?fresh");
    expect((await fresh.load()).problem).toContain("the book cannot be used");
    open.mockRestore();
  });
});
