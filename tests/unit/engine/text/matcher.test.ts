import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../../../src/domain/encoding.ts";
import { Matcher, Matches } from "../../../../src/engine/text/matcher.ts";
import { MAX_WORDS, WORDS_IN_BLOCK } from "../../../../src/engine/text/matcher-format.ts";
import { normalise } from "../../../../src/engine/text/normalise.ts";
import { PatternBuilder } from "../../../../src/engine/text/pattern-builder.ts";
import { TokenBuffer } from "../../../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../../../src/engine/text/tokenise.ts";
import type { Trie } from "../../../../src/engine/text/trie.ts";

const tokens = new TokenBuffer();
const matches = new Matches();

function build(patterns: readonly string[], skip = ""): Matcher {
  const builder = new PatternBuilder();
  for (const [payload, text] of patterns.entries()) builder.add(text, payload);
  return new Matcher(JSON.parse(JSON.stringify(builder.build(skip))));
}

/** Reads what was not read yet: what no page does. @throws Error where a block is damaged or patterns are missing */
function readAll(trie: Trie): void {
  for (let word = 0; word < trie.roots.length; word += WORDS_IN_BLOCK)
    if (trie.roots[word] === 0 && !trie.read(word / WORDS_IN_BLOCK)) throw new Error("damaged patterns");
  if (trie.payloadsRead !== trie.payloads.length) throw new Error("patterns are missing");
}

function find(matcher: Matcher, text: string): string[] {
  tokenise(text, tokens);
  matcher.find(tokens, matches);
  const found: string[] = [];
  for (let m = 0; m < matches.count; m++) {
    found.push(`${matches.payload[m]}@${matches.first[m]}-${matches.last[m]}`);
  }
  return found.sort();
}

/** Compares words as strings, pattern by pattern, place by place. */
function naive(patterns: readonly string[], text: string): string[] {
  const split = (one: string): string[] =>
    normalise(one)
      .text.split(" ")
      .filter((word) => word !== "")
      .slice(0, one === text ? undefined : MAX_WORDS);
  const words = split(text);
  const found = new Set<string>();
  for (const [payload, pattern] of patterns.entries()) {
    const wanted = split(pattern);
    if (wanted.length === 0) continue;
    for (let at = 0; at + wanted.length <= words.length; at++) {
      if (wanted.every((word, i) => words[at + i] === word))
        found.add(`${payload}@${at}-${at + wanted.length}`);
    }
  }
  return [...found].sort();
}

