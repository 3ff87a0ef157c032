import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { structureReport } from "../../../../src/sites/shared/structure-report.ts";
import { SITES_DATA } from "../all.ts";
import { documentOf, pageFile } from "../page.ts";

function report(doc: Document, site: keyof typeof SITES_DATA = "x"): string {
  const work = structureReport(doc, site, SITES_DATA[site]);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const FILES = {
  x: "x/hand_x_home_id.html",
  facebook: "facebook/hand_fb_feed_id.html",
  instagram: "instagram/hand_ig_feed_id.html",
  tiktok: "tiktok/hand_tt_foryou_id.html",
} as const;

describe("the structure report", () => {
  it("contains site, shape of the path, matches of each role, and elements by depth, role and attribute names", () => {
    const text = report(documentOf(pageFile(FILES.x), "https://x.com/akun_0001/status/17?s=20#top"));
    const lines = text.split("\n");
    expect(lines[0]).toBe("x /*/status/*");
    expect(text).toMatch(/^like: [1-9]/m);
    expect(text).toMatch(/^\d+ article .*data-testid="tweet"/m);
    expect(text).toMatch(/^\d+ .*data-testid="like"/m);
    expect(text).not.toMatch(/akun|Akun|17|Kalimat|https|@|#/);
  });

  it("stays short on every page", () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, i) => `<p role="button" aria-${"abcdefgh"[i % 8]}="x">${"<i>".repeat(i % 40)}</p>`,
    );
    const text = report(documentOf(`<body>${rows.join("")}</body>`, "https://x.com/home"));
    expect(text.split("\n").length).toBeLessThanOrEqual(1 + Object.keys(SITES_DATA.x.selectors).length + 150);
  });

  /** Replaces every text, value, id, class and link of the page, and must not occur in the report. */
  const words = fc.string({ unit: fc.constantFrom(..."qzjvwkx0179@ŋ界🙂"), minLength: 5, maxLength: 24 });

  it("never contains text of the page", () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[])),
        fc.infiniteStream(fc.nat(9)),
        (word, site, dice) => {
          const doc = documentOf(
            pageFile(FILES[site]),
            `https://${site}.com/${encodeURIComponent(word)}/p/${word.length}`,
          );
          const roll = () => dice.next().value as number;
          for (const el of [...doc.querySelectorAll("body, body *")]) {
            for (const child of el.childNodes) if (child.nodeType === 3) child.textContent = word;
            for (const { name } of [...el.attributes])
              if (!/^(role|data-testid|data-e2e)$/.test(name) || roll() === 0) el.setAttribute(name, word);
            if (roll() < 2)
              el.setAttribute(
                ["id", "aria-label", "title", "data-testid", "role"][roll() % 5]!,
                `${word} ${word}`,
              );
            if (roll() === 0) el.setAttribute(`data-${word.replace(/[^a-z]/g, "") || "q"}`, word);
            if (roll() === 0) el.append(doc.createElement(`q-${word.replace(/[^a-z]/g, "") || "z"}`), word);
          }
          const text = report(doc, site);
          for (let from = 0; from + 4 <= word.length; from++)
            expect(text).not.toContain(word.slice(from, from + 4));
          expect(text).not.toContain(encodeURIComponent(word));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is the same for two pages that differ in their text only", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const with_ = (word: string) => {
          const doc = documentOf(pageFile(FILES.facebook), "https://www.facebook.com/");
          for (const el of doc.querySelectorAll("body *")) {
            for (const child of el.childNodes) if (child.nodeType === 3) child.textContent = word;
            for (const name of ["aria-label", "href", "alt", "id", "class", "title"])
              if (el.hasAttribute(name)) el.setAttribute(name, word);
          }
          /* The matches of each role may differ, because selectors test values. */
          return report(doc, "facebook").replace(/^[A-Za-z]+: \d+$/gm, "");
        };
        expect(with_(a)).toBe(with_(b));
      }),
      { numRuns: 20 },
    );
  });
});
