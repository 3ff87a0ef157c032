/** The readers' fast paths must return what their slow paths return. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathOf, pathOfUrl, plainText } from "../../../src/dom/text.ts";
import { documentOf } from "../sites/page.ts";

const at = (html: string, url = "https://x.com/home") => documentOf(`<html><body>${html}</body></html>`, url);

describe("the fast path of pathOf agrees with the URL parser", () => {
  const BASES = ["https://x.com/home", "https://www.facebook.com/groups/1/?a=b", "http://localhost:8080/a/b"];
  const same = (href: string, base: string) => {
    const doc = at("<a></a>", base);
    const link = doc.querySelector("a")!;
    link.setAttribute("href", href);
    const plain = (found: ReturnType<typeof pathOf>) => found && { ...found, query: `${found.query}` };
    const skipped = !href || /^[#?]/.test(href);
    expect(plain(pathOf(link))).toEqual(skipped ? null : plain(pathOfUrl(href, base)));
  };

  it.each([
    "/warga_1",
    "/warga_1/",
    "/profile/a.b.social/post/3k",
    "/@nama.dua",
    "/a/../b",
    "/a/./b",
    "/.hidden",
    "/a//b",
    "//other.example/a",
    "/a%20b",
    "/a?b=c",
    "/a#b",
    "/é",
    "a/b",
    "https://x.com/a",
    "https://x.com/a/../b",
    "https://x.com",
    "https://X.com/a",
    "https://x.com:443/a",
    "javascript:void(0)",
  ])("%s", (href) => {
    for (const base of BASES) same(href, base);
  });

  it("on random addresses", () => {
    const part = fc.constantFrom(
      "/",
      ".",
      "..",
      "a",
      "B_1",
      "@",
      "~",
      "%",
      "\\",
      ":",
      "?",
      "#",
      "-",
      " ",
      "é",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(...BASES), (parts, base) =>
        same(parts.join(""), base),
      ),
    );
  });

  it("and returns null on a page without a host", () => {
    const link = at('<a href="/a"></a>', "about:blank").querySelector("a")!;
    expect(pathOf(link)).toBeNull();
  });
});

describe("the fast path of plainText", () => {
  const tag = fc.constantFrom("span", "b", "a", "div", "p", "br", "img", "svg", "i");
  const more = fc.constantFrom("", ' aria-hidden="true"', " hidden", ' data-0="x"', ' alt="😀"');
  const words = fc.constantFrom("kata", " ", "\n", "dua  kata", "\u200b", "\u00a0x");
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      words,
      fc
        .tuple(tag, more, fc.array(tie("node"), { maxLength: 3 }))
        .map(([name, attribute, kids]) =>
          /^(br|img)$/.test(name)
            ? `<${name}${attribute}>`
            : `<${name}${attribute}>${kids.join("")}</${name}>`,
        ),
    ),
  })).node;

  it("returns the same text as walking through the nodes", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (nodes) => {
        const root = at(`<div id="r">${nodes.join("")}</div>`).querySelector("#r")!;
        expect(plainText(root)).toBe(plainText(root, "no-such-element"));
      }),
      { numRuns: 500 },
    );
  });
});
