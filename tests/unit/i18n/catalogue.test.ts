import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "../../../src/domain/choose-language.ts";
import { language, t } from "../../../src/i18n/app.ts";
import { formatDay, formatNumber, localize } from "../../../src/i18n/format.ts";
import { onLanguageChange, setLanguage } from "../../../src/i18n/language.ts";
import { evidenceText } from "../../../src/i18n/overlay.ts";
import { cleanText, plainText } from "../../../src/i18n/sanitize.ts";

afterEach(() => setLanguage("id"));

describe("t", () => {
  it("uses the current language, including plurals", () => {
    expect(t("dialog.cancel")).toBe("Batal");
    expect(t("popup.posts", { posts: 1200 })).toBe("1.200 kiriman kampanye di halaman ini");
    setLanguage("en");
    expect(t("dialog.cancel")).toBe("Cancel");
    expect([1, 2].map((posts) => t("popup.posts", { posts }))).toEqual([
      "1 campaign post on this page",
      "2 campaign posts on this page",
    ]);
  });

  it("calls language listeners once per change and not after they unsubscribed", () => {
    const listener = vi.fn();
    const stop = onLanguageChange(listener);
    setLanguage("en");
    setLanguage("en");
    stop();
    setLanguage("id");
    expect(listener).toHaveBeenCalledTimes(1);
    expect(language()).toBe("id");
  });

  it("inserts values as text, without message syntax, escapes or bidirectional controls", () => {
    const account = "A{posts}B\\u202e\u202eC\u200bD <b> #";
    expect(t("popup.account.named", { account })).toBe("Akun kampanye: A{posts}B\\u202eCD <b> #");
  });

  it("never lets a value change the sentence around it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (account) => {
        const text = t("popup.account.named", { account });
        expect(text).toBe(`Akun kampanye: ${plainText(account)}`);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("plainText", () => {
  it("bounds hostile text at whole characters and in little time", () => {
    const start = performance.now();
    expect(plainText("🙂".repeat(1_000_000), 10)).toBe("🙂🙂🙂🙂…");
    expect(performance.now() - start).toBeLessThan(2_000);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        expect(plainText(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("keeps joined emoji and collapses line breaks", () => {
    expect(plainText(" 👩‍⚕️\n2️⃣ ")).toBe("👩‍⚕️ 2️⃣");
    expect(cleanText(" a\t\tb ")).toBe(" a b ");
  });
});

describe("localize, formatDay, formatNumber, evidenceText", () => {
  it("picks the current language, or Indonesian if a text has none in it", () => {
    expect(localize({ id: "satu", en: "one" })).toBe("satu");
    setLanguage("en");
    expect([localize({ id: "satu", en: "one" }), localize({ id: "satu", en: "" })]).toEqual(["one", "satu"]);
  });

  it("writes days in words in every time zone and returns an invalid day unchanged", () => {
    expect(formatDay("2022-09-22")).toBe("22 Sep 2022");
    expect(formatDay("2026-08-17", "long")).toBe("17 Agustus 2026");
    expect([formatDay("2026-99-99"), formatDay("<b>")]).toEqual(["2026-99-99", "<b>"]);
    setLanguage("en");
    expect(formatDay("2026-08-17", "long")).toBe("17 August 2026");
    expect(formatNumber(1234.5)).toBe("1,234.5");
  });

  it("gives unknown evidence the general sentence", () => {
    expect(evidenceText({ key: "no-such-key", values: {} }, "coblos 2")).toBe("Ada tanda kampanye: coblos 2");
    expect(evidenceText({ key: "constructor", values: {} }, "x")).toBe("Ada tanda kampanye: x");
  });
});

it("follows the browser's languages only for the setting “auto”", () => {
  expect(chooseLanguage("en", ["id"])).toBe("en");
  expect(chooseLanguage("auto", ["fr", "en-US", "id"])).toBe("en");
  expect(chooseLanguage("auto", ["in-ID"])).toBe("id");
  expect(chooseLanguage("auto", ["ms", "en"])).toBe("id");
  expect(chooseLanguage("auto", ["zh"])).toBe("id");
  expect(chooseLanguage("auto", ["English"])).toBe("id");
});
