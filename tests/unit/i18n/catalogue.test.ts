import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage, language, t } from "../../../src/i18n/app.ts";
import { formatDay, formatNumber, localize } from "../../../src/i18n/format.ts";
import { onLanguageChange, setLanguage } from "../../../src/i18n/language.ts";
import { evidenceText } from "../../../src/i18n/overlay.ts";
import { cleanText, plainText } from "../../../src/i18n/sanitize.ts";

afterEach(() => setLanguage("id"));

describe("t", () => {
  it("speaks the language now set, plurals too", () => {
    expect(t("dialog.cancel")).toBe("Batal");
    expect(t("popup.posts", { posts: 1200 })).toBe("1.200 kiriman kampanye");
    setLanguage("en");
    expect(t("dialog.cancel")).toBe("Cancel");
    expect([1, 2].map((posts) => t("popup.posts", { posts }))).toEqual([
      "1 campaign post",
      "2 campaign posts",
    ]);
  });

  it("tells its listeners of a switch, once, and not after they left", () => {
    const tell = vi.fn();
    const stop = onLanguageChange(tell);
    setLanguage("en");
    setLanguage("en");
    stop();
    setLanguage("id");
    expect(tell).toHaveBeenCalledTimes(1);
    expect(language()).toBe("id");
  });

  it("puts values in as text: no syntax, no escapes, no bidirectional controls come through", () => {
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

describe("plain", () => {
  it("bounds what a page may say, at whole characters, quickly", () => {
    const start = performance.now();
    expect(plainText("🙂".repeat(1_000_000), 10)).toBe("🙂🙂🙂🙂…");
    expect(performance.now() - start).toBeLessThan(2_000);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        expect(plainText(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("keeps what belongs to emoji and joins lines", () => {
    expect(plainText(" 👩‍⚕️\n2️⃣ ")).toBe("👩‍⚕️ 2️⃣");
    expect(cleanText(" a\t\tb ")).toBe(" a b ");
  });
});

describe("said, day, number", () => {
  it("pick the language; Indonesian where a text lacks it", () => {
    expect(localize({ id: "satu", en: "one" })).toBe("satu");
    setLanguage("en");
    expect([localize({ id: "satu", en: "one" }), localize({ id: "satu", en: "" })]).toEqual(["one", "satu"]);
  });

  it("write days in words whatever the time zone, and give back what is no day", () => {
    expect(formatDay("2022-09-22")).toBe("22 Sep 2022");
    expect(formatDay("2026-08-17", "long")).toBe("17 Agustus 2026");
    expect([formatDay("2026-99-99"), formatDay("<b>")]).toEqual(["2026-99-99", "<b>"]);
    setLanguage("en");
    expect(formatDay("2026-08-17", "long")).toBe("17 August 2026");
    expect(formatNumber(1234.5)).toBe("1,234.5");
  });

  it("evidence without a text of its own gets the general sentence", () => {
    expect(evidenceText({ key: "no-such-key", values: {} }, "coblos 2")).toBe("Ada tanda kampanye: coblos 2");
    expect(evidenceText({ key: "constructor", values: {} }, "x")).toBe("Ada tanda kampanye: x");
  });
});

it("chooseLanguage follows the browser only if asked to", () => {
  expect(chooseLanguage("en", ["id"])).toBe("en");
  expect(chooseLanguage("auto", ["fr", "en-US", "id"])).toBe("en");
  expect(chooseLanguage("auto", ["in-ID"])).toBe("id");
  expect(chooseLanguage("auto", ["jv", "en"])).toBe("id");
  expect(chooseLanguage("auto", ["zh"])).toBe("id");
  expect(chooseLanguage("auto", ["English"])).toBe("id");
});
