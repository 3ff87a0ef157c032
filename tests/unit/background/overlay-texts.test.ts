/** English texts of pages: kept in storage by the background, read by the pages of those who want them. */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import en from "../../../assets/locales/en/overlay.json" with { type: "json" };
import id from "../../../assets/locales/id/overlay.json" with { type: "json" };
import { addTexts, setLanguage, t } from "../../../src/i18n/overlay.ts";

vi.mock("@wxt-dev/browser", () => ({
  browser: { ...fakeBrowser, i18n: { getUILanguage: () => "id" } },
}));
vi.stubGlobal("browser", fakeBrowser);
vi.stubGlobal("chrome", fakeBrowser);
const { keepPageTexts } = await import("../../../src/background/overlay-texts.ts");
const { readSnapshot } = await import("../../../src/content/page-storage.ts");
const { local } = fakeBrowser.storage;

afterEach(async () => {
  setLanguage("id");
  addTexts("en", {});
  await local.clear();
});

describe("texts of pages", () => {
  it("are Indonesian until English ones came, and again where one of these is missing", () => {
    setLanguage("en");
    expect(t("dialog.cancel")).toBe(id["dialog.cancel"]);
    addTexts("en", { "dialog.cancel": en["dialog.cancel"], "dialog.continue": 7 });
    expect(t("dialog.cancel")).toBe("Cancel");
    expect(t("dialog.continue")).toBe(id["dialog.continue"]);
  });

  it.each([null, "text", 7, undefined])("take nothing from %j", (words) => {
    addTexts("en", words);
    setLanguage("en");
    expect(t("dialog.cancel")).toBe(id["dialog.cancel"]);
  });

  it("write every number as the browser would", () => {
    const figures = fc.oneof(
      fc.nat(5_000),
      fc.integer(),
      fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }).filter((n) => !Object.is(n, -0)),
    );
    fc.assert(
      fc.property(figures, fc.constantFrom("id" as const, "en" as const), (number, language) => {
        setLanguage(language);
        const written = new Intl.NumberFormat(language).format(number);
        expect(t("dialog.rule", { number })).toBe(id["dialog.rule"].replace(/\{.*\}/, written));
      }),
    );
  });

  it("come out of storage as the background kept them, for those who want English only", async () => {
    await keepPageTexts();
    expect((await readSnapshot("x")).texts).toBeNull();
    await local.set({ settings: { language: "en" } });
    const known = await readSnapshot("x");
    expect([known.language, known.texts]).toEqual(["en", en]);
  });

  it("are written once, and again where another version left others", async () => {
    await keepPageTexts();
    const write = vi.spyOn(local, "set");
    await keepPageTexts();
    expect(write).not.toHaveBeenCalled();
    await local.set({ pageTexts: "{}" });
    await keepPageTexts();
    expect(JSON.parse((await local.get("pageTexts")).pageTexts as string)).toEqual({ en });
    write.mockRestore();
  });

  it("that cannot be read are none", async () => {
    await local.set({ settings: { language: "en" }, pageTexts: "{broken" });
    expect((await readSnapshot("x")).texts).toBeNull();
  });
});
