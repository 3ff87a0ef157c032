import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBroad, selectorFault } from "../../../../../src/engine/ruleset/validate/selector.ts";

describe("selectors from outside", () => {
  test.each([
    'div[role="article"]',
    "article",
    "[data-testid]",
    'div[aria-label="Suka, komentar"] > a:not([href])',
    'a[href^="/"] span, button:not([aria-pressed="true"]):not([disabled])',
    'svg[aria-label="Like" i]',
    "* > div",
    'a:not(span[role="button"])',
    '[role="link"][tabindex]:has([data-testid="likeBtn"])',
    'div:has(> [class~="Transition"] > input:not([type="text"])) span',
    '[role="row"]:not(:has([aria-disabled])) [data-idx]:has(i)',
  ])("allowed: %s", (selector) => {
    expect(selectorFault(selector)).toBeUndefined();
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    [`div${"[a]".repeat(70)}`, "too-long"],
    [".x1n2onr6", "not-allowed"],
    ["#react-root", "not-allowed"],
    ["div:has()", "not-allowed"],
    ["div:has(a", "not-allowed"],
    ["div:has(>)", "not-allowed"],
    ["div:has(a, b)", "not-allowed"],
    ["div:has(+ a)", "not-allowed"],
    ["div:has(a:has(b))", "not-allowed"],
    ["div:has(a:not(:has(b)))", "not-allowed"],
    ["div:not(:has(a:has(b)))", "not-allowed"],
    ["div:has(a:not(:not(b)))", "not-allowed"],
    ["a:has(b), c:has(d), e:has(f)", "not-allowed"],
    ["div:nth-child(2n+1)", "not-allowed"],
    ["div ~ div", "not-allowed"],
    ["div + div", "not-allowed"],
    ["a:not(div a)", "not-allowed"],
    ["a:not(b, c)", "not-allowed"],
    ["a:not(:not(b))", "not-allowed"],
    ["a:not()", "not-allowed"],
    ['a[href="x', "not-allowed"],
    ['a[href="\\22"]', "not-allowed"],
    ["a::before", "not-allowed"],
    ["div,", "not-allowed"],
    ["> div", "not-allowed"],
    ["div >", "not-allowed"],
    ["div{}", "not-allowed"],
    ["@import", "not-allowed"],
    ["div || a", "not-allowed"],
  ])("refused: %s", (selector, why) => {
    expect(selectorFault(selector)).toBe(why);
  });

  test.each([
    "*",
    "body",
    "html",
    "div",
    "main *",
    "div > span",
    "article, div:not([hidden])",
    "a > div[class]",
    "* > *",
    "div:not(span)",
    "div:has(*)",
    "div:has(div)",
    "div:has(> :not([hidden]))",
    "div:not(:has([role]))",
    "article:has(a) div",
  ])("takes in anything: %s", (selector) => {
    expect([selectorFault(selector), isBroad(selector)]).toEqual([undefined, true]);
  });

  test.each([
    "article",
    "button",
    'div[role="article"]',
    "[data-testid]",
    "main > h1",
    'div[aria-label="a b, div"] a',
    "div-card",
    "divider",
    "div:has(a)",
    "div:has([aria-pressed])",
    'div:has(div > [aria-label="a, b)"])',
    "article:not(:has([role]))",
  ])("is narrow enough: %s", (selector) => {
    expect([selectorFault(selector), isBroad(selector)]).toEqual([undefined, false]);
  });

  test("never throws and is quick on anything", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("a", "[b]", '[c="d"]', ":not(", ":has(", ")", " > ", " ", ",", '"', "[", "]"),
          {
            maxLength: 60,
          },
        ),
        (parts) => {
          const started = performance.now();
          selectorFault(parts.join(""));
          expect(performance.now() - started).toBeLessThan(2_000);
        },
      ),
    );
  });
});