describe("matcher", () => {
  it("finds what a naive search finds", () => {
    const word = fc.constantFrom("ayo", "pilih", "nomor", "dua", "bang", "rudi", "rudianto", "aaa", "satu");
    const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 25 }), text, (patterns, said) => {
        expect(find(build(patterns), said)).toEqual(naive(patterns, said));
      }),
      { numRuns: 500 },
    );
  });

  it("finds the same with the table of words that comes with it and with one of its own", () => {
    const builder = new PatternBuilder();
    builder.addSpelling("nomor", "no");
    const words = Array.from({ length: 3_000 }, (_, i) => `kata${String.fromCharCode(97 + (i % 26))}${i}`);
    for (const [payload, text] of words.entries()) builder.add(text, payload);
    builder.add("coblos nomor", 5_000);
    const { slots, ...data } = builder.build("");
    expect(slots).toBeDefined();
    const text = `coblos no ${words[7]} tidak ${words.at(-1)} coblos nomor`;
    const found = find(new Matcher({ ...data, slots: slots! }), text);
    expect(found).toEqual(find(new Matcher(data), text));
    expect(found).toContain("5000@0-2");
    expect(found.length).toBeGreaterThanOrEqual(4);
    const full = toBase64(fromBase64(slots!).fill(1));
    expect(() => new Matcher({ ...data, slots: full })).toThrow(/damaged/);
    expect(() => new Matcher({ ...data, slots: slots!.slice(8) })).toThrow(/damaged/);
  });

  it("cuts patterns of more than twelve words and still finds them", () => {
    const long = "a1 b c d e f g h i j k l m n o".replaceAll(" ", "x ");
    expect(find(build([long]), `awal ${long}`)).toHaveLength(1);
  });

  it("reads other spellings as the same word", () => {
    const builder = new PatternBuilder();
    builder.addSpelling("nomor", "no");
    builder.add("coblos nomor", 7);
    const matcher = new Matcher(builder.build(""));
    expect(find(matcher, "coblos no dua")).toEqual(["7@0-2"]);
  });

  it("skips at most two small words inside a name", () => {
    const matcher = build(["airin ade"], "dan pak bu");
    expect(find(matcher, "airin dan pak ade")).toEqual(["0@0-4"]);
    expect(find(matcher, "airin dan pak bu ade")).toEqual([]);
  });

  it("reads hidden words: leetspeak at the edge, marks inside, run-together hashtags", () => {
    const matcher = build(["anies", "coblos", "coblos nomor dua"]);
    expect(find(matcher, "4nies")).toHaveLength(1);
    expect(find(matcher, "cob-los cob.los c_o_b_l_o_s")).toHaveLength(3);
    expect(find(matcher, "#coblosnomordua")).toEqual(["1@0-1", "2@0-1"]);
    expect(find(matcher, "#cobloskan")).toEqual([]);
  });

  it("gives every payload of the same words", () => {
    expect(find(build(["ade", "ade", "Ade"]), "ade")).toEqual(["0@0-1", "1@0-1", "2@0-1"]);
  });

  it("refuses damaged data", () => {
    const builder = new PatternBuilder();
    builder.add("airin ade sumardi", 3);
    const data = builder.build("");
    expect(() => new Matcher({ ...data, patterns: data.patterns.slice(0, 4) })).toThrow(/compiled data/);
    expect(() => new Matcher({ ...data, hashes: "" })).toThrow(/compiled data/);
    expect(() => new Matcher({ ...data, patterns: "!!!" })).toThrow();
    expect(() => new Matcher({ ...data, blocks: "" })).toThrow(/compiled data/);
  });

  it("decodes patterns of the words it meets and never throws on damaged ones", () => {
    const builder = new PatternBuilder();
    for (let i = 0; i < 100; i++) builder.add(`kata${i}x akhir${i}x`, i);
    const data = builder.build("");
    const bytes = fromBase64(data.patterns);
    bytes.fill(255, 40, 60);
    const damaged = new Matcher({ ...data, patterns: toBase64(bytes) });
    const text = Array.from({ length: 100 }, (_, i) => `kata${i}x akhir${i}x`).join(" ");
    const left = find(damaged, text);
    const whole = new Matcher(data);
    readAll(whole.trie);
    const all = find(whole, text);
    expect(find(new Matcher(data), text)).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(left.length).toBeGreaterThan(50);
    expect(left.length).toBeLessThan(all.length);
    expect(() => readAll(new Matcher({ ...data, patterns: toBase64(bytes) }).trie)).toThrow(/damaged/);
  });

  it("finds the same whatever it has matched before", () => {
    const words = fc.array(fc.constantFrom(..."airin ade budi cici dedi evi fani gita hadi ira".split(" ")), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), fc.array(words), (patterns, texts) => {
        const builder = new PatternBuilder();
        for (const [i, pattern] of patterns.entries()) builder.add(pattern.join(" "), i);
        const data = builder.build("");
        const lazy = new Matcher(data);
        for (const text of texts) {
          const fresh = new Matcher(data);
          readAll(fresh.trie);
          expect(find(lazy, text.join(" "))).toEqual(find(fresh, text.join(" ")));
        }
      }),
    );
  });

  it("never crashes and stays quick on long texts", () => {
    const matcher = build(["a a a a a a b", "ab ab ab c", "x"]);
    const unit = fc.constantFrom(
      "a ",
      "ab ",
      "#aaaaaaaaaaaaaaaaaaaaa",
      "a.",
      "4a",
      "x-x-x",
      "1️⃣",
      "@",
      "o'o",
      "\u200b",
    );
    fc.assert(
      fc.property(unit, unit, (one, two) => {
        const text = (one + two).repeat(5_000).slice(0, 5_000);
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 3; run++) {
          const from = performance.now();
          find(matcher, text);
          best = Math.min(best, performance.now() - from);
        }
        // A loose bound for busy machines; `npm run bench:detect` has the figures.
        expect(best).toBeLessThan(100);
      }),
      { numRuns: 40 },
    );
  });
});
