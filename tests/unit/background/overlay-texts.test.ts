/** Texts of pages: kept in storage by the background, read by each page in its language. */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import en from "../../../assets/locales/en/overlay.json" with { type: "json" };
import id from "../../../assets/locales/id/overlay.json" with { type: "json" };
import { addTexts, evidenceText, setLanguage, t } from "../../../src/i18n/overlay.ts";

let version = "1.0";
const runtime = { getManifest: () => ({ version }) };
vi.mock("@wxt-dev/browser", () => ({
  browser: { ...fakeBrowser, runtime, i18n: { getUILanguage: () => "id" } },
}));
vi.stubGlobal("navigator", { languages: ["id-ID", "en"] });
vi.stubGlobal("browser", { ...fakeBrowser, runtime });
vi.stubGlobal("chrome", { ...fakeBrowser, runtime });
const { startPageTexts } = await import("../../../src/background/overlay-texts.ts");
const { readSnapshot } = await import("../../../src/content/page-storage.ts");
const { local } = fakeBrowser.storage;
const keep = startPageTexts((error) => {
  throw error;
});
const stored = async () => (await local.get("pageTexts")).pageTexts as string | undefined;
/** Keeps the texts and waits until they are stored for this version. */
async function keepPageTexts(): Promise<void> {
  keep();
  await vi.waitFor(async () => expect(Object.keys(JSON.parse((await stored())!))).toEqual([version]));
}

afterEach(async () => {
  setLanguage("id");
  addTexts("en", {});
  addTexts("id", id);
  version = "1.0";
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

  it.each(["id", "en"] as const)("come out of storage as the background kept them (%s)", async (language) => {
    await local.set({ settings: { language } });
    await keepPageTexts();
    const known = await readSnapshot("x");
    expect([known.language, known.texts]).toEqual([language, { id, en }[language]]);
  });

  it("have every text in every language, Indonesian where it has none of its own", async () => {
    await keepPageTexts();
    const kept = JSON.parse((await local.get("pageTexts")).pageTexts as string)["1.0"];
    for (const texts of Object.values(kept)) expect(Object.keys(texts!)).toEqual(Object.keys(id));
  });

  it("of another version are none, because they may lack some", async () => {
    await keepPageTexts();
    version = "1.1";
    expect((await readSnapshot("x")).texts).toBeNull();
    await keepPageTexts();
    expect((await readSnapshot("x")).texts).toEqual(id);
  });

  it("never show a bare key", () => {
    addTexts("id", {});
    expect(t("no.such.text" as never)).toBe("");
    expect(evidenceText({ key: "toString", values: {} }, "kata")).toBe(
      id["evidence.other"].replace("{words}", "kata"),
    );
  });

  it("are written once, and again where another version left others", async () => {
    await keepPageTexts();
    const write = vi.spyOn(local, "set");
    await keepPageTexts();
    await new Promise((done) => setTimeout(done, 20));
    expect(write).not.toHaveBeenCalled();
    version = "1.1";
    await keepPageTexts();
    expect(JSON.parse((await stored())!)).toEqual({ "1.1": { id, en } });
    write.mockRestore();
  });

  it.each([{ pageTexts: "{}" }, { pageTexts: null }])(
    "are put back where somebody else wrote %j",
    async (pageTexts) => {
      await keepPageTexts();
      await local.set({ pageTexts });
      await vi.waitFor(async () => expect(JSON.parse((await stored())!)).toEqual({ "1.0": { id, en } }));
      await local.remove("pageTexts");
      await vi.waitFor(async () => expect(JSON.parse((await stored())!)).toEqual({ "1.0": { id, en } }));
    },
  );

  it("that cannot be read are none", async () => {
    vi.spyOn(local, "get").mockResolvedValueOnce({ pageTexts: "{broken" } as never);
    expect((await readSnapshot("x")).texts).toBeNull();
  });
});
