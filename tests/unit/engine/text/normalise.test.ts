import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../../../src/engine/text/normalise.ts";
import { HAND, NUMBER, TokenBuffer, wordAt } from "../../../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../../../src/engine/text/tokenise.ts";

const folded = (text: string): string => normalise(text).text;

describe("normalise reads through", () => {
  it.each([
    ["full width", "ＣＯＢＬＯＳ ＮＯＭＯＲ ２", "coblos nomor 2"],
    ["styled letters", "𝐂𝐨𝐛𝐥𝐨𝐬 𝓷𝓸𝓶𝓸𝓻 ℂ𝕠𝕓𝕝𝕠𝕤", "coblos nomor coblos"],
    ["squared and circled letters", "🅲🅾🅱🅻🅾🆂 ⓟⓘⓛⓘⓗ", "coblos pilih"],
    ["regional letters", "🇨🇴🇧🇱🇴🇸", "coblos"],
    ["small capitals", "ᴄᴏʙʟᴏꜱ", "coblos"],
    ["zero-width characters", "co\u200bb\u200dl\u2060os", "coblos"],
    ["soft hyphens and marks", "co\u00adblo\u0301s", "coblos"],
    ["Cyrillic and Greek look-alikes", "сoblоѕ mеnаng ραslοn", "coblos menang paslon"],
    ["elongation", "menaaaaang coblosssss", "menang coblos"],
    ["digits for letters", "c0bl0s m3nang 1tu", "coblos menang 1 tu"],
    ["marks for letters", "m@nang $emangat p!lih", "manang semangat pilih"],
    ["spaced letters", "ayo c o b l o s ya", "ayo coblos ya"],
    ["dotted letters", "c.o.b.l.o.s P-D-I-P", "coblos pdip"],
    ["emoji digits", "paslon 2️⃣ ❸ ①", "paslon 2 3 1"],
    ["apostrophes", "Ma'ruf Mas’ud", "maruf masud"],
    ["stars inside words", "c*blos", "cblos"],
    [
      "hashtags",
      "#CoblosNomor2 #MenangSATUPutaran #Coblos_No_2",
      "coblos nomor 2 menang satu putaran coblos no 2",
    ],
    ["line breaks", "coblos\r\nnomor\n2", "coblos nomor 2"],
  ])("%s", (_, text, plain) => {
    expect(folded(text)).toBe(plain);
  });

  it.each(["PPP", "teman2", "H. M. Aziz", "2.500", "a b c", "menang! gas"])("but leaves %j alone", (text) => {
    expect(folded(text)).toBe(
      {
        PPP: "ppp",
        teman2: "teman 2",
        "H. M. Aziz": "h m aziz",
        "2.500": "2 500",
        "a b c": "a b c",
        "menang! gas": "menang gas",
      }[text],
    );
  });

  it("tells hands and numbers by their value", () => {
    const tokens = new TokenBuffer();
    tokenise("☝️ ✌🏽 02 nomor", tokens);
    const values = Array.from({ length: tokens.count }, (_, i) => [tokens.kind[i], tokens.value[i]]);
    expect(values.slice(0, 3)).toEqual([
      [HAND, 1],
      [HAND, 2],
      [NUMBER, 2],
    ]);
  });

  it("reads doubled letters of names as one, and short words as they are", () => {
    const tokens = new TokenBuffer();
    tokenise("Muhammad Muhamad PPP PP", tokens);
    expect(tokens.hash[0]).toBe(tokens.hash[1]);
    expect(tokens.hash[2]).not.toBe(tokens.hash[3]);
  });
});

describe("the map back", () => {
  const messy = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "c.o.b",
          " ",
          "\n",
          "#A1b",
          "@x",
          "2️⃣",
          "☝🏽",
          "ﬃ",
          "4ni",
          "ａ",
          "http://x.y",
          "-",
          "ﷺ",
          "o o o o",
        ),
      )
      .map((parts) => parts.join("")),
  );

  it("never falls, stays inside, and has one entry a unit", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const { text: plain, map } = normalise(text);
        expect(map.length).toBe(plain.length);
        for (let i = 0; i < map.length; i++) {
          if (map[i]! < 0 || map[i]! >= text.length) throw new Error(`${map[i]} is outside`);
          if (i > 0 && map[i]! < map[i - 1]!) throw new Error(`falls at ${i}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives tokens that lie in order inside the text", () => {
    const tokens = new TokenBuffer();
    fc.assert(
      fc.property(messy, (text) => {
        tokenise(text, tokens);
        for (let i = 0; i < tokens.count; i++) {
          const inside =
            tokens.start[i]! >= 0 && tokens.start[i]! < tokens.end[i]! && tokens.end[i]! <= text.length;
          if (!inside)
            throw new Error(`token ${i} lies at ${tokens.start[i]}…${tokens.end[i]} of ${text.length}`);
          if (i > 0 && tokens.start[i]! < tokens.start[i - 1]!) throw new Error(`token ${i} comes too early`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same whichever way a plain word is read", () => {
    const one = new TokenBuffer();
    const other = new TokenBuffer();
    const plain = fc
      .array(
        fc.constantFrom(
          "coblos",
          "No",
          "aku",
          "www.x.id",
          "http://a",
          "a",
          "-",
          ".",
          " ",
          "\n",
          "#Ayo",
          "menang!",
          "p.d",
          "_",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(plain, (text) => {
        tokenise(text, one);
        // A zero-width character behind every letter takes the general way.
        tokenise(text.replace(/(?<!https?:\/?\/?|www?)[a-z]/gi, "$&\u200b"), other);
        const words = (buffer: TokenBuffer): string[] =>
          Array.from(
            { length: buffer.count },
            (_, i) => `${buffer.kind[i]} ${wordAt(buffer, i)} ${buffer.hash[i]} ${buffer.flags[i]}`,
          );
        if (!/http|www|\S[-._]\S/.test(text)) expect(words(other)).toEqual(words(one));
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads the first 4,000 and the last 1,000 units of long texts", () => {
    const text = `awal ${"isi ".repeat(3_000)}akhir`;
    const { text: plain, map } = normalise(text);
    expect(plain.startsWith("awal")).toBe(true);
    expect(plain.endsWith("akhir")).toBe(true);
    expect(map.at(-1)).toBe(text.length - 1);
    expect(plain.length).toBeLessThan(5_100);
  });
});
