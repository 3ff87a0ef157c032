import { afterEach, describe, expect, it, vi } from "vitest";
import "../../../src/i18n/overlay-languages.ts";
import { LANGUAGES } from "../../../src/domain/languages.ts";
import { setLanguage } from "../../../src/i18n/overlay.ts";
import { BriefQuestion } from "../../../src/overlay/brief-question.tsx";
import { warning } from "../../browser/ui/fixtures.ts";
import { draw, fire, text } from "../pages/shared/dom.ts";
import { countWords } from "./words.ts";

afterEach(() => setLanguage("id"));

describe("the one-line question", () => {
  const of = (kind: "account" | "slogan", subject?: string) =>
    warning({ brief: true, subject, evidence: [{ ...warning().evidence[0]!, kind, weight: 3 }] });

  it("asks in one line, Batal first, and names only the campaign's own account", () => {
    for (const language of LANGUAGES) {
      setLanguage(language);
      for (const one of [of("account", "Relawan Contoh"), of("slogan", "Warga Biasa"), of("account")]) {
        const { root } = draw(<BriefQuestion warning={one} onAnswer={() => {}} armed />);
        expect(countWords(text(root))).toBeLessThanOrEqual(22);
        expect(text(root).includes("Relawan Contoh")).toBe(one.subject === "Relawan Contoh");
        expect(text(root)).not.toContain("Warga Biasa");
        expect([...root.querySelectorAll("[data-answer]")].map((b) => b.getAttribute("data-answer"))).toEqual(
          ["cancel", "continue", "not-campaign"],
        );
      }
    }
  });

  it("says so if the choice cannot be recorded", () => {
    const one = (canRecord: boolean) =>
      text(draw(<BriefQuestion warning={{ ...of("slogan"), canRecord }} onAnswer={() => {}} armed />).root);
    expect(one(false)).toContain("tidak dapat dicatat");
    expect(one(true)).not.toContain("dicatat");
  });

  it("accepts Batal at once and the other answers only when armed", () => {
    const onAnswer = vi.fn();
    for (const armed of [false, true]) {
      const { root } = draw(<BriefQuestion warning={of("account", "A")} onAnswer={onAnswer} armed={armed} />);
      for (const button of root.querySelectorAll("button")) fire(button, "click", true);
    }
    expect(onAnswer.mock.calls.map(([answer]) => answer)).toEqual([
      "cancel",
      "cancel",
      "continue",
      "not-campaign",
    ]);
  });
});
