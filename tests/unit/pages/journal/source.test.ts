import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { manyEntries } from "../../../browser/ui/journal-memory.ts";
import { privateFiles } from "../../journal/ground.ts";
import "../shared/background.ts";

privateFiles();
const { journalSource } = await import("../../../../src/pages/journal/source.ts");
const { openUserJournal } = await import("../../../../src/journal/open.ts");
const book = openUserJournal();

beforeEach(async () => {
  fakeBrowser.reset();
  await book.eraseAll();
});

describe("the journal page over database and storage", () => {
  it("shows entries and checks although the rules cannot be read, and says so", async () => {
    await book.addAll(manyEntries(3).reverse());
    await fakeBrowser.storage.local.set({
      rules: { broken: true },
      settings: { language: "en" },
    });
    await fakeBrowser.storage.session.set({ profile: { journalEnabled: false } });
    const model = await journalSource.load();
    expect(model.entries).toEqual(manyEntries(3));
    expect(model).toMatchObject({ language: "en", journalEnabled: false, rules: [], checks: [] });
    expect(model.problem).toBeTruthy();
  });

  it("imports, stores and erases entries and checks", async () => {
    const { actions, load } = journalSource;
    const check = { week: "2026-11-16", day: "2026-11-21", answers: { R1: "no" as const }, note: "" };
    expect(await actions.importBook({ entries: manyEntries(3), checks: [check] })).toBe(3);
    expect(await actions.importBook({ entries: manyEntries(4), checks: [] })).toBe(1);
    await actions.eraseEntry("h0");
    expect((await load()).entries.map((e) => e.holdId).sort()).toEqual(["h1", "h2", "h3"]);
    expect((await load()).checks).toEqual([check]);
    await actions.eraseAll();
    expect(await load()).toMatchObject({ entries: [], checks: [], unreadable: 0 });
  });

  it("changes the language and keeps the other settings", async () => {
    await fakeBrowser.storage.local.set({ settings: { sensitivity: "ketat" } });
    await journalSource.actions.setLanguage("en");
    expect((await fakeBrowser.storage.local.get("settings")).settings).toMatchObject({
      sensitivity: "ketat",
      language: "en",
    });
  });

  it("reports that the database cannot be used", async () => {
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError");
    });
    const { journalSource: fresh } = await vi.importActual<
      typeof import("../../../../src/pages/journal/source.ts")
    >("../../../../src/pages/journal/source.ts?fresh");
    expect((await fresh.load()).problem).toContain("the journal cannot be used");
    open.mockRestore();
  });
});
