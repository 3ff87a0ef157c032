import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Matcher, Matches } from "../../../../src/engine/text/matcher.ts";
import { PatternBuilder } from "../../../../src/engine/text/pattern-builder.ts";
import { TokenBuffer } from "../../../../src/engine/text/token-buffer.ts";
import { tokenise } from "../../../../src/engine/text/tokenise.ts";

/** Every look at a character, hashed letter, looked-up word and step in the trie, through whatever function. */
const steps = vi.hoisted(() => ({ count: 0 }));

function counted<T extends object>(module: T): T {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(module)) {
    out[name] =
      typeof value === "function"
        ? (...args: unknown[]) => {
            steps.count++;
            return value(...args);
          }
        : value;
  }
  return out as T;
}
vi.mock(import("../../../../src/engine/text/hash.ts"), async (original) => counted(await original()));
vi.mock(import("../../../../src/engine/text/fold.ts"), async (original) => counted(await original()));
vi.mock(import("../../../../src/engine/text/edge-slot.ts"), async (original) => counted(await original()));

const builder = new PatternBuilder();
for (const [i, text] of [
  "a a a a a a b",
  "ab ab ab c",
  "x",
  "coblos nomor dua",
  "dan dan",
  "aa aaa",
].entries()) {
  builder.add(text, i);
}
builder.addWords("aa aaa aaaa coblos nomor dua menang a1 pasti");
const matcher = new Matcher(builder.build("dan pak bu"));
const tokens = new TokenBuffer();
const matches = new Matches();

/** A string that counts how often it is looked at. */
function watched(text: string): string {
  const own = {
    length: text.length,
    charCodeAt: (at: number) => {
      steps.count++;
      return text.charCodeAt(at);
    },
  };
  return own as unknown as string;
}

function cost(text: string): number {
  steps.count = 0;
  tokenise(watched(text), tokens);
  matcher.find(tokens, matches);
  return steps.count;
}

/** Steps a unit of text may cost: 22 for most, 31 where one unit unfolds to eighteen letters ("ﷺ_"). */
const PER_UNIT = 36;
/** Hashtags are taken apart within a budget that is the same for every text. */
const FOR_HASHTAGS = 40_000;

const unit = fc.constantFrom(
  ..."a |ab |#aaaaaaaaaaaaaaaaaaaaa|#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |a.|4a|x-x-x|1️⃣|@|@a|o'o|\u200b|ﷺ|é|𝐂|http://|$a|dan |pak |coblos nomor |A|_|#a_|#A1|a-|ab-|2|0a0|\n|!|ht|tps:|😀|☝️|\ud800".split(
    "|",
  ),
);

describe("the cost of a text", () => {
  it("grows with its length and no faster, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (parts) => {
        const piece = parts.join("");
        const long = piece.repeat(Math.ceil(5_000 / piece.length));
        const [short, full] = [cost(long.slice(0, 1_250)), cost(long.slice(0, 5_000))];
        expect(full).toBeLessThan(PER_UNIT * 5_000 + FOR_HASHTAGS);
        expect(full).toBeLessThan(5 * short + FOR_HASHTAGS);
      }),
      { numRuns: 80 },
    );
  });

  it("stops growing at 5,000 units", () => {
    fc.assert(
      fc.property(unit, unit, (one, two) => {
        const piece = one + two;
        const text = piece.repeat(Math.ceil(50_000 / piece.length));
        expect(cost(text)).toBeLessThan(PER_UNIT * 5_000 + FOR_HASHTAGS);
        expect(tokens.count).toBeLessThanOrEqual(15_000);
      }),
      { numRuns: 30 },
    );
  });

  it("is measured at all", () => {
    expect(cost("coblos nomor dua")).toBeGreaterThan(16);
    expect(cost("c o b l o s #cobloscoblos")).toBeGreaterThan(60);
  });
});
